package dev.genplan.syntax;

import java.math.BigDecimal;

/** Numbers as people write them. */
public final class Numbers {

  private Numbers() {}

  /** The shortest plain decimal form: {@code 12460}, {@code 0.05}, {@code 1000000}. */
  public static String plain(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
