package dev.genplan.plan.view;

import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Something measured.
 *
 * @param stage the {@code evaluate}, {@code redteam} or {@code select} that measures
 * @param thing what is measured, as it is named there
 * @param assembly what that stands for
 */
public record Measurement(Symbol stage, Symbol thing, Assembly assembly) {

  /** Whether it is no more than a smoke test. */
  public boolean isSmokeTest() {
    return stage.attributes().isWord("purpose", "sanity");
  }

  /** Whether it is a red team, which looks for harm and not for quality. */
  public boolean isRedTeam() {
    return stage.is("redteam");
  }

  /**
   * All that is measured in a plan by stages that are not skipped. A {@code select} that has test
   * data, metrics or results measures its candidates.
   */
  public static List<Measurement> all(Plan plan) {
    return plan.watch(Measurements.of(plan).all());
  }

  /** All weights that some stage measures, red teams aside, or that an evaluation compares with. */
  public static Set<Symbol> weights(Plan plan) {
    Set<Symbol> weights = new HashSet<>();
    for (Measurement each : all(plan)) {
      if (!each.isRedTeam()) {
        weights.add(each.assembly().weights());
        each.stage().targets("baseline").stream()
            .flatMap(baseline -> Assembly.of(baseline).stream())
            .map(Assembly::weights)
            .forEach(weights::add);
      }
    }
    return weights;
  }
}
