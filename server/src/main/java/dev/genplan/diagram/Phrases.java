package dev.genplan.diagram;

import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Locale;

/** Figures as one would say them. */
public final class Phrases {

  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final double WEEK = 7 * DAY;

  /** Up to here days say more than weeks. */
  private static final double DAYS = 15 * DAY;

  private static final Localized RANGE = Localized.of("{0} to {1}", "{0}至 {1}");

  private record Scale(double seconds, Localized one, Localized many) {}

  private static final Scale IN_MINUTES = scale(MINUTE, "minute", "分钟");
  private static final Scale IN_HOURS = scale(HOUR, "hour", "小时");
  private static final Scale IN_DAYS = scale(DAY, "day", "天");
  private static final Scale IN_WEEKS = scale(WEEK, "week", "周");

  private Phrases() {}

  private static Scale scale(double seconds, String en, String zh) {
    return new Scale(
        seconds,
        Localized.of("{0} " + en, "{0} " + zh),
        Localized.of("{0} " + en + "s", "{0} " + zh));
  }

  /** A duration in seconds: {@code 3 days}, {@code 1 minute to 2 hours}. */
  public static Message duration(Interval seconds) {
    return seconds.isExact()
        ? duration(seconds.low())
        : same(seconds)
            ? duration(seconds.high())
            : RANGE.with(duration(seconds.low()), duration(seconds.high()));
  }

  private static boolean same(Interval seconds) {
    return duration(seconds.low()).equals(duration(seconds.high()));
  }

  private static Message duration(double seconds) {
    double size = Math.abs(seconds);
    Scale scale =
        size == 0 || size >= DAY && size < DAYS
            ? IN_DAYS
            : size < HOUR ? IN_MINUTES : size < DAY ? IN_HOURS : IN_WEEKS;
    double value = seconds / scale.seconds();
    String digits =
        number(Math.abs(value) < 10 ? Math.round(value * 10) / 10.0 : Math.round(value));
    return (digits.equals("1") ? scale.one() : scale.many()).with(digits);
  }

  /** A number as plain digits, in groups of three. */
  public static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.1f", value);
  }

  /** A count, or the two between which it lies. */
  public static Message number(Interval value) {
    Interval rounded = new Interval(Math.rint(value.low()), Math.rint(value.high()));
    return rounded.isExact()
        ? Localized.same("{0}").with(number(rounded.low()))
        : Localized.of("{0} to {1}", "{0} 至 {1}")
            .with(number(rounded.low()), number(rounded.high()));
  }
}
