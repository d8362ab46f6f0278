package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.OptionalDouble;

/**
 * Fewer than about 200 examples for a supervised fine-tune: unstable, and often no better than the
 * same examples in a prompt. LIMA, arXiv:2305.11206, worked with 1,000, s1, arXiv:2501.19393, with
 * 1,000. The limit itself is practice.
 */
public final class SftTooSmall implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` has {1} examples; below about {2} a fine-tune is unstable and rarely beats the best of"
              + " them in a prompt. Try few-shot prompting, or collect more",
          "`{0}` 只有 {1} 条样本；少于约 {2} 条时，微调不稳定，很少胜过把其中最好的放进提示词。请试少样本提示词，或收集更多");
  private static final double FEW = 200;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "sft-too-small",
            Category.DATA,
            Severity.WARNING,
            "A fine-tune has fewer than 200 examples.",
            "微调样本不足 200 条。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training tune : View.all(plan, "finetune", Training::new)) {
      OptionalDouble examples = tune.items();
      if (!tune.aimsAtForm() && examples.isPresent() && examples.getAsDouble() < FEW) {
        reporter.report(
            tune.symbol(),
            "data",
            MESSAGE.with(
                tune.symbol().name(), Figures.of(examples.getAsDouble()), Figures.of(FEW)));
      }
    }
  }
}
