package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.Setting;
import dev.genplan.text.Localized;

/**
 * A method that compares the answers to one prompt, with fewer than two of them: every advantage is
 * zero and nothing is learned. Source: DeepSeekMath, arXiv:2402.03300, section 4.1; TRL, GRPO
 * trainer.
 */
public final class GroupSize implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "{1} compares the answers to one prompt with each other; with `answers: {0}` every advantage is"
              + " zero. At least {2}, usually 8 to 16",
          "{1} 在同一提示词的多个回答之间比较；`answers: {0}` 时优势恒为零。至少取 {2}，通常为 8 到 16");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "group-size",
            Category.TRAINING,
            Severity.ERROR,
            "A method that compares answers is given fewer than two for each prompt.",
            "需要组内比较的方法，每个提示词的回答不足两个。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      for (MethodRequirement need : align.requirements()) {
        Setting.of(align, "answers")
            .filter(answers -> answers.number() < need.minimumAnswers())
            .ifPresent(
                answers ->
                    answers
                        .report(reporter, MESSAGE, need.title(), need.minimumAnswers())
                        .fix(answers.instead("8")));
      }
    }
  }
}
