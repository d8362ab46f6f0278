package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Set;

/**
 * Verifiable rewards for a task whose answers no program can check: the check becomes a proxy that
 * is gamed. Source: Tülu 3, arXiv:2411.15124, section 6, which verifies math and precise
 * instructions only.
 */
public final class RlvrOpenEndedTask implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` is not a task with checkable answers, so `{1}` becomes a proxy that the model learns to"
              + " please; prefer DPO or a reward model, or verify a part that can be checked",
          "`{0}` 不是答案可核对的任务，`{1}` 会成为模型投其所好的替代指标；请改用 DPO 或奖励模型，或只验证可核对的部分");

  private static final Set<String> OPEN_ENDED =
      Set.of("chat", "summarization", "translation", "text-generation");

  /** What checks a part of any answer, or judges it by a list of points. */
  private static final Set<String> FOR_ANY_TASK =
      Set.of("constraints", "rubric", "schema", "environment");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rlvr-open-ended-task",
            Category.FLOW,
            Severity.WARNING,
            "Answers are verified by a program where none is simply right.",
            "由程序验证的任务没有唯一的正确答案。")
        .yieldingTo("rlvr-without-verifier");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<String> tasks = Project.of(plan).map(Project::tasks).orElse(List.of());
    if (tasks.isEmpty() || !OPEN_ENDED.containsAll(tasks)) {
      return;
    }
    for (Training align : View.all(plan, "align", Training::new)) {
      List<Tag> verifiers = align.attributes().tags("verifier");
      boolean proxy =
          align.method("rlvr").isPresent()
              && !verifiers.isEmpty()
              && verifiers.stream().noneMatch(tag -> FOR_ANY_TASK.contains(tag.word()))
              && !align.attributes().has("reward")
              && !align.attributes().has("judge");
      if (proxy) {
        reporter.report(
            align.symbol(), "verifier", MESSAGE.with(tasks.get(0), verifiers.get(0).word()));
      }
    }
  }
}
