package dev.genplan.plan;

import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.CheckerNumbers.Expected;
import dev.genplan.schema.Measure;
import dev.genplan.schema.Type;
import dev.genplan.schema.Units;
import dev.genplan.syntax.Name;
import dev.genplan.syntax.Unit;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.text.Nearest;
import java.util.List;
import java.util.Optional;

/** Checks units. Each check says whether nothing was found. */
final class CheckerUnits {

  private static final Localized UNKNOWN = Localized.of("`{0}` is not a known unit", "没有单位 `{0}`");

  private final CheckerFindings findings;

  CheckerUnits(CheckerFindings findings) {
    this.findings = findings;
  }

  /** Letters behind a number that were meant as a magnitude: {@code 128K}, {@code 8 billion}. */
  boolean isMagnitude(Value.Quantity number, Unit unit) {
    String meant =
        switch (unit.numerator().text()) {
          case "K", "thousand" -> "k";
          case "million", "mn" -> "M";
          case "b", "bn", "billion" -> "B";
          case "trillion", "tn" -> "T";
          default -> "";
        };
    if (meant.isEmpty() || !number.magnitude().isEmpty() || unit.denominator().isPresent()) {
      return false;
    }
    String written = CheckerPhrases.number(number) + meant;
    Span span = new Span(number.numberEnd(), unit.end());
    findings.add(
        CheckerCode.UNKNOWN_UNIT,
        unit.span(),
        CheckerPhrases.didYouMean(UNKNOWN.with(unit.text()), written),
        CheckerFixes.write(span, meant, written, true));
    return true;
  }

  /** Checks that a number has no unit. */
  boolean without(String name, Value.Quantity number) {
    if (number.unit().isEmpty()) {
      return true;
    }
    Unit unit = number.unit().get();
    boolean harmless = Units.isPlainCount(unit.text());
    Message title = Localized.of("Remove `{0}`", "删除 `{0}`").with(unit.text());
    findings.add(
        CheckerCode.WRONG_UNIT,
        unit.span(),
        Localized.of("`{0}` takes a number without unit", "`{0}` 是不带单位的数字").with(name),
        LocalFix.replace(title, harmless, new Span(number.numberEnd(), unit.end()), ""));
    return false;
  }

  /**
   * Checks the unit of a quantity.
   *
   * @param needed whether it is this number that has to carry the unit
   */
  boolean check(Expected expected, Type.Quantity wanted, Value.Quantity number, boolean needed) {
    if (number.percent()) {
      findings.add(
          CheckerCode.WRONG_UNIT,
          findings.literal(number),
          Localized.of("`{0}` is a quantity such as `{1}`, not a share", "`{0}` 是数量，例如 `{1}`，不是百分比")
              .with(expected.name(), CheckerPhrases.withoutBlock(expected.example())));
      return false;
    } else if (number.unit().isEmpty()) {
      return !needed || wanted.bare() || wanted.count() || missing(expected, number);
    } else if (wanted.measures().isEmpty()) {
      return without(expected.name(), number);
    }
    return measures(expected.name(), wanted.measures(), number.unit().get());
  }

  private boolean missing(Expected expected, Value.Quantity number) {
    findings.add(
        CheckerCode.MISSING_UNIT,
        findings.literal(number),
        Localized.of("`{0}` needs a unit: `{1}`", "`{0}` 需要单位：`{1}`")
            .with(expected.name(), CheckerPhrases.withoutBlock(expected.example())));
    return false;
  }

  /**
   * Checks that a unit exists and measures what it should.
   *
   * @param wanted empty if any will do
   */
  boolean measures(String name, List<Measure> wanted, Unit unit) {
    Optional<Measure> found = Units.measure(unit);
    if (found.isEmpty()) {
      return unknown(unit);
    }
    for (Measure measure : wanted) {
      if (interchangeable(measure, found.get())) {
        return true;
      }
    }
    if (wanted.isEmpty()) {
      return true;
    }
    findings.add(
        CheckerCode.WRONG_UNIT,
        unit.span(),
        Localized.of("`{0}` measures {1}, but `{2}` measures {3}", "`{0}` 的单位应表示{1}，而 `{2}` 表示{3}")
            .with(
                name,
                CheckerPhrases.measures(wanted),
                unit.text(),
                CheckerPhrases.measure(found.get())));
    return false;
  }

  private static boolean interchangeable(Measure one, Measure other) {
    if (one.per().isPresent() != other.per().isPresent()) {
      return false;
    }
    return Units.interchangeable(one.of(), other.of())
        && (one.per().isEmpty() || Units.interchangeable(one.per().get(), other.per().get()));
  }

  private boolean unknown(Unit unit) {
    boolean known = Units.find(unit.numerator().text()).isPresent();
    Name name = known ? unit.denominator().orElseThrow() : unit.numerator();
    Message unknown = UNKNOWN.with(name.text());
    Optional<String> meant = Units.nearest(name.text());
    if (meant.isEmpty()) {
      findings.add(CheckerCode.UNKNOWN_UNIT, name.span(), unknown);
    } else if (Nearest.of(name.text(), List.of(meant.get())).isEmpty()) {
      findings.add(
          CheckerCode.UNKNOWN_UNIT,
          name.span(),
          CheckerPhrases.called(name.text(), meant.get()),
          CheckerFixes.rename(name.span(), meant.get()));
    } else {
      findings.add(
          CheckerCode.UNKNOWN_UNIT,
          name.span(),
          CheckerPhrases.didYouMean(unknown, meant.get()),
          CheckerFixes.suggest(name.span(), meant.get()));
    }
    return false;
  }
}
