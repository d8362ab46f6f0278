package dev.genplan.syntax;

import java.util.Arrays;

/**
 * Lines of a text. A line ends with a line feed, a carriage return, or both, as in the Language
 * Server Protocol. Lines and columns count from 0, columns in UTF-16 units.
 */
public final class LineIndex {

  private final String text;
  private final int[] starts;

  /**
   * @param text the whole text
   */
  public LineIndex(String text) {
    this.text = text;
    int[] found = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      boolean pair = unit == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      if ((unit == '\n' || unit == '\r') && !pair) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = at + 1;
      }
    }
    this.starts = Arrays.copyOf(found, count);
  }

  /** Number of lines, at least one. */
  public int lines() {
    return starts.length;
  }

  /** The line that an offset lies in. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The column of an offset. */
  public int column(int offset) {
    return offset - starts[line(offset)];
  }

  /** Offset at which a line starts; the text's end for lines behind the last one. */
  public int start(int line) {
    return line < starts.length ? starts[line] : text.length();
  }

  /** Offset behind the last unit of a line, its line end not included. */
  public int end(int line) {
    if (line >= starts.length - 1) {
      return text.length();
    }
    int end = starts[line + 1] - 1;
    return end > starts[line] && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r'
        ? end - 1
        : end;
  }

  /** The text of a line without its line end. */
  public String text(int line) {
    return text.substring(start(line), Math.max(start(line), end(line)));
  }

  /** The offset of a position; columns behind the line's end count as its end. */
  public int offset(int line, int column) {
    if (line >= starts.length) {
      return text.length();
    }
    return Math.min(start(line) + column, end(line));
  }
}
