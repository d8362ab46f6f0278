package dev.genplan.plan;

import dev.genplan.schema.Measure;
import dev.genplan.schema.Units;
import dev.genplan.syntax.Unit;
import dev.genplan.syntax.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure of a plan in base units (bytes, seconds, FLOP, Wh, W, g, person-hours, one of what is
 * counted, one of the currency), as an interval.
 *
 * @param low the smallest value it may have; negative infinity for an upper bound
 * @param high the largest value it may have; infinity for a lower bound; equal to {@code low} for a
 *     single figure
 * @param measure what the unit measures; empty for a bare number or an unknown unit
 * @param unit the unit as written, empty if there is none; for money, the currency
 */
public record Amount(double low, double high, Optional<Measure> measure, String unit) {

  /** Whether it is a single figure. */
  public boolean isExact() {
    return low == high;
  }

  /** The single figure, or the middle of the interval, or the finite end of a bound. */
  public double middle() {
    if (Double.isInfinite(low)) {
      return high;
    }
    return Double.isInfinite(high) ? low : (low + high) / 2;
  }

  /** The amount that a value states; empty for {@code unknown}, words and texts. */
  public static Optional<Amount> of(Value value) {
    if (value instanceof Value.Quantity quantity) {
      return Optional.of(exact(quantity, quantity.unit()));
    }
    if (value instanceof Value.Range range) {
      Optional<Unit> shared =
          range.low().unit().isPresent() ? range.low().unit() : range.high().unit();
      Amount low = exact(range.lower(), shared);
      Amount high = exact(range.high(), range.high().unit().or(() -> shared));
      return Optional.of(hull(low, high));
    }
    if (value instanceof Value.Bound bound) {
      Amount limit = exact(bound.limit(), bound.limit().unit());
      return Optional.of(
          switch (bound.operator()) {
            case AT_LEAST, MORE ->
                new Amount(limit.low, Double.POSITIVE_INFINITY, limit.measure, limit.unit);
            case AT_MOST, LESS ->
                new Amount(Double.NEGATIVE_INFINITY, limit.high, limit.measure, limit.unit);
            case EQUAL -> limit;
          });
    }
    if (value instanceof Value.Sequence sequence) {
      List<Amount> figures =
          sequence.elements().stream().flatMap(element -> of(element).stream()).toList();
      return figures.stream().reduce(Amount::hull);
    }
    return Optional.empty();
  }

  private static Amount exact(Value.Quantity quantity, Optional<Unit> unit) {
    double value =
        quantity.value() * unit.map(Units::factor).orElse(OptionalDouble.of(1)).orElse(1);
    return new Amount(value, value, unit.flatMap(Units::measure), unit.map(Unit::text).orElse(""));
  }

  private static Amount hull(Amount one, Amount other) {
    return new Amount(
        Math.min(one.low, other.low),
        Math.max(one.high, other.high),
        one.measure.isPresent() ? one.measure : other.measure,
        one.unit.isEmpty() ? other.unit : one.unit);
  }
}
