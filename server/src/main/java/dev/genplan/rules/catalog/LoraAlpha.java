package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.Setting;
import dev.genplan.text.Localized;
import java.util.Optional;

/**
 * LoRA's alpha below a quarter of the rank or above four times it. The update is scaled by alpha
 * over rank (LoRA, arXiv:2106.09685, section 4.1), so that the ratio multiplies the learning rate.
 * Published: 16 over 64 (QLoRA, arXiv:2305.14314), 16 over 8 (alpaca-lora), 32 over 32 (the FLAN-T5
 * labs). RsLoRA divides by the square root of the rank and is left alone.
 */
public final class LoraAlpha implements Rule {

  private static final double LOW = 0.25;
  private static final double HIGH = 4;

  private static final Localized MESSAGE =
      Localized.of(
          "`alpha: {0}` over rank {1} scales each update by {2}, as if the learning rate were {2} times"
              + " what is written; 1 to 2 is usual. Take {3}",
          "`alpha: {0}` 与秩 {1} 之比为 {2}，相当于学习率是所写值的 {2} 倍；通常取 1 到 2。请取 {3}");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "lora-alpha",
            Category.TRAINING,
            Severity.HINT,
            "LoRA is scaled unusually, which changes what its learning rate means.",
            "LoRA 的缩放比例不寻常，学习率的含义随之改变。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      training
          .lora()
          .filter(lora -> !lora.options().isWord("variant", "rslora"))
          .ifPresent(lora -> check(training, lora, reporter));
    }
  }

  private static void check(Training training, Tag lora, Reporter reporter) {
    double rank = lora.options().number("rank").orElse(0);
    Optional<Setting> alpha = Setting.of(training, lora, "alpha").filter(it -> rank > 0);
    alpha
        .filter(it -> it.number() / rank < LOW || it.number() / rank > HIGH)
        .ifPresent(
            it -> {
              String usual = Figures.source(it.number() > rank ? 2 * rank : rank);
              it.report(reporter, MESSAGE, Figures.of(rank), Figures.of(it.number() / rank), usual)
                  .fix(it.instead(usual));
            });
  }
}
