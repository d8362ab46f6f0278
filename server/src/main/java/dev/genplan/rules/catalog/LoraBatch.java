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
import dev.genplan.text.Localized;
import java.util.OptionalDouble;

/**
 * LoRA with a large batch on little data. It loses more than full fine-tuning does as batches grow,
 * and a higher rank does not help, since it is the product of two matrices that is trained
 * (Thinking Machines, "LoRA Without Regret", 2025). The limits of 64 and of 10,000 examples are
 * practice.
 */
public final class LoraBatch implements Rule {

  private static final double LARGE = 64;
  private static final double LITTLE_DATA = 10_000;

  private static final Localized MESSAGE =
      Localized.of(
          "A batch of {0} makes {1} updates of each pass over {2} examples; LoRA loses more by large"
              + " batches than full fine-tuning does. Take 32 or less",
          "批大小为 {0} 时，每遍历 {2} 条样本只更新 {1} 次；批越大，LoRA 比全参微调损失越多。请取 32 或更小");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "lora-batch",
            Category.TRAINING,
            Severity.HINT,
            "LoRA is trained with large batches on little data.",
            "LoRA 在小数据上用了大批次。")
        .forLibrariesToo()
        .yieldingTo("batch-arithmetic");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training tune : View.all(plan, "finetune", Training::new)) {
      OptionalDouble examples = tune.items();
      boolean little = examples.isPresent() && examples.getAsDouble() <= LITTLE_DATA;
      if (little && tune.lora().isPresent()) {
        Setting.batch(tune)
            .filter(batch -> batch.number() > LARGE)
            .ifPresent(batch -> report(tune, batch, examples.getAsDouble(), reporter));
      }
    }
  }

  private static void report(Training tune, Setting batch, double examples, Reporter reporter) {
    Reporter.Finding finding =
        batch.report(
            reporter,
            MESSAGE,
            Figures.of(Math.ceil(examples / batch.number())),
            Figures.of(examples));
    boolean alone = !tune.attributes().has("micro-batch") && !tune.attributes().has("accumulation");
    if (alone) {
      finding.fix(batch.instead("32"));
    }
  }
}
