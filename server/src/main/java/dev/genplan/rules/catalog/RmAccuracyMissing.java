package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * A reward model is trained, and nothing says how often it is right on pairs it has not seen.
 * Sources: Llama 2, arXiv:2307.09288, table 7, 63.2% and 64.5%; StackLLaMA, 67%; InstructGPT,
 * arXiv:2203.02155, section 4.1.
 */
public final class RmAccuracyMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "Nothing says how often the reward model `{0}` is right on pairs it has not seen,"
              + " and all that follows optimizes its mistakes too: require an `accuracy`;"
              + " published projects reach 62 to 75%",
          "没有说明奖励模型 `{0}` 在未见过的样本对上有多少判对，而后续优化会连它的错误一起放大：请写明要求的 `accuracy`，公开项目为 62% 至 75%");
  private static final Message ADD = Message.of("Require an accuracy of 65%", "要求准确率达到 65%");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rm-accuracy-missing",
            Category.EVALUATION,
            Severity.WARNING,
            "Nobody measures how often a reward model is right.",
            "没有测量奖励模型的准确率。")
        .yieldingTo("reward-model-unused")
        .whereComplete()
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol reward : plan.all("reward")) {
      Evaluation own = new Evaluation(reward);
      if (!own.isBeside()
          && plan.course().of(reward) != Course.Presence.SKIPPED
          && own.metrics().isEmpty()
          && !isMeasured(reward)
          && !onlyStartsCritics(reward)) {
        Reporter.Finding finding = reporter.report(reward, MESSAGE.with(reward.qualifiedName()));
        SourceEdits.addMember(reward, "metrics { accuracy >= 65% }")
            .ifPresent(edit -> finding.fix(new Fix(ADD, false, List.of(edit))));
      }
    }
  }

  private static boolean isMeasured(Symbol reward) {
    return reward.plan().uses(reward).stream()
        .anyMatch(use -> use.from().is("evaluate") && use.property().equals("model"));
  }

  /** Whether its verdicts are never asked for. */
  private static boolean onlyStartsCritics(Symbol reward) {
    List<Link> uses = reward.plan().uses(reward);
    return !uses.isEmpty() && uses.stream().allMatch(use -> use.property().equals("critic"));
  }
}
