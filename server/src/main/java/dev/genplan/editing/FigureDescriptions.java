package dev.genplan.editing;

import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Figures;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.UnitWord;
import dev.genplan.schema.Units;
import dev.genplan.syntax.Numbers;
import dev.genplan.syntax.Unit;
import dev.genplan.syntax.Value;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Figures and dates said otherwise: in other units, written out, counted from today. */
final class FigureDescriptions extends Wording {

  /** Units that many other units of the dimension are better told in. */
  private static final Set<String> TELLING =
      Set.of(
          "MB",
          "GB",
          "TB",
          "MiB",
          "GiB",
          "TiB",
          "s",
          "minutes",
          "hours",
          "days",
          "weeks",
          "ms",
          "person-hours",
          "person-days",
          "person-weeks",
          "kWh",
          "MWh",
          "W",
          "kW",
          "kg",
          "t",
          "TFLOP",
          "PFLOP",
          "EFLOP",
          "ZFLOP",
          "PF-days",
          "FLOP",
          "Mbit",
          "Gbit");

  private static final int MOST = 3;
  private static final Localized EQUALS = Localized.of("`{0}` is {1}.", "`{0}` 即 {1}。");
  private static final Localized FROM_NOW = Localized.of("in {0} days", "{0} 天后");
  private static final Localized TOMORROW = Localized.of("tomorrow", "明天");
  private static final Localized YESTERDAY = Localized.of("yesterday", "昨天");
  private static final Localized TODAY = Localized.of("today", "今天");
  private static final Localized AGO = Localized.of("{0} days ago", "{0} 天前");
  private static final Localized DAY = Localized.of("`{0}` is a {1}, {2}.", "`{0}` 是{1}，{2}。");
  private static final Localized TO_DEADLINE =
      Localized.of("{0} days before the deadline.", "距截止日期还有 {0} 天。");
  private static final Localized PAST_DEADLINE =
      Localized.of("{0} days past the deadline.", "已超过截止日期 {0} 天。");

  private final LocalDate today;

  FigureDescriptions(Language language, LocalDate today) {
    super(language);
    this.today = today;
  }

  /**
   * A figure in other words; empty if there are none that tell more.
   *
   * @param written as it stands in the plan
   * @param unit its own, or the one behind the higher end of the range it begins
   * @param share whether a bare number is a part of a whole
   */
  Optional<String> figure(
      Value.Quantity quantity, String written, Optional<Unit> unit, boolean share) {
    List<String> forms = new ArrayList<>();
    if (quantity.percent()) {
      forms.add(number(quantity.value()));
    } else if (share && unit.isEmpty() && Math.abs(quantity.value()) <= 1) {
      forms.add(number(quantity.value() * 100) + "%");
    } else if (!quantity.magnitude().isEmpty()) {
      forms.add(number(quantity.value()) + unit.map(own -> " " + own.text()).orElse(""));
    } else if (written.indexOf('e') > 0 && unit.isEmpty()) {
      forms.add(number(quantity.value()));
    }
    unit.ifPresent(own -> conversions(quantity.value(), own, forms));
    return forms.isEmpty() ? Optional.empty() : Optional.of(in(EQUALS, written, list(forms)));
  }

  private void conversions(double value, Unit unit, List<String> forms) {
    Optional<UnitWord> numerator = Units.find(unit.numerator().text());
    OptionalDouble factor = Units.factor(unit);
    if (numerator.isEmpty() || factor.isEmpty()) {
      return;
    }
    double base = value * factor.getAsDouble();
    if (unit.denominator().isEmpty()) {
      others(base, numerator.get(), forms);
    } else {
      Units.find(unit.denominator().get().text())
          .filter(per -> per.dimension() == Dimension.TIME)
          .ifPresent(per -> rates(base, numerator.get(), per, forms));
    }
  }

  /** The same in other units of the dimension, those first in which it is an easy number. */
  private static void others(double base, UnitWord own, List<String> forms) {
    if (own.dimension() == Dimension.MONEY) {
      return;
    }
    int before = forms.size();
    for (UnitWord other : Units.of(own.dimension())) {
      double converted = base / other.factor();
      boolean easy = converted >= 0.1 && converted < 10_000;
      if (other.factor() != own.factor()
          && TELLING.contains(other.word())
          && easy
          && forms.size() < before + MOST) {
        forms.add(number(converted) + " " + other.word());
      }
    }
  }

  private static void rates(double base, UnitWord own, UnitWord per, List<String> forms) {
    for (String word : List.of("s", "hour", "day", "month")) {
      UnitWord other = Units.find(word).orElseThrow();
      double converted = base / own.factor() * other.factor();
      if (other.factor() != per.factor() && converted >= 0.01 && converted < 1e9) {
        forms.add(number(converted) + " " + own.word() + "/" + word);
      }
    }
  }

  /** A number in four digits, or in all of them where it is whole. */
  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Figures.of(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_UP));
    return Math.abs(value) >= 1 && Math.abs(value) < 1e15
        ? Figures.of(rounded.doubleValue())
        : Numbers.plain(rounded.doubleValue());
  }

  /** A day: which of the week, how far away, how far from the deadline. */
  String date(Plan plan, Value.Date date) {
    if (date.day() == 0) {
      return "";
    }
    return date(plan, LocalDate.of(date.year(), date.month(), date.day()));
  }

  private String date(Plan plan, LocalDate day) {
    List<String> sentences = new ArrayList<>();
    String weekday =
        day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language().tag()));
    sentences.add(in(DAY, day.toString(), weekday, away(day)));
    Optional<LocalDate> deadline =
        plan.project().map(Symbol::attributes).flatMap(project -> project.lastDate("deadline"));
    if (deadline.isPresent()) {
      long left = ChronoUnit.DAYS.between(day, deadline.get());
      if (left > 0) {
        sentences.add(in(TO_DEADLINE, Figures.of((double) left)));
      } else if (left < 0) {
        sentences.add(in(PAST_DEADLINE, Figures.of((double) -left)));
      }
    }
    return row(sentences);
  }

  /** How far a day is from today. */
  String away(LocalDate day) {
    long days = ChronoUnit.DAYS.between(today, day);
    if (days == 0) {
      return in(TODAY);
    } else if (days == 1) {
      return in(TOMORROW);
    } else if (days == -1) {
      return in(YESTERDAY);
    }
    return days > 0 ? in(FROM_NOW, Figures.of((double) days)) : in(AGO, Figures.of((double) -days));
  }
}
