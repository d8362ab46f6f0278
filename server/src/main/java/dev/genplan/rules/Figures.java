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

  /** A number as it is written in a plan: {@code 1_720_320}. */
  public static String source(double number) {
    return of(number).replace(',', '_');
  }
}
