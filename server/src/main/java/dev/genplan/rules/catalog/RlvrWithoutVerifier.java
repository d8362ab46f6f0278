package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Optional;

/**
 * Reinforcement learning with verifiable rewards, and no verifier: nothing can be verified, so
 * there is no reward. Source: Tülu 3, arXiv:2411.15124, section 6.
 */
public final class RlvrWithoutVerifier implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`rlvr` takes its reward from a program that checks each answer; name it as `verifier`, as in"
              + " `verifier: math-equivalence`",
          "`rlvr` 的奖励来自逐条检查回答的程序；请用 `verifier` 指明，例如 `verifier: math-equivalence`");
  private static final Localized JUDGED =
      Localized.of(
          "`rlvr` means that a program checks each answer, but `{0}` has only a model to judge them;"
              + " name a `verifier`, or drop `rlvr`",
          "`rlvr` 指由程序检查每个回答，但 `{0}` 只有模型打分；请指定 `verifier`，或去掉 `rlvr`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rlvr-without-verifier",
            Category.FLOW,
            Severity.ERROR,
            "Reinforcement learning with verifiable rewards names no verifier.",
            "可验证奖励强化学习没有指定验证器。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      Optional<Tag> method = align.method("rlvr");
      if (method.isEmpty() || align.attributes().has("verifier")) {
        continue;
      }
      boolean judged = align.attributes().has("judge") || align.attributes().has("reward");
      reporter
          .report(
              align.symbol(),
              align.symbol().locate(method.get().node()),
              judged ? JUDGED.with(align.symbol().name()) : MESSAGE.with())
          .severity(judged ? Severity.WARNING : Severity.ERROR);
    }
  }
}
