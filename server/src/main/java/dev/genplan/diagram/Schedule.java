package dev.genplan.diagram;

import dev.genplan.plan.Plan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A plan over time: when each stage can begin and is finished if it waits for nothing but what it
 * needs. People and accelerators are not shared out, so stages that need the same ones may overlap.
 *
 * @param firstDay the day from which times count: the project's start, or else the first day on
 *     which a stage was started; empty if the plan names none
 * @param deadline the project's last day
 * @param end when all that has an end is finished, in seconds from the first day
 * @param bars the stages; those inside a {@code repeat} behind it
 */
public record Schedule(
    Optional<LocalDate> firstDay, Optional<LocalDate> deadline, Interval end, List<Bar> bars) {

  public Schedule {
    bars = List.copyOf(bars);
  }

  /**
   * The schedule of a plan, as far as it can be read.
   *
   * @param flow its flow
   */
  static Schedule of(Plan plan, FlowGraph flow) {
    return new ScheduleBuilder(plan, flow).build();
  }

  /**
   * Time between the end and the deadline, in seconds, negative if that is missed; empty if the
   * plan does not name both days.
   */
  public Optional<Interval> left() {
    if (deadlineSeconds().isEmpty()) {
      return Optional.empty();
    }
    double last = deadlineSeconds().getAsDouble();
    return Optional.of(new Interval(last - end.high(), last - end.low()));
  }

  /**
   * When the deadline is over, in seconds from the first day; empty if one of them is not known.
   */
  public OptionalDouble deadlineSeconds() {
    return firstDay.isPresent() && deadline.isPresent()
        ? OptionalDouble.of(Precedence.seconds(firstDay.get(), deadline.get().plusDays(1)))
        : OptionalDouble.empty();
  }

  /** The bar of the stage with that id. */
  public Bar bar(String id) {
    for (Bar bar : bars) {
      if (bar.node().id().equals(id)) {
        return bar;
      }
    }
    throw new IllegalArgumentException("no stage " + id);
  }

  /** Ids of the stages that decide when the plan ends, in the worst case, in their order. */
  public List<String> criticalPath() {
    return bars.stream()
        .filter(Bar::critical)
        .sorted(Comparator.comparingDouble(bar -> bar.start().high()))
        .map(bar -> bar.node().id())
        .toList();
  }
}
