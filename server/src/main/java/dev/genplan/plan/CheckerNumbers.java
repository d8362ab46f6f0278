package dev.genplan.plan;

import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.schema.Type;
import dev.genplan.schema.Units;
import dev.genplan.syntax.Numbers;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.OptionalDouble;

/** Checks numbers: their units, and whether they are possible at all. */
final class CheckerNumbers {

  private final CheckerFindings findings;
  private final CheckerUnits units;

  CheckerNumbers(CheckerFindings findings) {
    this.findings = findings;
    this.units = new CheckerUnits(findings);
  }

  /**
   * Whether a figure is written as one of that type is: with a unit, with a percent sign, without.
   */
  static boolean hasForm(Type type, Value value) {
    Value.Quantity quantity = last(value);
    if (type instanceof Type.Share) {
      return quantity.percent() || (quantity.isBare() && quantity.value() <= 1);
    } else if (type instanceof Type.Quantity wanted) {
      return quantity.isBare() ? wanted.bare() || wanted.count() : quantity.unit().isPresent();
    }
    return quantity.isBare();
  }

  /** The number that carries the unit. */
  static Value.Quantity last(Value value) {
    if (value instanceof Value.Range range) {
      return range.high();
    }
    return value instanceof Value.Bound bound ? bound.limit() : (Value.Quantity) value;
  }

  /**
   * What is expected of a figure.
   *
   * @param name whose figure it is
   * @param example how it may be written
   * @param world whether a range or a bound may stand here as well
   * @param signed whether it is a difference, which may be negative where the amount may not
   */
  record Expected(String name, Type type, String example, boolean world, boolean signed) {}

  /** Checks a number, a range or a bound. */
  void check(Expected expected, Value value) {
    if (value instanceof Value.Quantity quantity) {
      number(expected, quantity, true);
    } else if (!expected.world()) {
      findings.add(
          CheckerCode.SINGLE_VALUE,
          findings.literal(value),
          Localized.of(
                  "`{0}` is a setting and takes one number, not {1}", "`{0}` 是设定值，只能写一个数字，不能写{1}")
              .with(expected.name(), CheckerPhrases.found(value)));
    } else if (value instanceof Value.Range range) {
      range(expected, range);
    } else if (value instanceof Value.Bound bound) {
      number(expected, bound.limit(), true);
    }
  }

  private void range(Expected expected, Value.Range range) {
    Value.Quantity low = range.lower();
    boolean possible = number(expected, low, low.unit().isPresent());
    if (number(expected, range.high(), true) && possible) {
      order(range, low);
    }
  }

  /**
   * Checks one number.
   *
   * @param needsUnit whether it is this number that has to carry the unit
   * @return whether nothing was found
   */
  private boolean number(Expected expected, Value.Quantity number, boolean needsUnit) {
    if (number.unit().isPresent() && units.isMagnitude(number, number.unit().get())) {
      return false;
    }
    if (expected.type() instanceof Type.Number plain) {
      return plain(expected.name(), number) && inRange(expected, plain, number);
    } else if (expected.type() instanceof Type.Share) {
      return units.without(expected.name(), number) && isShare(expected, number);
    }
    Type.Quantity quantity = (Type.Quantity) expected.type();
    return units.check(expected, quantity, number, needsUnit)
        && notNegative(expected, number)
        && notNothing(expected.name(), quantity, number)
        && whole(expected.name(), quantity, number);
  }

  private boolean plain(String name, Value.Quantity number) {
    if (number.percent()) {
      findings.add(
          CheckerCode.WRONG_UNIT,
          findings.literal(number),
          Localized.of("`{0}` is a plain number, not a share", "`{0}` 是普通数字，不是百分比").with(name));
      return false;
    }
    return units.without(name, number);
  }

  private boolean inRange(Expected expected, Type.Number wanted, Value.Quantity number) {
    String name = expected.name();
    double value = number.value();
    if (wanted.integer() && !isWhole(value)) {
      return impossible(
          number,
          Localized.of("`{0}` is a whole number, not `{1}`", "`{0}` 应为整数，不能是 `{1}`")
              .with(name, CheckerPhrases.number(number)));
    } else if (value < wanted.min()) {
      return impossible(
          number,
          wanted.min() == Double.MIN_VALUE
              ? Localized.of("`{0}` is above 0, not `{1}`", "`{0}` 必须大于 0，不能是 `{1}`")
                  .with(name, CheckerPhrases.number(number))
              : Localized.of("`{0}` is at least {2}, not `{1}`", "`{0}` 至少为 {2}，不能是 `{1}`")
                  .with(name, CheckerPhrases.number(number), Numbers.plain(wanted.min())));
    } else if (value > wanted.max()) {
      return impossible(
          number,
          Localized.of("`{0}` is at most {2}, not `{1}`", "`{0}` 至多为 {2}，不能是 `{1}`")
              .with(name, CheckerPhrases.number(number), Numbers.plain(wanted.max())));
    }
    return true;
  }

