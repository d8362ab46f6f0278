package dev.genplan.syntax;

import dev.genplan.diagnostics.Span;
import java.util.Arrays;

/**
 * A text while it is edited. Many edits in a row cost little: the text is changed in place, and
 * only what was put in is searched for line ends. Not safe for use by several threads.
 */
public final class LineEditor implements TextLines {

  private final StringBuilder text;
  private int[] starts;
  private int lines;

  LineEditor(String text, int[] starts) {
    this.text = new StringBuilder(text);
    this.starts = starts.clone();
    this.lines = starts.length;
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
    return lines;
  }

  @Override
  public int start(int line) {
    return line < lines ? starts[line] : text.length();
  }

  /** Puts a text in the place of another. */
  public void replace(Span replaced, String with) {
    // A carriage return and a line feed may have been parted or joined at either edge.
    int from = line(Math.max(0, replaced.start() - 1));
    int behind = Math.min(line(Math.min(text.length(), replaced.end() + 1)) + 1, lines);
    boolean last = behind == lines;
    int shift = with.length() - replaced.length();
    text.replace(replaced.start(), replaced.end(), with);
    int end = last ? text.length() : starts[behind] + shift;
    int[] found = LineIndex.starts(text, starts[from], end, last);
    for (int line = behind; line < lines; line++) {
      starts[line] += shift;
    }
    put(found, from, behind);
  }

  private void put(int[] found, int from, int behind) {
    int now = from + found.length + lines - behind;
    if (now > starts.length) {
      starts = Arrays.copyOf(starts, Math.max(now, starts.length + starts.length / 4));
    }
    System.arraycopy(starts, behind, starts, from + found.length, lines - behind);
    System.arraycopy(found, 0, starts, from, found.length);
    lines = now;
  }

  private int line(int offset) {
    return LineIndex.line(starts, lines, offset);
  }

  /** The text as it is now. */
  public LineIndex lineIndex() {
    return new LineIndex(text.toString(), Arrays.copyOf(starts, lines));
  }
}
