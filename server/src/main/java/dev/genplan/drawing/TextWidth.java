package dev.genplan.drawing;

import dev.genplan.text.DisplayWidth;

/**
 * How wide a text will be. Which font will draw it is not known, so this is what the usual ones,
 * such as Segoe UI, Helvetica and Noto Sans, take at most, in parts of the font size.
 */
final class TextWidth {

  private static final String ELLIPSIS = "…";
  private static final double NARROW = 0.31;
  private static final double SLIM = 0.42;
  private static final double USUAL = 0.6;
  private static final double CAPITAL = 0.72;
  private static final double BROAD = 0.95;
  private static final double FULL = 1.05;

  private TextWidth() {}

  /** The width of a text, in the unit of the font size. */
  static double of(String text, double size) {
    return size * text.codePoints().mapToDouble(TextWidth::of).sum();
  }

  private static double of(int codePoint) {
    int columns = DisplayWidth.of(codePoint);
    if (columns != 1) {
      return columns == 0 ? 0 : FULL;
    }
    if ("ijlI.,:;'|!·".indexOf(codePoint) >= 0) {
      return NARROW;
    }
    if ("frt()[]-/\" ".indexOf(codePoint) >= 0) {
      return SLIM;
    }
    if ("mwMW@%—…".indexOf(codePoint) >= 0) {
      return BROAD;
    }
    return Character.isUpperCase(codePoint) || codePoint > 0x24F ? CAPITAL : USUAL;
  }

  /** The text, or as much of its beginning as fits, with an ellipsis. */
  static String fit(String text, double size, double width) {
    if (of(text, size) <= width) {
      return text;
    }
    double left = width - of(ELLIPSIS, size);
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      left -= size * of(codePoint);
      if (left < 0) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end) + ELLIPSIS;
  }
}
