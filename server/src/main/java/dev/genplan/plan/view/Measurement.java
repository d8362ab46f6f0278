package dev.genplan.plan.view;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.ArrayList;
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

  /** The metrics that it asks for or reports, those that the catalog knows. */
  public List<Metric> metrics() {
    List<Metric> known = new ArrayList<>();
    for (String name : new Evaluation(stage).metrics()) {
      Metrics.find(name).ifPresent(known::add);
    }
    return known;
  }

  /** Whether it looks for harm: by red teaming, for named harms, or by a metric of safety. */
  public boolean looksForHarm() {
    return isRedTeam()
        || stage.attributes().has("harms")
        || metrics().stream().anyMatch(Measurement::countsHarm);
  }

  private static boolean countsHarm(Metric metric) {
    return metric.name().equals("harmlessness")
        || (metric.category() == Metric.Category.SAFETY && !metric.name().equals("over-refusal"));
  }

  /** Whether it measures a thing, an earlier or a later form of it, or the same weights. */
  public boolean concerns(Symbol other) {
    Lineage lineage = other.plan().lineage();
    return thing == other
        || lineage.ancestors(thing).contains(other)
        || lineage.ancestors(other).contains(thing)
        || Assembly.of(other).map(Assembly::weights).filter(assembly.weights()::equals).isPresent();
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
