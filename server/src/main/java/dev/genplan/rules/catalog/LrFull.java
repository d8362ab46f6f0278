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
import dev.genplan.rules.Setting;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import java.util.OptionalDouble;

/**
 * A learning rate for full supervised fine-tuning outside 1e-6 to 1e-4. Published: 2e-5 (Llama 2,
 * arXiv:2307.09288; Zephyr, arXiv:2310.16944), 1e-5 (Llama 3, arXiv:2407.21783), 5e-6 (Tülu 3,
 * arXiv:2411.15124). Models below 2B take more: 3e-4 for SmolLM2 1.7B (recipe).
 */
public final class LrFull implements Rule {

  private static final double LOW = 1e-6;
  private static final double HIGH = 1e-4;
  private static final double SMALL_MODEL = 2e9;
  private static final String USUAL = "2e-5";

  private static final Localized TOO_HIGH =
      Localized.of(
          "`learning-rate: {0}` is too high for all {1} parameters: the loss jumps, and what was"
              + " pretrained is lost. Full fine-tunes take 5e-6 to 3e-5; try 2e-5",
          "`learning-rate: {0}` 对全部 {1} 参数而言过高：损失会突然升高，预训练所得也会丢失。" + "全参微调常用 5e-6 到 3e-5，可试 2e-5");
  private static final Localized TOO_LOW =
      Localized.of(
          "`learning-rate: {0}` hardly moves the weights; full fine-tunes take 5e-6 to 3e-5. Try 2e-5",
          "`learning-rate: {0}` 几乎不会改变权重；全参微调常用 5e-6 到 3e-5。可试 2e-5");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "lr-full",
            Category.TRAINING,
            Severity.WARNING,
            "The learning rate of a full fine-tune is far from what works.",
            "全参微调的学习率偏离常用范围。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training tune : View.all(plan, "finetune", Training::new)) {
      if (tune.isFull() && tune.symbol().makes().filter(FlowType.MODEL::equals).isPresent()) {
        Setting.learningRate(tune).ifPresent(rate -> check(tune, rate, reporter));
      }
    }
  }

  private static void check(Training tune, Setting rate, Reporter reporter) {
    OptionalDouble size = tune.parameters();
    if (rate.number() < LOW) {
      rate.report(reporter, TOO_LOW).fix(rate.instead(USUAL));
    } else if (rate.number() > HIGH && size.orElse(0) >= SMALL_MODEL) {
      rate.report(reporter, TOO_HIGH, Figures.parameters(size.getAsDouble()))
          .fix(rate.instead(USUAL));
    }
  }
}
