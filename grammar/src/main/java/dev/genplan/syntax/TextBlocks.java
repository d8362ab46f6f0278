package dev.genplan.syntax;

/** Where a text in three quotes ends; the lexer and the cutting into chunks must agree on it. */
final class TextBlocks {

  private static final String QUOTES = "\"\"\"";

  private TextBlocks() {}

  /**
   * The offset behind a text in several lines: behind its closing quotes; or, if they are missing,
   * the end of the line before the first line that is not blank and indented no deeper than the
   * line the text starts on.
   *
   * @param open offset of the opening quotes
   * @param to offset behind the readable text
   */
  static int end(String text, int open, int to) {
    int indent = indent(text, lineStart(text, open), to);
    int line = open + QUOTES.length();
    int end = lineEnd(text, line, to);
    int close = closing(text, line, end);
    int lastEnd = end;
    while (close < 0 && end < to) {
      line = next(text, end, to);
      end = lineEnd(text, line, to);
      int first = line + indent(text, line, to);
      if (first == end) {
        continue;
      }
      if (first - line <= indent && !text.startsWith(QUOTES, first)) {
        return lastEnd;
      }
      close = closing(text, line, end);
      lastEnd = end;
    }
    return close < 0 ? lastEnd : close;
  }

  static boolean isClosed(String token) {
    return token.length() >= 2 * QUOTES.length() && token.endsWith(QUOTES);
  }

  /** The offset behind the first three quotes of a line that no backslash precedes, or -1. */
  private static int closing(String text, int from, int to) {
    for (int at = from; at + QUOTES.length() <= to; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.startsWith(QUOTES, at)) {
        return at + QUOTES.length();
      }
    }
    return -1;
  }

  private static int lineStart(String text, int offset) {
    int start = offset;
    while (start > 0 && !isLineEnd(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int lineEnd(String text, int offset, int to) {
    int end = offset;
    while (end < to && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int next(String text, int lineEnd, int to) {
    if (lineEnd >= to) {
      return to;
    }
    boolean pair =
        text.charAt(lineEnd) == '\r' && lineEnd + 1 < to && text.charAt(lineEnd + 1) == '\n';
    return lineEnd + (pair ? 2 : 1);
  }

  private static int indent(String text, int lineStart, int to) {
    int offset = lineStart;
    while (offset < to && (text.charAt(offset) == ' ' || text.charAt(offset) == '\t')) {
      offset++;
    }
    return offset - lineStart;
  }

  private static boolean isLineEnd(char unit) {
    return unit == '\n' || unit == '\r';
  }
}
