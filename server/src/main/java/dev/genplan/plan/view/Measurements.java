package dev.genplan.plan.view;

import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is measured in a plan. Several rules ask for it at each deployment, so it is worked out
 * once for a plan.
 *
 * @param all in the order of the stages
 * @param byWeights those that measure the same weights
 * @param anyUnresolved whether of some evaluation it cannot be known what it measures
 */
record Measurements(
    List<Measurement> all, Map<Symbol, List<Measurement>> byWeights, boolean anyUnresolved) {

  static Measurements of(Plan plan) {
    return plan.derived(Measurements.class, Measurements::collect);
  }

  private static Measurements collect(Plan plan) {
    List<Measurement> all = new ArrayList<>();
    Map<Symbol, List<Measurement>> byWeights = new HashMap<>();
    boolean anyUnresolved = false;
    for (Symbol stage : plan.symbols()) {
      if (measures(stage) && plan.course().of(stage) != Course.Presence.SKIPPED) {
        for (Symbol thing : things(stage)) {
          Assembly.of(thing).map(made -> new Measurement(stage, thing, made)).ifPresent(all::add);
        }
        anyUnresolved |= stage.is("evaluate") && plan.lineage().source(stage).isEmpty();
      }
    }
    for (Measurement each : all) {
      byWeights.computeIfAbsent(each.assembly().weights(), any -> new ArrayList<>()).add(each);
    }
    return new Measurements(List.copyOf(all), byWeights, anyUnresolved);
  }

  private static boolean measures(Symbol stage) {
    return stage.is("evaluate") || stage.is("redteam") || (stage.is("select") && compares(stage));
  }

  private static boolean compares(Symbol select) {
    return List.of("data", "metrics", "results").stream().anyMatch(select.attributes()::has);
  }

  private static List<Symbol> things(Symbol stage) {
    return stage.is("select")
        ? stage.targets("candidates")
        : stage.plan().lineage().source(stage).map(List::of).orElse(List.of());
  }

  /** Those that measure these weights, with whatever is around them. */
  List<Measurement> of(Symbol weights) {
    return byWeights.getOrDefault(weights, List.of());
  }
}
