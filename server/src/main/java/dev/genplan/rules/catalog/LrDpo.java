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
 * A preference loss with a learning rate of supervised fine-tuning: above 1e-5, or 5e-5 with an
 * adapter. Published: 5e-7 (Zephyr, arXiv:2310.16944; Tülu 3, arXiv:2411.15124), 1e-6 (DPO,
 * arXiv:2305.18290), 1e-5 with a likelihood term (Llama 3, arXiv:2407.21783), 5e-6 to 8e-6 (ORPO in
 * TRL), 5e-6 with QLoRA (alignment handbook).
 */
public final class LrDpo implements Rule {

  private static final double HIGH = 1e-5;
  private static final double HIGH_WITH_ADAPTER = 5e-5;

  private static final Localized FULL =
      Localized.of(
          "`learning-rate: {0}` is one for supervised fine-tuning; a preference loss at more than 1e-5"
              + " makes chosen answers less likely together with the rejected ones. Try 5e-7",
          "`learning-rate: {0}` 是监督微调的学习率；偏好损失超过 1e-5 时，被选回答的概率会与被拒回答一同下降。可试 5e-7");
  private static final Localized ADAPTER =
      Localized.of(
          "`learning-rate: {0}` is one for supervised fine-tuning; a preference loss on an adapter at"
              + " more than 5e-5 makes chosen answers less likely together with the rejected ones. Try"
              + " 5e-6",
          "`learning-rate: {0}` 是监督微调的学习率；在适配器上，偏好损失超过 5e-5 时，" + "被选回答的概率会与被拒回答一同下降。可试 5e-6");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "lr-dpo",
            Category.TRAINING,
            Severity.WARNING,
            "A preference loss is trained with a learning rate meant for supervised fine-tuning.",
            "偏好优化用了监督微调的学习率。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      if (align.isOf(Family.PREFERENCE)) {
        boolean adapter = align.isAdapter();
        Setting.learningRate(align)
            .filter(rate -> rate.number() > (adapter ? HIGH_WITH_ADAPTER : HIGH))
            .ifPresent(
                rate ->
                    rate.report(reporter, adapter ? ADAPTER : FULL)
                        .fix(rate.instead(adapter ? "5e-6" : "5e-7")));
      }
    }
  }
}
