package dev.genplan.diagram;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Compute;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.Measure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a plan says that things cost, and what follows from its prices. */
final class Costs {

  private static final double HOUR = 3_600;

  private Costs() {}

  /** Whether a stage is not known to be skipped. */
  static boolean counts(Symbol stage) {
    return stage.plan().course().of(stage) != Course.Presence.SKIPPED;
  }

  /**
   * Costs by currency: what is stated as a cost, accelerator-hours at the price of the
   * accelerators, gathered pieces at the price of one. A stage that may not run costs nothing at
   * best.
   */
  static Map<String, Interval> of(Plan plan) {
    Map<String, Interval> costs = new LinkedHashMap<>();
    for (Symbol symbol : plan.symbols()) {
      if (symbol.is("dataset")) {
        symbol
            .attributes()
            .amount("cost")
            .ifPresent(cost -> costs.merge(cost.unit(), Interval.of(cost), Interval::plus));
      } else if (symbol.isStage() && counts(symbol)) {
        add(symbol, costs);
      }
    }
    return costs;
  }

  private static void add(Symbol stage, Map<String, Interval> costs) {
    boolean maybe = stage.plan().course().of(stage) == Course.Presence.OPEN;
    Optional<Amount> stated = stage.attributes().amount("cost");
    if (stated.isPresent()) {
      allRounds(stage, "cost").ifPresent(cost -> merge(costs, stated.get().unit(), cost, maybe));
      return;
    }
    Optional<Amount> hourly =
        Durations.compute(stage).flatMap(compute -> compute.attributes().amount("price"));
    Optional<Interval> hours = acceleratorHours(stage);
    if (hourly.isPresent() && hours.isPresent()) {
      Interval cost = hours.get().times(Interval.of(hourly.get())).times(HOUR);
      merge(costs, currency(hourly.get()), cost, maybe);
    }
    Optional<Amount> each = stage.attributes().amount("price");
    Optional<Interval> pieces = allRounds(stage, "collect");
    if (each.isPresent() && pieces.isPresent() && samePiece(stage, each.get())) {
      Interval cost = pieces.get().times(Interval.of(each.get()));
      merge(costs, currency(each.get()), cost, maybe);
    }
  }

  private static void merge(
      Map<String, Interval> costs, String currency, Interval cost, boolean maybe) {
    costs.merge(currency, maybe ? new Interval(0, cost.high()) : cost, Interval::plus);
  }

  /** Whether a price counts what is gathered. */
  private static boolean samePiece(Symbol stage, Amount price) {
    Optional<Dimension> piece =
        stage.attributes().amount("collect").flatMap(Amount::measure).map(Measure::of);
    return piece.isPresent()
        && price.measure().filter(measure -> measure.equals(rate(piece.get()))).isPresent();
  }

  private static Measure rate(Dimension piece) {
    return Measure.rate(Dimension.MONEY, piece);
  }

  /** The currency of a price per something. */
  private static String currency(Amount price) {
    int end = price.unit().indexOf('/');
    return end < 0 ? price.unit() : price.unit().substring(0, end).strip();
  }

  /** Hours of all accelerators in all rounds: as stated, or from the duration that is stated. */
  static Optional<Interval> acceleratorHours(Symbol stage) {
    Optional<Interval> stated = allRounds(stage, "accelerator-hours");
    if (stated.isPresent()) {
      return stated.map(seconds -> seconds.times(1 / HOUR));
    }
    Optional<Interval> duration = allRounds(stage, "duration");
    Optional<Compute> compute = Durations.compute(stage);
    OptionalDouble number = Durations.accelerators(stage);
    return duration.isPresent() && compute.isPresent() && number.isPresent()
        ? duration.map(seconds -> seconds.times(number.getAsDouble() / HOUR))
        : Optional.empty();
  }

  /** What a figure of a stage says about all its rounds. */
  static Optional<Interval> allRounds(Symbol stage, String property) {
    Optional<Interval> once = Durations.perRound(stage, property);
    return stage.repeat().isPresent()
        ? once.map(one -> one.times(Durations.rounds(stage.repeat().get())))
        : once;
  }
}
