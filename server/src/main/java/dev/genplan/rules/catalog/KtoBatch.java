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
import java.util.Optional;

/**
 * KTO with small batches: its loss is measured against the mean KL divergence of the micro-batch,
 * which a few examples estimate badly. Source: TRL documentation, KTO trainer: at least 4 on each
 * device, 16 to 128 in all.
 */
public final class KtoBatch implements Rule {

  private static final double FEW_IN_ALL = 16;
  private static final double FEW_AT_ONCE = 4;

  private static final Localized IN_ALL =
      Localized.of(
          "KTO estimates from each batch how far the model has moved, and {0} examples are too few for"
              + " that; 16 to 128 are usual. Take 32",
          "KTO 用每个批次估计模型偏移的程度，{0} 条样本太少，估计不准；通常取 16 到 128。请取 32");
  private static final Localized AT_ONCE =
      Localized.of(
          "KTO estimates from each micro-batch how far the model has moved, and {0} examples are too"
              + " few for that, whatever the batch in all. Take at least 4",
          "KTO 用每个微批估计模型偏移的程度，{0} 条样本太少，全局批再大也估计不准。请至少取 4");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "kto-batch",
            Category.TRAINING,
            Severity.WARNING,
            "KTO is trained with batches too small for its baseline.",
            "KTO 的批次太小，基线估计不准。")
        .forLibrariesToo()
        .yieldingTo("batch-arithmetic");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      if (align.method("kto").isEmpty()) {
        continue;
      }
      Optional<Setting> batch = Setting.batch(align).filter(it -> it.number() < FEW_IN_ALL);
      Optional<Setting> micro =
          Setting.of(align, "micro-batch").filter(it -> it.number() < FEW_AT_ONCE);
      if (batch.isPresent()) {
        Reporter.Finding finding = batch.get().report(reporter, IN_ALL);
        if (!align.attributes().has("micro-batch") && !align.attributes().has("accumulation")) {
          finding.fix(batch.get().instead("32"));
        }
      } else if (micro.isPresent()) {
        micro.get().report(reporter, AT_ONCE);
      }
    }
  }
}
