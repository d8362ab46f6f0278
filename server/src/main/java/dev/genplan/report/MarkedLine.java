package dev.genplan.report;

import dev.genplan.text.DisplayWidth;

/**
 * A line of source text with a marked range, as it stands on a display of fixed width.
 *
 * @param text the line fit for a terminal: tabs are spaces; of a very long line only what is near
 *     the mark
 * @param column the display column at which the mark begins, from 0
 * @param width the columns of the mark, at least one
 */
record MarkedLine(String text, int column, int width) {

  private static final int TAB = 4;

  /** Of lines longer than this, in UTF-16 units, only a part is shown. */
  private static final int LONGEST = 240;

  /** How much of a long line is shown before the mark. */
  private static final int BEFORE = 60;

  private static final String CUT = "…";

  /**
   * @param line the line without its line end
   * @param from offset of the first marked unit in the line
   * @param to offset behind the last marked unit
   */
  static MarkedLine of(String line, int from, int to) {
    int start = line.length() <= LONGEST ? 0 : whole(line, Math.max(0, from - BEFORE));
    int end = line.length() - start <= LONGEST ? line.length() : whole(line, start + LONGEST);
    StringBuilder text = new StringBuilder(start > 0 ? CUT : "");
    int columns = text.length();
    int column = -1;
    int width = 0;
    for (int at = start; at < end; ) {
      int point = line.codePointAt(at);
      int next = at + Character.charCount(point);
      if (column < 0 && next > from) {
        column = columns;
      }
      int taken = append(text, point);
      columns += taken;
      if (next > from && at < to) {
        width += taken;
      }
      at = next;
    }
    if (end < line.length()) {
      text.append(CUT);
    }
    return new MarkedLine(
        text.toString().stripTrailing(), column < 0 ? columns : column, Math.max(1, width));
  }

  private static int append(StringBuilder text, int point) {
    if (point == '\t') {
      text.append(" ".repeat(TAB));
      return TAB;
    }
    int shown = Printable.of(point);
    text.appendCodePoint(shown);
    return DisplayWidth.of(shown);
  }

  /** The offset, or the one before if it is in the middle of a pair of surrogates. */
  private static int whole(String line, int offset) {
    return Character.isLowSurrogate(line.charAt(offset)) ? offset - 1 : offset;
  }
}
