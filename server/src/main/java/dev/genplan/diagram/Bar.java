package dev.genplan.diagram;

import java.util.List;

/**
 * A stage over time. All times are seconds from the plan's first day.
 *
 * @param node the stage
 * @param start when it can begin at the earliest: with the best case before it, and with the worst
 * @param end when it is finished then, if it runs
 * @param duration how long it takes; inside a {@code repeat}, one round
 * @param basis where the duration comes from
 * @param rounds how often it runs; more than once for a {@code repeat} only
 * @param after ids of the stages that must be finished before, directly or through what they make
 * @param critical whether the plan ends later if it takes longer, in the worst case
 */
public record Bar(
    Node node,
    Interval start,
    Interval end,
    Interval duration,
    Basis basis,
    Interval rounds,
    List<String> after,
    boolean critical) {

  /** Where a duration comes from. */
  public enum Basis {
    /** The plan says how long it takes, or when it was started and finished. */
    STATED,
    /** It follows from other figures of the plan. */
    DERIVED,
    /** The plan says nothing: {@link Efforts}. */
    ASSUMED,
    /** It goes on without an end. */
    ONGOING
  }

  public Bar {
    after = List.copyOf(after);
  }
}
