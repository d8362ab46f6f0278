package dev.genplan.plan.view;

import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.List;

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
}
