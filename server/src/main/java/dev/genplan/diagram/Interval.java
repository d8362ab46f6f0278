package dev.genplan.diagram;

import dev.genplan.plan.Amount;

/**
 * A figure that is known within bounds.
 *
 * @param low what it is at least
 * @param high what it is at most, not less than {@code low}
 */
public record Interval(double low, double high) {

  private static final double MOST = 1e15;

  public static final Interval ZERO = new Interval(0, 0);

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(low + ".." + high);
    }
  }

  /** One figure. */
  static Interval of(double value) {
    return new Interval(value, value);
  }

  /** What a plan states; a bound counts as the figure it names. */
  static Interval of(Amount amount) {
    double low = Double.isInfinite(amount.low()) ? amount.high() : amount.low();
    double high = Double.isInfinite(amount.high()) ? amount.low() : amount.high();
    return between(bounded(low), bounded(high));
  }

  /** Nothing that is planned is negative, and a slip of the pen must not end in infinity. */
  private static double bounded(double value) {
    return Math.max(0, Math.min(value, MOST));
  }

  /** From the smaller to the larger of two figures. */
  static Interval between(double one, double other) {
    return new Interval(Math.min(one, other), Math.max(one, other));
  }

  /** Whether both bounds are the same. */
  public boolean isExact() {
    return low == high;
  }

  Interval plus(Interval other) {
    return new Interval(low + other.low, high + other.high);
  }

  Interval times(Interval factor) {
    return new Interval(low * factor.low, high * factor.high);
  }

  Interval dividedBy(Interval divisor) {
    return new Interval(low / divisor.high, high / divisor.low);
  }

  Interval times(double factor) {
    return new Interval(low * factor, high * factor);
  }

  /** The later of two times, whichever that will be. */
  Interval max(Interval other) {
    return new Interval(Math.max(low, other.low), Math.max(high, other.high));
  }
}
