package dev.genplan.syntax;

import java.util.Arrays;

/**
 * Cuts a file into pieces that can be parsed one by one. A single scan that knows quotes, comments,
 * braces and line ends, and nothing else.
 *
 * <p>A piece starts at a line at the top of the file; comments and blank lines before it belong to
 * it. Where the braces of the file do not balance, a line that starts in the first column with two
 * words, or with a word and a text, is at the top whatever is still open.
 */
final class Chunker {

  private final String text;
  private final boolean byColumn;
  private int[] starts = new int[16];
  private int count;
  private int depth;
  private boolean balanced = true;

  private Chunker(String text, boolean byColumn) {
    this.text = text;
    this.byColumn = byColumn;
  }

  /** Offsets at which pieces start, ascending, the first one 0. */
  static int[] cut(String text) {
    Chunker chunker = new Chunker(text, false);
    if (!chunker.scan()) {
      chunker = new Chunker(text, true);
      chunker.scan();
    }
    int[] result = Arrays.copyOf(chunker.starts, Math.max(1, chunker.count));
    result[0] = 0;
    return result;
  }

  /** Returns whether the braces balance. */
  private boolean scan() {
    int lineStart = 0;
    int boundary = 0;
    boolean fresh = true;
    int at = 0;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit == '\n' || unit == '\r') {
        at += unit == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
        boundary = fresh ? boundary : at;
        lineStart = at;
        fresh = true;
      } else if (unit == ' ' || unit == '\t' || unit == '\uFEFF') {
        at++;
      } else if (unit == '/' && comment(at) > at) {
        int end = comment(at);
        // A block comment that ends on another line leaves that line with something on it.
        fresh = fresh && text.charAt(at + 1) == '/';
        at = end;
      } else {
        if (fresh) {
          startLine(at, lineStart, boundary);
          fresh = false;
        }
        at = token(at, unit);
      }
    }
    return balanced && depth == 0;
  }

  private void startLine(int at, int lineStart, int boundary) {
    boolean top = depth == 0 && !isPunctuation(text.charAt(at));
    if (!top && byColumn && at == lineStart && isTwoWords(at)) {
      depth = 0;
      top = true;
    }
    if (top) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = boundary;
    }
  }

  /** Steps over one character, or one text in quotes. */
  private int token(int at, char unit) {
    switch (unit) {
      case '{', '｛' -> depth++;
      case '}', '｝' -> {
        if (depth == 0) {
          balanced = false;
        } else {
          depth--;
        }
      }
      case '"', '“', '”', '\'' -> {
        return text.startsWith("\"\"\"", at)
            ? TextBlocks.end(text, at, text.length())
            : quoted(at, unit);
      }
      default -> {}
    }
    return at + 1;
  }

  private int quoted(int open, char quote) {
    for (int at = open + 1; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit == '\n' || unit == '\r') {
        return at;
      }
      if (unit == '\\' && quote != '\'' && at + 1 < text.length() && !isLineEnd(at + 1)) {
        at++;
      } else if (closes(unit, quote)) {
        return at + 1;
      }
    }
    return text.length();
  }

  private static boolean closes(char unit, char quote) {
    return switch (quote) {
      case '"', '\'' -> unit == quote;
      case '“' -> unit == '”' || unit == '“' || unit == '"';
      default -> false;
    };
  }

  private boolean isLineEnd(int at) {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  /** The offset behind the comment that starts here, or the offset itself if none does. */
  private int comment(int at) {
    if (text.startsWith("/*", at)) {
      int close = text.indexOf("*/", at + 2);
      return close < 0 ? lineEnd(at) : close + 2;
    }
    return text.startsWith("//", at) ? lineEnd(at) : at;
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < text.length() && !isLineEnd(at)) {
      at++;
    }
    return at;
  }

  private static boolean isPunctuation(char unit) {
    return "{}[],;｛｝［］，".indexOf(unit) >= 0;
  }

  private boolean isTwoWords(int from) {
    int end = word(from);
    int next = end;
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
      next++;
    }
    return end > from
        && next > end
        && next < text.length()
        && (word(next) > next || text.charAt(next) == '"' || text.charAt(next) == '“');
  }

  private int word(int from) {
    int at = from;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      int kind = TextStream.classOf(codePoint);
      boolean letter = kind == TextStream.START || (kind < 0x80 && Character.isLetter(kind));
      boolean part =
          kind == TextStream.PART || kind == '-' || kind == '_' || (kind >= '0' && kind <= '9');
      if (!letter && !(part && at > from)) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }
}
