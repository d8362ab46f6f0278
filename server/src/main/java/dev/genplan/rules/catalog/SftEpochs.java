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
import java.util.List;
import java.util.OptionalDouble;

/**
 * A supervised fine-tune that goes through its data more than five times. Published runs mostly
 * take 1 to 3. Few, curated examples take more: 15 epochs for 1,000 (LIMA, arXiv:2305.11206), 5 for
 * 1,000 (s1, arXiv:2501.19393); and InstructGPT took 16, of which a reward model chose the best
 * (arXiv:2203.02155). The limit of 2,000 examples is practice.
 */
public final class SftEpochs implements Rule {

  private static final double MANY = 5;
  private static final double FEW_EXAMPLES = 2_000;
  private static final List<String> SOFT =
      List.of("prompt-tuning", "prefix-tuning", "p-tuning", "ia3");

  private static final Localized MESSAGE =
      Localized.of(
          "{0} epochs over {1} examples teach a model to recite them; 2 to 3 are usual. Take 3, or let"
              + " held-out data decide: `early-stop`, or `checkpoint: best`",
          "在 {1} 条样本上训练 {0} 轮，模型会背下它们；通常取 2 到 3。请取 3，或由留出数据决定：`early-stop` 或"
              + " `checkpoint: best`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "sft-epochs",
            Category.TRAINING,
            Severity.INFORMATION,
            "A fine-tune goes through its data more than five times.",
            "微调把数据遍历了五次以上。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training tune : View.all(plan, "finetune", Training::new)) {
      OptionalDouble examples = tune.items();
      boolean excused = tune.keepsBest() || tune.anyMethod(SOFT).isPresent();
      if (examples.orElse(0) > FEW_EXAMPLES && !excused) {
        Setting.of(tune, "epochs")
            .filter(epochs -> epochs.number() > MANY)
            .ifPresent(
                epochs ->
                    epochs
                        .report(reporter, MESSAGE, Figures.of(examples.getAsDouble()))
                        .fix(epochs.instead("3")));
      }
    }
  }
}
