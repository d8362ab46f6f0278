package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * All weights trained at the full learning rate from the first step. Adam's estimate of the
 * variance rests on few gradients then, and the first steps are too large (RAdam,
 * arXiv:1908.03265). Adapters start from no change and are trained at a constant rate (QLoRA,
 * arXiv:2305.14314).
 */
public final class WarmupMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` starts at its full learning rate: Adam has seen too few gradients by then, and the loss"
              + " spikes. Warm up over 3 to 10% of the steps",
          "`{0}` 一开始就用满学习率：此时 Adam 见过的梯度太少，损失会出现尖峰。请用 3% 到 10% 的步数预热");
  private static final Message WARM_UP = Message.of("Warm up over 3%", "预热 3% 的步数");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "warmup-missing",
            Category.TRAINING,
            Severity.HINT,
            "All weights are trained without a warmup.",
            "全参训练没有预热。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      Symbol stage = training.symbol();
      boolean none =
          training.attributes().isNone("warmup")
              || training.attributes().number("warmup").orElse(1) == 0;
      if (none && training.isFull()) {
        Reporter.Finding finding = reporter.report(stage, "warmup", MESSAGE.with(stage.name()));
        SourceEdits.replaceValue(stage, "warmup", "3%")
            .ifPresent(edit -> finding.fix(new Fix(WARM_UP, false, List.of(edit))));
      }
    }
  }
}
