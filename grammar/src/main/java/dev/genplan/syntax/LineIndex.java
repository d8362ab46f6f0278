package dev.genplan.syntax;

import dev.genplan.diagnostics.Span;
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
    this(text, starts(text, 0, text.length(), true));
  }

  /**
   * Where lines start in a part of a text that begins with one.
   *
   * @param last whether a line that starts at the very end counts
   */
  private static int[] starts(String text, int from, int to, boolean last) {
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

  private LineIndex(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /**
   * The lines of the text after an edit; only what was put in is searched for line ends.
   *
   * @param replaced what the edit has replaced in this text
   * @param length how many units it has put there
   * @param after the whole text after the edit
   */
  public LineIndex edited(Span replaced, int length, String after) {
    // A carriage return and a line feed may have been parted or joined at either edge.
    int from = line(Math.max(0, replaced.start() - 1));
    int behind = Math.min(line(Math.min(text.length(), replaced.end() + 1)) + 1, starts.length);
    int shift = length - replaced.length();
    int end = behind < starts.length ? starts[behind] + shift : after.length();
    int[] found = starts(after, starts[from], end, behind == starts.length);
    int same = starts.length - behind;
    int[] all = new int[from + found.length + same];
    System.arraycopy(starts, 0, all, 0, from);
    System.arraycopy(found, 0, all, from, found.length);
    for (int i = 0; i < same; i++) {
      all[from + found.length + i] = starts[behind + i] + shift;
    }
    return new LineIndex(after, all);
  }

  /** The text itself. */
  public String text() {
    return text;
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
