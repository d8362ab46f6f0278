package dev.genplan.syntax;

import java.util.Arrays;

/**
 * Cuts a file into the pieces that are parsed by themselves, in one scan that knows no more than
 * texts, comments, braces and line ends.
 *
 * <p>A piece starts at every line outside of all braces that can start a member, with the comments
 * and blank lines before it. Where the braces of the file do not balance, only lines in the first
 * column start a piece, and there one with two words, or with a word and a text, does so whatever
 * is open: a forgotten brace then spoils one declaration and not the rest of the file. In a
 * balanced file indentation means nothing.
 */
final class Chunker {

  private static final String NOT_IN_ADDRESS = " \t,{}[]\"“”，｛｝［］";

  /** What a member never starts with: a line that starts so belongs to the one before. */
  private static final String CONTINUES = "{}[]()\"'`:=<>.,/%-0123456789“”：，｛｝［］≤≥";

  private final String text;
  private final int limit;
  private final boolean recover;
  private int[] starts = new int[16];
  private int count;
  private int depth;
  private boolean balanced = true;
  private int openBraces;

  private Chunker(String text, boolean recover) {
    this.text = text;
    this.limit = text.length();
    this.recover = recover;
  }

  /**
   * The pieces of a text.
   *
   * @return the start of each, ascending, the first one 0, and behind them the text's length
   */
  static int[] cut(String text) {
    Chunker chunker = new Chunker(text, false);
    chunker.run();
    if (!chunker.balanced) {
      chunker = new Chunker(text, true);
      chunker.run();
    }
    int[] starts = Arrays.copyOf(chunker.starts, chunker.count + 1);
    starts[chunker.count] = text.length();
    return starts;
  }

  private void run() {
    int contentEnd = 0;
    int at = 0;
    while (at < limit) {
      int first = Scan.skipSpaces(text, at, limit);
      boolean content = first < limit && !Scan.isLineEnd(text.charAt(first)) && !isComment(first);
      if (content && startsChunk(at, first)) {
        add(contentEnd);
        depth = 0;
      }
      at = scanLine(first, first - at);
      if (content) {
        contentEnd = at;
      }
    }
    if (contentEnd < limit || count == 0) {
      add(contentEnd);
    }
    balanced &= depth == 0;
  }

  private void add(int start) {
    if (count > 0 && starts[count - 1] == start) {
      return;
    }
    if (count + 1 == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count++] = count == 1 ? 0 : start;
  }

  private boolean startsChunk(int lineStart, int first) {
    if (recover && count > 0 && !isFirstColumn(lineStart, first)) {
      return false;
    }
    return depth > 0
        ? recover && startsWithTwoWords(first)
        : count == 0 || CONTINUES.indexOf(text.charAt(first)) < 0;
  }

  private boolean isFirstColumn(int lineStart, int first) {
    boolean behindMark = lineStart == 0 && first == 1 && text.charAt(0) == '\uFEFF';
    return first == lineStart || behindMark;
  }

  private boolean startsWithTwoWords(int first) {
    int word = wordEnd(first);
    int second = Scan.skipSpaces(text, word, limit);
    if (word == first || second == word || second == limit) {
      return false;
    }
    char c = text.charAt(second);
    return c == '"' || c == '“' || c == '”' || wordEnd(second) > second;
  }

  private int wordEnd(int start) {
    int at = start;
    while (at < limit) {
      int c = text.codePointAt(at);
      boolean part =
          at == start
              ? Character.isUnicodeIdentifierStart(c)
              : c == '-' || c == '@' || c == '.' || Character.isUnicodeIdentifierPart(c);
      if (!part) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private boolean isComment(int at) {
    return text.startsWith("//", at) || text.charAt(at) == '#';
  }

  /** Goes to the start of the next line that is not inside a text or comment. */
  private int scanLine(int first, int indent) {
    openBraces = 0;
    int at = first;
    while (at < limit) {
      char c = text.charAt(at);
      if (Scan.isLineEnd(c)) {
        return Scan.behindLineEnd(text, at, limit);
      }
      at = c > '}' && c < '‘' ? at + 1 : skip(c, at, indent);
    }
    return limit;
  }

  /** Offset behind what starts at {@code at}. */
  private int skip(char c, int at, int indent) {
    switch (c) {
      case '{', '｛' -> {
        depth++;
        openBraces++;
      }
      case '}', '｝' -> {
        openBraces = Math.max(0, openBraces - 1);
        if (--depth < 0) {
          balanced = false;
          depth = 0;
        }
      }
      case '"' -> {
        return text.startsWith("\"\"\"", at) ? textBlock(at, indent) : quoted(at, '"', '"', true);
      }
      case '“', '”' -> {
        return quoted(at, '“', '”', true);
      }
      case '‘', '’' -> {
        return quoted(at, '‘', '’', false);
      }
      case '\'', '`' -> {
        return quoted(at, c, c, false);
      }
      case '#' -> {
        return Scan.lineEnd(text, at, limit);
      }
      case '/' -> {
        return slash(at);
      }
      default -> {}
    }
    return at + 1;
  }

  private int textBlock(int open, int indent) {
    int end = Scan.textBlockEnd(text, open, indent, limit);
    return end < 0 ? ~end : end;
  }

  /**
   * Offset behind a text in one line; a kind of quotes that the language does not have must be
   * closed.
   */
  private int quoted(int open, char closing, char other, boolean real) {
    boolean typographic = real && closing != other;
    int at = open + 1;
    while (at < limit && !Scan.isLineEnd(text.charAt(at))) {
      char c = text.charAt(at);
      if (c == closing || c == other || (typographic && c == '"')) {
        return at + 1;
      }
      boolean escape = real && c == '\\' && at + 1 < limit && !Scan.isLineEnd(text.charAt(at + 1));
      at += escape ? 2 : 1;
    }
    return real ? Scan.openTextEnd(text, open, openBraces, limit) : open + 1;
  }

  private int slash(int at) {
    if (text.startsWith("/*", at)) {
      return Scan.blockCommentEnd(text, at, limit);
    }
    if (!text.startsWith("//", at)) {
      return at + 1;
    }
    return isAddress(at) ? addressEnd(at + 2) : Scan.lineEnd(text, at, limit);
  }

  /** Whether two slashes belong to {@code hf://name} and start no comment. */
  private boolean isAddress(int at) {
    if (at < 2 || text.charAt(at - 1) != ':') {
      return false;
    }
    char before = text.charAt(at - 2);
    return before < 128 && Character.isLetterOrDigit(before) && addressEnd(at + 2) > at + 2;
  }

  private int addressEnd(int start) {
    int at = start;
    while (at < limit
        && !Scan.isLineEnd(text.charAt(at))
        && NOT_IN_ADDRESS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
