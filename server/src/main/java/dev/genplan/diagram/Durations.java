package dev.genplan.diagram;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Compute;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/** How long each stage takes by itself. */
final class Durations {

  static final double DAY = 86_400;

  /** The share of the week in which people work: five days of eight hours. */
  private static final double WORKING_SHARE = 40 / (7.0 * 24);

  /**
   * A duration and where it comes from.
   *
   * @param time in seconds
   */
  record Duration(Interval time, Bar.Basis basis) {}

  private Durations() {}

  /** How long a stage takes; inside a {@code repeat}, one round of it. */
  static Duration of(Symbol stage) {
    Attributes stated = stage.attributes();
    Optional<Interval> duration = perRound(stage, "duration");
    if (duration.isPresent()) {
      return new Duration(duration.get(), Bar.Basis.STATED);
    }
    Optional<LocalDate> started = stated.date("started");
    Optional<LocalDate> finished = stated.lastDate("finished");
    if (started.isPresent() && finished.filter(day -> !day.isBefore(started.get())).isPresent()) {
      double days = ChronoUnit.DAYS.between(started.get(), finished.get()) + 1.0;
      return new Duration(Interval.of(days * DAY), Bar.Basis.STATED);
    }
    return accelerated(stage)
        .or(() -> gathered(stage))
        .map(time -> new Duration(time, Bar.Basis.DERIVED))
        .orElseGet(
            () ->
                stage.is("monitor")
                    ? new Duration(Interval.ZERO, Bar.Basis.ONGOING)
                    : new Duration(Efforts.of(stage), Bar.Basis.ASSUMED));
  }

  /** What a figure says about one round, where it may count all rounds. */
  static Optional<Interval> perRound(Symbol stage, String property) {
    Optional<Interval> stated = stage.attributes().amount(property).map(Interval::of);
    boolean total = stage.attributes().qualifiers(property).isTrue("total");
    return total && stage.repeat().isPresent()
        ? stated.map(all -> all.dividedBy(rounds(stage.repeat().get())))
        : stated;
  }

  /** How often a {@code repeat} runs; at least once where that is open. */
  static Interval rounds(Symbol repeat) {
    return repeat
        .attributes()
        .amount("times")
        .map(Interval::of)
        .filter(times -> times.low() >= 1)
        .orElse(Interval.of(1));
  }

  /** Hours of all accelerators, spread over as many as it runs on. */
  private static Optional<Interval> accelerated(Symbol stage) {
    Optional<Interval> hours = perRound(stage, "accelerator-hours");
    OptionalDouble accelerators = accelerators(stage);
    return hours.isPresent() && accelerators.isPresent() && accelerators.getAsDouble() > 0
        ? hours.map(all -> all.times(1 / accelerators.getAsDouble()))
        : Optional.empty();
  }

  /** How many accelerators a stage runs on, if that is known. */
  static OptionalDouble accelerators(Symbol stage) {
    Optional<Compute> compute = compute(stage);
    return compute.isPresent() ? compute.get().total() : OptionalDouble.empty();
  }

  /** What a stage runs on. */
  static Optional<Compute> compute(Symbol stage) {
    return stage.valueLinks("compute").stream()
        .map(Link::symbol)
        .flatMap(Optional::stream)
        .findFirst()
        .map(Compute::new);
  }

  /** Deliveries at equal intervals, or judgments by people whose pace is stated. */
  private static Optional<Interval> gathered(Symbol stage) {
    Attributes stated = stage.attributes();
    Interval lead = stated.amount("lead").map(Interval::of).orElse(Interval.ZERO);
    Optional<Interval> batches = perRound(stage, "batches");
    Optional<Amount> every = stated.qualifiers("batches").amount("every");
    if (batches.isPresent() && every.isPresent()) {
      return Optional.of(lead.plus(batches.get().times(Interval.of(every.get()))));
    }
    Optional<Interval> pieces = perRound(stage, "collect").or(() -> perRound(stage, "size"));
    Optional<Interval> pace = stated.amount("pace").map(Interval::of);
    Optional<Interval> people = stated.amount("annotators").map(Interval::of);
    if (pieces.isEmpty() || pace.isEmpty() || people.isEmpty()) {
      return Optional.empty();
    }
    Interval together = pace.get().times(people.get());
    if (together.low() <= 0) {
      return Optional.empty();
    }
    double twice = 1 + stated.amount("overlap").map(Amount::middle).orElse(0.0);
    double share =
        stated
            .qualifiers("annotators")
            .amount("hours")
            .map(Amount::middle)
            .filter(part -> part > 0)
            .orElse(WORKING_SHARE);
    return Optional.of(lead.plus(pieces.get().dividedBy(together).times(twice / share)));
  }
}
