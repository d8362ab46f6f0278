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
 * LoRA with a learning rate above 1e-3. Published: 1e-4 to 2e-4 (QLoRA, arXiv:2305.14314), 1e-3 in
 * the public labs with FLAN-T5 base. Soft prompts and IA3 take more, and reward models with
 * adapters are trained at 1e-3 in TRL's documentation; neither is looked at.
 */
public final class LrLoraHigh implements Rule {

  private static final double HIGH = 1e-3;

  private static final Localized MESSAGE =
      Localized.of(
          "`learning-rate: {0}` is more than LoRA can take: published runs take 1e-4 to 4e-4, at most"
              + " 1e-3, and above that the loss jumps. Try 2e-4",
          "`learning-rate: {0}` 超出 LoRA 的承受范围：公开的训练取 1e-4 到 4e-4，最多 1e-3，再高损失就会突然升高。可试 2e-4");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "lr-lora-high",
            Category.TRAINING,
            Severity.WARNING,
            "The learning rate of LoRA is too high to be stable.",
            "LoRA 的学习率过高，训练不稳定。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training tune : View.all(plan, "finetune", Training::new)) {
      if (tune.lora().isPresent()) {
        Setting.learningRate(tune)
            .filter(rate -> rate.number() > HIGH)
            .ifPresent(rate -> rate.report(reporter, MESSAGE).fix(rate.instead("2e-4")));
      }
    }
  }
}
