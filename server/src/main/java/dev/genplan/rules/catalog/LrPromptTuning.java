package dev.genplan.rules.catalog;

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
 * A soft prompt with a learning rate of weights: below 1e-3. Lester et al., arXiv:2104.08691, took
 * 0.3 with Adafactor; in PEFT's own comparison 1e-4 reached an accuracy of 0.06 on GSM8K, 1e-3 0.23
 * to 0.34. Prefix tuning and p-tuning train through a small network and are left alone.
 */
public final class LrPromptTuning implements Rule {

  private static final double LOW = 1e-3;

  private static final Localized MESSAGE =
      Localized.of(
          "`learning-rate: {0}` hardly moves a soft prompt, which has few parameters and needs large"
              + " steps: 1e-3 to 0.3 is usual. Try 1e-2",
          "`learning-rate: {0}` 几乎推不动软提示：它参数很少，需要大步长，通常取 1e-3 到 0.3。可试 1e-2");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "lr-prompt-tuning",
            Category.TRAINING,
            Severity.HINT,
            "A soft prompt is trained with a learning rate meant for weights.",
            "软提示用了训练权重的学习率。")
        .forLibrariesToo()
        .yieldingTo("soft-prompt-on-api");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training tune : View.all(plan, "finetune", Training::new)) {
      if (tune.method("prompt-tuning").isPresent()) {
        Setting.of(tune, "learning-rate")
            .filter(rate -> rate.number() < LOW)
            .ifPresent(rate -> rate.report(reporter, MESSAGE).fix(rate.instead("1e-2")));
      }
    }
  }
}
