package dev.genplan.plan.view;

import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.FlowType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far evaluations cover one thing that is deployed. It is in exactly one state, so that rules
 * about it never speak of the same defect twice.
 *
 * @param deployed the reference in the deployment
 * @param gap what separates the deployed thing from the nearest evaluated one
 * @param changes the stages on the way from the nearest evaluated thing, the last one first; for
 *     {@link Gap#PARTS} the parts that were not there when it was evaluated
 * @param missing for {@link Gap#PARTS} the parts that were there only when it was evaluated
 * @param evidence the nearest evaluations; none if nothing on the way was evaluated
 * @param smokeTest an evaluation of the deployed weights that is no more than a smoke test
 */
public record Coverage(
    Link deployed,
    Gap gap,
    List<Symbol> changes,
    List<Symbol> missing,
    List<Measurement> evidence,
    Optional<Symbol> smokeTest) {

  /** What separates a deployed thing from what was evaluated. */
  public enum Gap {
    /** Nothing: it was evaluated as it is deployed. */
    NONE,
    /** Its weights were evaluated with other parts around them. */
    PARTS,
    /** Since the evaluation models were merged, and nothing else. */
    MERGED,
    /** Since the evaluation the model was quantized, pruned or distilled, and not trained else. */
    OPTIMIZED,
    /** It was trained since, or never evaluated. */
    UNEVALUATED
  }

  /**
   * On the way back from the deployed weights.
   *
   * @param later the step before, nearer to what is deployed
   */
  private record Step(Symbol weights, Optional<Step> later) {

    /** The stages passed, the last one first. */
    List<Symbol> changes() {
      List<Symbol> changes = new ArrayList<>();
      for (Optional<Step> step = later; step.isPresent(); step = step.get().later) {
        changes.add(step.get().weights);
      }
      Collections.reverse(changes);
      return changes;
    }
  }

  public Coverage {
    changes = List.copyOf(changes);
    missing = List.copyOf(missing);
    evidence = List.copyOf(evidence);
  }

  /** The deployed thing, as it is named. */
  public Symbol thing() {
    return deployed.symbol().orElseThrow();
  }

  /**
   * What is known of each thing that a deployment serves: its model, or the adapters on it. Empty
   * while a name that matters leads nowhere.
   */
  public static List<Coverage> of(Deployment deployment) {
    return deployment
        .symbol()
        .plan()
        .derived(Found.class, deployment.symbol(), any -> new Found(search(deployment)))
        .coverages();
  }

  private static List<Coverage> search(Deployment deployment) {
    Plan plan = deployment.symbol().plan();
    List<Coverage> all = new ArrayList<>();
    if (!Measurements.of(plan).anyUnresolved()) {
      for (Link served : deployment.served()) {
        served
            .symbol()
            .flatMap(Assembly::of)
            .map(made -> new Search(plan, deployment).cover(served, made))
            .ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }

  /** Several rules ask for the same coverages, so they are kept with the plan. */
  private record Found(List<Coverage> coverages) {}

  /**
   * The deployed things of a plan with a certain gap, each with all the places where it is
   * deployed.
   */
  public static Collection<List<Coverage>> withGap(Plan plan, Gap gap) {
    Map<Symbol, List<Coverage>> found = new LinkedHashMap<>();
    for (Deployment deployment : Deployment.inUse(plan)) {
      for (Coverage coverage : of(deployment)) {
        if (coverage.gap == gap) {
          found.computeIfAbsent(coverage.thing(), thing -> new ArrayList<>()).add(coverage);
        }
      }
    }
    return found.values();
  }

  /** The search for the nearest evaluation. */
  private record Search(Plan plan, boolean weightsOnly, Measurements measurements) {

    Search(Plan plan, Deployment deployment) {
      this(plan, deployment.mode().equals("weights"), Measurements.of(plan));
    }

    Coverage cover(Link served, Assembly made) {
      Optional<Symbol> smokeTest =
          measurements.of(made.weights()).stream()
              .filter(each -> !each.isRedTeam() && each.isSmokeTest())
              .map(Measurement::stage)
              .findFirst();
      Optional<Step> nearest = nearest(made.weights());
      if (nearest.isEmpty()) {
        return new Coverage(served, Gap.UNEVALUATED, List.of(), List.of(), List.of(), smokeTest);
      }
      List<Measurement> evidence = evaluations(nearest.get().weights());
      List<Symbol> changes = nearest.get().changes();
      if (!changes.isEmpty()) {
        return new Coverage(served, gap(changes), changes, List.of(), evidence, smokeTest);
      }
      return compareParts(served, made, evidence, smokeTest);
    }

    private List<Measurement> evaluations(Symbol weights) {
      return measurements.of(weights).stream()
          .filter(each -> !each.isRedTeam() && !each.isSmokeTest())
          .toList();
    }

    private Optional<Step> nearest(Symbol weights) {
      Deque<Step> open = new ArrayDeque<>(List.of(new Step(weights, Optional.empty())));
      Set<Symbol> seen = new HashSet<>();
      while (!open.isEmpty()) {
        Step step = open.poll();
        if (!evaluations(step.weights()).isEmpty()) {
          return Optional.of(step);
        }
        if (seen.add(step.weights())) {
          for (Symbol origin : origins(step.weights())) {
            Assembly.of(origin)
                .ifPresent(made -> open.add(new Step(made.weights(), Optional.of(step))));
          }
        }
      }
      return Optional.empty();
    }

    /** The models something is made from: of a merge all of them, of a distillation the teacher. */
    private List<Symbol> origins(Symbol weights) {
      if (!weights.is("optimize")) {
        return plan.lineage().source(weights).map(List::of).orElse(List.of());
      }
      return plan.lineage().madeFrom(weights).stream()
          .filter(origin -> origin.makes().filter(made -> made.fits(FlowType.SYSTEM)).isPresent())
          .toList();
    }

    private static Gap gap(List<Symbol> changes) {
      if (!changes.stream().allMatch(change -> change.is("optimize"))) {
        return Gap.UNEVALUATED;
      }
      return changes.stream().allMatch(change -> new Optimization(change).onlyMerges())
          ? Gap.MERGED
          : Gap.OPTIMIZED;
    }

    private Coverage compareParts(
        Link served, Assembly made, List<Measurement> evidence, Optional<Symbol> smokeTest) {
      Assembly wanted = weightsOnly ? made.bare() : made;
      List<Measurement> exact =
          evidence.stream().filter(each -> distance(wanted, each) == 0).toList();
      if (!exact.isEmpty()) {
        return new Coverage(served, Gap.NONE, List.of(), List.of(), exact, smokeTest);
      }
      Measurement closest =
          evidence.stream().min(Comparator.comparingInt(each -> distance(wanted, each))).get();
      List<Symbol> added = wanted.partsBeyond(closest.assembly());
      List<Symbol> missing = closest.assembly().partsBeyond(wanted);
      boolean attacked =
          missing.isEmpty()
              && added.stream().allMatch(part -> part.is("guard"))
              && measurements.of(wanted.weights()).stream()
                  .anyMatch(each -> each.isRedTeam() && distance(wanted, each) == 0);
      return attacked
          ? new Coverage(served, Gap.NONE, List.of(), List.of(), List.of(closest), smokeTest)
          : new Coverage(served, Gap.PARTS, added, missing, List.of(closest), smokeTest);
    }

    /** How many parts differ. */
    private int distance(Assembly wanted, Measurement measurement) {
      Assembly measured = measurement.assembly();
      return weightsOnly
          ? 0
          : wanted.partsBeyond(measured).size() + measured.partsBeyond(wanted).size();
    }
  }
}
