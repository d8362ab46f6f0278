package dev.genplan.rules;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as messages show them, the same in both languages. */
public final class Figures {

  private Figures() {}

  /** A number with separated thousands and at most two decimals: {@code 1,720,320}, {@code 0.5}. */
  public static String of(double number) {
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }

  /** A share in percent: {@code 73%}, {@code 54.7%}. */
  public static String percent(double share) {
    return of(share * 100) + "%";
  }

  /** A number of parameters: {@code 8.03B}, {@code 350M}. */
  public static String parameters(double count) {
    return count < 1e9 ? of(Math.rint(count / 1e6)) + "M" : of(count / 1e9) + "B";
  }

  /** A large number by its power of ten: {@code 1.7e23}. */
  public static String scientific(double number) {
    return new DecimalFormat("0.#E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number)
        .replace('E', 'e');
  }

  /** A number as it is written in a plan: {@code 1_720_320}. */
  public static String source(double number) {
    return of(number).replace(',', '_');
  }
}
