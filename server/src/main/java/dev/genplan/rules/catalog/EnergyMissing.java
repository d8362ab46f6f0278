package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Optional;

/**
 * A training of 100,000 accelerator-hours or more without the energy it takes. Source: Regulation
 * (EU) 2024/1689 (AI Act), annex XI, section 1, point 2(e). The limit itself is practice.
 */
public final class EnergyMissing implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` takes {1} accelerator-hours and states no `energy`, which the EU asks providers of"
              + " general-purpose models for; power times hours times PUE is enough",
          "`{0}` 需要 {1} 卡时，却没有写 `energy`；欧盟要求通用模型的提供者说明能耗，用功率、时长与 PUE 相乘即可");
  private static final double LARGE = 100_000.0 * 3600;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "energy-missing",
            Category.COMPUTE,
            Severity.HINT,
            "A large training run does not state the energy it takes.",
            "大规模训练没有写明能耗。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      Optional<Amount> time = training.attributes().amount("accelerator-hours");
      if (time.isPresent() && time.get().low() >= LARGE && !training.attributes().has("energy")) {
        reporter.report(
            training.symbol(),
            "accelerator-hours",
            MESSAGE.with(training.symbol().name(), Figures.of(time.get().low() / 3600)));
      }
    }
  }
}
