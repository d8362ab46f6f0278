package dev.genplan.syntax;

/**
 * Where things end that a regular expression cannot end. The lexer and the chunker both ask here,
 * so that they agree about what is text and what is structure.
 */
final class Scan {

  private static final String BLOCK_QUOTES = "\"\"\"";

  private Scan() {}

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** Whether the character is white space within a line, as the lexer's {@code SPACE}. */
  static boolean isSpace(char c) {
    return c == ' '
        || c == '\t'
        || c == '\f'
        || c == '\u000B'
        || c == '\uFEFF'
        || (c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  static int skipSpaces(String text, int from, int limit) {
    int at = from;
    while (at < limit && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Offset of the line end at or behind {@code from}, or {@code limit}. */
  static int lineEnd(String text, int from, int limit) {
    int at = from;
    while (at < limit && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Offset behind the line end that starts at {@code at}. */
  static int behindLineEnd(String text, int at, int limit) {
    boolean both = text.charAt(at) == '\r' && at + 1 < limit && text.charAt(at + 1) == '\n';
    return at + (both ? 2 : 1);
  }

  /**
   * Where a text with three quotes ends.
   *
   * <p>A non-blank line that is indented no deeper than the line with the opening quotes ends it,
   * unless it starts with the closing quotes: otherwise a forgotten end would swallow the file up
   * to the next text's start.
   *
   * @param open offset of the opening quotes
   * @param indent units of white space at the start of the line with the opening quotes
   * @param limit offset behind the text
   * @return the offset behind the closing quotes; if there are none, the bitwise complement of the
   *     offset behind the last line that belongs to it
   */
  static int textBlockEnd(String text, int open, int indent, int limit) {
    int at = open + BLOCK_QUOTES.length();
    while (at < limit) {
      char c = text.charAt(at);
      if (c == '"' && at + 3 <= limit && text.startsWith(BLOCK_QUOTES, at)) {
        return at + BLOCK_QUOTES.length();
      }
      if (c == '\\' && at + 1 < limit && !isLineEnd(text.charAt(at + 1))) {
        at += 2;
      } else if (isLineEnd(c)) {
        int line = nextContentLine(text, at, limit);
        int content = skipSpaces(text, line, limit);
        boolean closing = text.startsWith(BLOCK_QUOTES, content) && content + 3 <= limit;
        if (content == limit || (content - line <= indent && !closing)) {
          return ~at;
        }
        at = content;
      } else {
        at++;
      }
    }
    return ~limit;
  }

  /** Whether a token that starts with three quotes also ends with three that are not escaped. */
  static boolean isClosedTextBlock(String token) {
    int quotes = token.length() - BLOCK_QUOTES.length();
    int at = quotes;
    while (at > 0 && token.charAt(at - 1) == '\\') {
      at--;
    }
    boolean escaped = (quotes - at) % 2 == 1;
    return quotes >= BLOCK_QUOTES.length() && token.endsWith(BLOCK_QUOTES) && !escaped;
  }

  /** Start of the first line behind a line end that is not blank, or of the last line. */
  private static int nextContentLine(String text, int lineEnd, int limit) {
    int line = behindLineEnd(text, lineEnd, limit);
    int at = skipSpaces(text, line, limit);
    while (at < limit && isLineEnd(text.charAt(at))) {
      line = behindLineEnd(text, at, limit);
      at = skipSpaces(text, line, limit);
    }
    return line;
  }

  /**
   * Where a text in one line ends that has no closing quote: at the line's end, but before the
   * closing braces there that blocks opened on the same line are waiting for, so that one forgotten
   * quote is not a forgotten brace as well.
   *
   * @param open offset of the opening quote
   * @param braces number of braces opened on the line before the text
   */
  static int openTextEnd(String text, int open, int braces, int limit) {
    int end = lineEnd(text, open, limit);
    int at = end;
    for (int left = braces; left > 0; left--) {
      int brace = skipSpacesBack(text, open, at) - 1;
      if (brace <= open || (text.charAt(brace) != '}' && text.charAt(brace) != '\uFF5D')) {
        break;
      }
      at = brace;
    }
    return at == end ? end : skipSpacesBack(text, open, at);
  }

  private static int skipSpacesBack(String text, int from, int end) {
    int at = end;
    while (at > from + 1 && isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /**
   * Where a block comment of another language ends: behind its closing mark, or at the line's end
   * if another one opens before that mark, or there is none.
   */
  static int blockCommentEnd(String text, int open, int limit) {
    for (int at = open + 2; at + 1 < limit; at++) {
      char c = text.charAt(at);
      if (c == '*' && text.charAt(at + 1) == '/') {
        return at + 2;
      }
      if (c == '/' && text.charAt(at + 1) == '*') {
        break;
      }
    }
    return lineEnd(text, open, limit);
  }
}
