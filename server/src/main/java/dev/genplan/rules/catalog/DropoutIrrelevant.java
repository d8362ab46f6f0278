package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.Setting;
import dev.genplan.text.Localized;

/**
 * A dropout above 10% in LoRA on a large model. QLoRA took 10% for 7B and 13B and 5% for 33B and
 * 65B (arXiv:2305.14314).
 */
public final class DropoutIrrelevant implements Rule {

  private static final double HIGH = 0.1;
  private static final double LARGE_MODEL = 30e9;

  private static final Localized MESSAGE =
      Localized.of(
          "A dropout of {0} slows LoRA down on {1} parameters, which hardly overfit through an adapter;"
              + " QLoRA took 5% from 33B on. Take 5%",
          "参数量为 {1} 时，{0} 的丢弃率只会拖慢 LoRA：大模型通过适配器很少过拟合；QLoRA 从 33B 起取 5%。请取 5%");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "dropout-irrelevant",
            Category.TRAINING,
            Severity.HINT,
            "LoRA on a large model drops out more than helps.",
            "大模型上 LoRA 的丢弃率过高。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      double size = training.parameters().orElse(0);
      if (size >= LARGE_MODEL) {
        training
            .lora()
            .flatMap(lora -> Setting.of(training, lora, "dropout"))
            .filter(dropout -> dropout.number() > HIGH)
            .ifPresent(
                dropout ->
                    dropout
                        .report(reporter, MESSAGE, Figures.parameters(size))
                        .fix(dropout.instead("5%")));
      }
    }
  }
}
