package dev.genplan.syntax;

import java.util.Arrays;

/** A text and where its lines start. */
public final class LineIndex implements TextLines {

  private final String text;
  private final int[] starts;

  /**
   * @param text the whole text
   */
  public LineIndex(String text) {
    this(text, starts(text, 0, text.length(), true));
  }

  /**
   * Where lines start in a part of a text that begins with one.
   *
   * @param last whether a line that starts at the very end counts
   */
  static int[] starts(CharSequence text, int from, int to, boolean last) {
    int[] found = new int[Math.max(16, (to - from) / 24)];
    found[0] = from;
    int count = 1;
    for (int at = from; at < to; at++) {
      char unit = text.charAt(at);
      boolean pair = unit == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      if ((unit == '\n' || unit == '\r') && !pair && (last || at + 1 < to)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = at + 1;
      }
    }
    return Arrays.copyOf(found, count);
  }

  LineIndex(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /** A copy to be edited. */
  public LineEditor editor() {
    return new LineEditor(text, starts);
  }

  /** The text itself. */
  public String text() {
    return text;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char unit(int offset) {
    return text.charAt(offset);
  }

  @Override
  public String text(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public int lines() {
    return starts.length;
  }

  @Override
  public int start(int line) {
    return line < starts.length ? starts[line] : text.length();
  }

  /** The line that an offset lies in. */
  public int line(int offset) {
    return line(starts, starts.length, offset);
  }

  static int line(int[] starts, int lines, int offset) {
    int found = Arrays.binarySearch(starts, 0, lines, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The column of an offset. */
  public int column(int offset) {
    return offset - starts[line(offset)];
  }
}
