package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement.Family;
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
 * A preference loss that goes through its comparisons more than three times. Zephyr took 3 and
 * notes that the model overfits after the first (arXiv:2310.16944); the alignment handbook takes 1.
 * ORPO fine-tunes at the same time and is left alone.
 */
public final class DpoEpochs implements Rule {

  private static final double MANY = 3;

  private static final Localized MESSAGE =
      Localized.of(
          "After {0} epochs a preference loss goes on pushing answers apart that the model already tells"
              + " apart, and quality falls; 1 is usual, 3 the most that is published. Take 1",
          "训练 {0} 轮时，偏好损失会继续拉开模型早已能区分的回答，质量反而下降；通常取 1，公开的最多为 3。请取 1");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "dpo-epochs",
            Category.TRAINING,
            Severity.INFORMATION,
            "A preference loss goes through its comparisons more than three times.",
            "偏好优化把比较数据遍历了三次以上。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      boolean supervised = align.method("orpo").isPresent();
      if (align.isOf(Family.PREFERENCE) && !supervised && !align.keepsBest()) {
        Setting.of(align, "epochs")
            .filter(epochs -> epochs.number() > MANY)
            .ifPresent(epochs -> epochs.report(reporter, MESSAGE).fix(epochs.instead("1")));
      }
    }
  }
}
