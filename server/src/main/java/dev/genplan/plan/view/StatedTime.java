package dev.genplan.plan.view;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Calendar time of a stage by what it states itself, of one round where it stands in a {@code
 * repeat}. Nothing is estimated: what is not stated counts nothing.
 *
 * @param least seconds that it takes for certain
 * @param expected seconds that it takes by its middle figures
 */
public record StatedTime(double least, double expected) {

  private static final StatedTime NONE = new StatedTime(0, 0);

  private static final List<String> RUN_UNITS =
      List.of("h", "hour", "hours", "min", "minute", "minutes", "s", "second", "seconds");

  /**
   * Whether a duration is that of a run, so that its machines work all the time: it is written in
   * hours or less. In days or weeks it is calendar time, in which they may stand idle.
   */
  public static boolean isRun(Amount duration) {
    return RUN_UNITS.contains(duration.unit());
  }

  /** By its duration, else its deliveries, the work of its people, or its accelerator-hours. */
  public static StatedTime of(Symbol stage) {
    Attributes stated = stage.attributes();
    Optional<Amount> duration = stated.amount("duration");
    if (duration.isPresent()) {
      return of(stage, "duration", duration.get(), 1);
    }
    Optional<Amount> batches = stated.amount("batches");
    OptionalDouble every = stated.qualifiers("batches").number("every");
    if (batches.isPresent() && every.isPresent()) {
      return of(stage, "batches", batches.get(), every.getAsDouble());
    }
    HumanWork work = new HumanWork(stage);
    if (work.time().isPresent()) {
      double rounds = Rounds.isTotal(stage, work.property()) ? Rounds.around(stage).expected() : 1;
      return new StatedTime(
          work.leastCalendarTime() / rounds, work.expectedCalendarTime() / rounds);
    }
    return machines(stage);
  }

  private static StatedTime of(Symbol stage, String property, Amount figure, double unit) {
    Rounds rounds = Rounds.isTotal(stage, property) ? Rounds.around(stage) : new Rounds(1, 1);
    double least = Double.isInfinite(figure.low()) ? 0 : figure.low();
    return new StatedTime(
        least * unit / rounds.expected(), figure.middle() * unit / rounds.expected());
  }

  /** All accelerators at once, none of them idle. */
  private static StatedTime machines(Symbol stage) {
    Optional<Amount> hours = stage.attributes().amount("accelerator-hours");
    if (hours.isEmpty() || stage.links("compute").size() != 1) {
      return NONE;
    }
    OptionalDouble total =
        stage
            .target("compute")
            .filter(target -> target.is("compute"))
            .map(target -> new Compute(target).total())
            .orElse(OptionalDouble.empty());
    return total.isPresent() && total.getAsDouble() > 0
        ? of(stage, "accelerator-hours", hours.get(), 1 / total.getAsDouble())
        : NONE;
  }
}
