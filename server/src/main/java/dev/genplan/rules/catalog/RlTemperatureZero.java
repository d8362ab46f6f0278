package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement.Rollouts;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Rollouts at temperature 0: the model always gives the same answer, so nothing is explored and all
 * answers of a group are equal.
 */
public final class RlTemperatureZero implements Rule {

  private static final Message MESSAGE =
      Message.of(
          "At temperature 0 every rollout of a prompt is the same answer, so there is nothing to learn"
              + " from; 0.7 to 1.0 is usual",
          "温度为 0 时，同一提示词每次采样的回答都相同，模型无从学习；通常取 0.7 到 1.0");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rl-temperature-zero",
            Category.TRAINING,
            Severity.ERROR,
            "Reinforcement learning samples its rollouts at temperature 0.",
            "强化学习以温度 0 采样。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      boolean online =
          align.requirements().stream().anyMatch(need -> need.rollouts() != Rollouts.NONE);
      Optional<Attributes> sampling = align.attributes().section("sampling");
      boolean zero =
          sampling.isPresent()
              && sampling.get().number("temperature").isPresent()
              && sampling.get().number("temperature").getAsDouble() == 0;
      if (online && zero) {
        Location place = align.symbol().locate(sampling.get().value("temperature").orElseThrow());
        reporter
            .report(align.symbol(), place, MESSAGE)
            .fix(new Fix(Message.of("Use 1.0", "改为 1.0"), false, List.of(new Edit(place, "1.0"))));
      }
    }
  }
}
