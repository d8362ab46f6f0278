package dev.genplan.report;

/**
 * Text of a plan made fit for a terminal: a control character or one that turns the direction of
 * writing could hide or change what stands around it.
 */
final class Printable {

  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /** The text on one line. */
  static String of(String text) {
    if (text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(Printable::of).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** The code point, or the one that stands for what cannot be shown; a space for a tab. */
  static int of(int point) {
    if (point == '\t' || point == '\n' || point == '\r') {
      return ' ';
    }
    boolean turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    boolean shown =
        switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> !turns;
        };
    return shown ? point : REPLACEMENT;
  }
}