  private boolean isShare(Expected expected, Value.Quantity number) {
    String name = expected.name();
    double value = number.value();
    if (value < 0 && !expected.signed()) {
      return impossible(
          number,
          Localized.of("`{0}` is a share and cannot be negative", "`{0}` 是百分比，不能为负数").with(name));
    } else if (value <= 1) {
      return true;
    }
    if (number.percent() || value > 100) {
      return impossible(
          number,
          Localized.of("`{0}` is a share and cannot exceed 100%", "`{0}` 是百分比，不能超过 100%")
              .with(name));
    }
    String meant = CheckerPhrases.number(number) + "%";
    findings.add(
        CheckerCode.IMPOSSIBLE_NUMBER,
        findings.literal(number),
        Localized.of(
                "`{0}` is a share and cannot exceed 1; did you mean `{1}`?",
                "`{0}` 是比例，不能大于 1，是否想写 `{1}`？")
            .with(name, meant),
        CheckerFixes.write(CheckerFixes.at(number.numberEnd()), "%", meant, true));
    return false;
  }

  private boolean notNegative(Expected expected, Value.Quantity number) {
    return number.value() >= 0
        || expected.signed()
        || impossible(
            number, Localized.of("`{0}` cannot be negative", "`{0}` 不能为负数").with(expected.name()));
  }

  /** A model with no parameters is none; of what has a unit there may be nothing. */
  private boolean notNothing(String name, Type.Quantity wanted, Value.Quantity number) {
    return number.value() != 0
        || !wanted.measures().isEmpty()
        || impossible(
            number,
            Localized.of("`{0}` is above 0, not `{1}`", "`{0}` 必须大于 0，不能是 `{1}`")
                .with(name, CheckerPhrases.number(number)));
  }

  private boolean whole(String name, Type.Quantity wanted, Value.Quantity number) {
    boolean counted =
        number.unit().isEmpty()
            ? wanted.count()
            : Units.measure(number.unit().get())
                .filter(measure -> measure.per().isEmpty())
                .filter(measure -> CheckerPhrases.isCounted(measure.of()))
                .isPresent();
    double value = number.value();
    return !counted
        || isWhole(value)
        || impossible(
            number,
            Localized.of("`{0}` is a whole number, not `{1}`", "`{0}` 应为整数，不能是 `{1}`")
                .with(name, CheckerPhrases.number(number)));
  }

  private void order(Value.Range range, Value.Quantity low) {
    Value.Quantity high = range.high();
    if (low.value() * factor(low, high) <= high.value() * factor(high, low)) {
      return;
    }
    Message message =
        Localized.of("The range runs backwards: `{0}` is above `{1}`", "范围写反了：`{0}` 大于 `{1}`")
            .with(CheckerPhrases.shown(low), CheckerPhrases.shown(high));
    findings.add(
        CheckerCode.IMPOSSIBLE_NUMBER,
        findings.literal(range),
        message,
        low.unit().isEmpty() ? List.of(swap(low, high)) : List.<LocalFix>of());
  }

  private static LocalFix swap(Value.Quantity low, Value.Quantity high) {
    String swapped = CheckerPhrases.number(high) + ".." + CheckerPhrases.number(low);
    return CheckerFixes.write(new Span(low.start(), high.numberEnd()), swapped, swapped, false);
  }

  private static double factor(Value.Quantity number, Value.Quantity other) {
    return number.unit().or(other::unit).map(Units::factor).orElse(OptionalDouble.of(1)).orElse(1);
  }

  /** As near as numbers like {@code 1.005k} come to whole ones. */
  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) <= 1e-9 * Math.abs(value);
  }

  private boolean impossible(Value.Quantity number, Message message) {
    findings.add(CheckerCode.IMPOSSIBLE_NUMBER, findings.literal(number), message);
    return false;
  }
}
