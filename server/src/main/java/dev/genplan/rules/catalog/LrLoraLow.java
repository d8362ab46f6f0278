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
 * LoRA with a learning rate of full fine-tuning: below 3e-5. The best rate for LoRA is about ten
 * times that for all weights (Thinking Machines, "LoRA Without Regret", 2025); QLoRA took 1e-4 and
 * 2e-4 (arXiv:2305.14314). A rank of 256 and more is left alone.
 */
public final class LrLoraLow implements Rule {

  private static final double LOW = 3e-5;
  private static final double HIGH_RANK = 256;

  private static final Localized MESSAGE =
      Localized.of(
          "`learning-rate: {0}` is one for all weights; LoRA learns best at about ten times as much,"
              + " and hardly anything at this rate. Try 2e-4",
          "`learning-rate: {0}` 是全参微调的学习率；LoRA 的最佳值约为其十倍，照此几乎学不到东西。可试 2e-4");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "lr-lora-low",
            Category.TRAINING,
            Severity.WARNING,
            "LoRA is trained with a learning rate meant for all weights.",
            "LoRA 用了全参微调的学习率。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training tune : View.all(plan, "finetune", Training::new)) {
      boolean wide =
          tune.lora()
              .filter(lora -> lora.options().number("rank").orElse(0) >= HIGH_RANK)
              .isPresent();
      if (tune.lora().isPresent() && !wide) {
        Setting.learningRate(tune)
            .filter(rate -> rate.number() < LOW)
            .ifPresent(rate -> rate.report(reporter, MESSAGE).fix(rate.instead("2e-4")));
      }
    }
  }
}
