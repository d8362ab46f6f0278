package dev.genplan.drawing;

/** The contrast of two colors, after WCAG 2.2: from 1 to 21. */
final class Contrast {

  private Contrast() {}

  static double of(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /** A color that covers another one in part. */
  static String mix(String over, String under, double opacity) {
    StringBuilder mixed = new StringBuilder("#");
    for (int i = 0; i < 3; i++) {
      double part = opacity * channel(over, i) + (1 - opacity) * channel(under, i);
      mixed.append("%02x".formatted(Math.round(part)));
    }
    return mixed.toString();
  }

  private static int channel(String color, int i) {
    return Integer.parseInt(color.substring(1 + 2 * i, 3 + 2 * i), 16);
  }

  private static double luminance(String color) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double value = channel(color, i) / 255.0;
      sum +=
          weights[i] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
