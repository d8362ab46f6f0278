package dev.genplan.syntax;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Set;

/**
 * The tokens of a file that are not white space, comments included, numbered from 0, with their
 * lines and with the brackets around them. A comment ends before the white space at its end.
 */
final class FormatTokens {

  /** In place of a token that there is not. */
  static final int NONE = -1;

  private static final String QUOTES = "\"\"\"";

  private static final Set<String> BRACKET_ERRORS =
      Set.of(
          SyntaxErrors.UNCLOSED_BRACE.code(),
          SyntaxErrors.UNCLOSED_BRACKET.code(),
          SyntaxErrors.STRAY_BRACE.code(),
          SyntaxErrors.STRAY_BRACKET.code(),
          SyntaxErrors.TOO_DEEP.code());

  private final SyntaxTree tree;
  private final String text;
  private final LineIndex lines;
  private final BitSet unsound = new BitSet();
  private TokenKind[] kinds;
  private int[] starts;
  private int[] ends;
  private int[] firstLines;
  private int[] lastLines;
  private int[] indents;
  private int[] enclosing;
  private int[] partners;
  private int[] depths;
  private int count;

  FormatTokens(SyntaxTree tree) {
    this.tree = tree;
    this.text = tree.text();
    this.lines = tree.lines();
    int all = 0;
    for (Chunk chunk : tree.chunks()) {
      all += chunk.tokens().size();
    }
    kinds = new TokenKind[all];
    starts = new int[all];
    ends = new int[all];
    for (int chunk = 0; chunk < tree.chunks().size(); chunk++) {
      add(tree.chunks().get(chunk).tokens(), tree.start(chunk));
    }
    kinds = Arrays.copyOf(kinds, count);
    starts = Arrays.copyOf(starts, count);
    ends = Arrays.copyOf(ends, count);
    firstLines = new int[count];
    lastLines = new int[count];
    indents = new int[count];
    for (int i = 0; i < count; i++) {
      firstLines[i] = lines.line(starts[i]);
      lastLines[i] = lines.line(Math.max(starts[i], ends[i] - 1));
      indents[i] = findIndent(i);
    }
    match();
  }

  private int findIndent(int token) {
    if (token > 0 && firstLines[token] == firstLines[token - 1]) {
      return indents[token - 1];
    }
    int indent = spaces(lines.start(firstLines[token]), starts[token]);
    return token > 0 && lineEnds(token) == 0 ? Math.min(indent, indents[token - 1]) : indent;
  }

  private void add(Tokens tokens, int base) {
    for (int i = 0; i < tokens.size(); i++) {
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.SPACE || kind == TokenKind.LINE_END) {
        continue;
      }
      kinds[count] = kind;
      starts[count] = base + tokens.start(i);
      int end = base + tokens.end(i);
      if (kind == TokenKind.COMMENT || kind == TokenKind.DOC_COMMENT) {
        while (Character.isWhitespace(text.charAt(end - 1))) {
          end--;
        }
      }
      ends[count] = end;
      count++;
    }
  }

  /** Finds the brackets, chunk by chunk, as the parser does. */
  private void match() {
    enclosing = new int[count];
    partners = new int[count];
    depths = new int[count];
    Arrays.fill(enclosing, NONE);
    Arrays.fill(partners, NONE);
    int from = 0;
    for (int chunk = 0; chunk < tree.chunks().size(); chunk++) {
      int end = tree.start(chunk) + tree.chunks().get(chunk).length();
      int to = from;
      while (to < count && starts[to] < end) {
        to++;
      }
      if (!match(from, to) || isMended(tree.chunks().get(chunk))) {
        setUnsound(from, to);
      }
      from = to;
    }
  }

  /** Returns whether all brackets belong together and all texts in several lines end. */
  private boolean match(int from, int to) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = from; i < to; i++) {
      if (isClosing(i)) {
        if (open.isEmpty() || isBrace(open.peek()) != isBrace(i)) {
          return false;
        }
        partners[i] = open.pop();
        partners[partners[i]] = i;
      } else if (isText(i) && !isClosedText(i)) {
        return false;
      }
      enclosing[i] = open.isEmpty() ? NONE : open.peek();
      depths[i] = open.size();
      if (isOpening(i)) {
        if (open.size() >= Layout.MAX_DEPTH) {
          return false;
        }
        open.push(i);
      }
    }
    return open.isEmpty();
  }

  /** Whether the parser had to put in or take out brackets. */
  private static boolean isMended(Chunk chunk) {
    return chunk.errors().stream().anyMatch(error -> BRACKET_ERRORS.contains(error.code()));
  }

  private boolean isClosedText(int token) {
    int behind = ends[token] - QUOTES.length();
    int content = behind;
    while (content > starts[token] && text.charAt(content - 1) == '\\') {
      content--;
    }
    return behind >= starts[token] + QUOTES.length()
        && text.startsWith(QUOTES, behind)
        && (behind - content) % 2 == 0;
  }

  private void setUnsound(int from, int to) {
    Arrays.fill(enclosing, from, to, NONE);
    Arrays.fill(partners, from, to, NONE);
    Arrays.fill(depths, from, to, 0);
    int first = from;
    while (first < to && isComment(first)) {
      first++;
    }
    unsound.set(first, to);
  }

  /** Whether a character within a line is white space to the lexer. */
  static boolean isSpace(char unit) {
    return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || unit == '\uFEFF';
  }

  SyntaxTree tree() {
    return tree;
  }

  String text() {
    return text;
  }

  LineIndex lines() {
    return lines;
  }

  int size() {
    return count;
  }

  TokenKind kind(int token) {
    return kinds[token];
  }

  boolean is(int token, TokenKind kind) {
    return token >= 0 && token < count && kinds[token] == kind;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  int firstLine(int token) {
    return firstLines[token];
  }

  int lastLine(int token) {
    return lastLines[token];
  }

  boolean spansLines(int token) {
    return firstLines[token] < lastLines[token];
  }

  /** The innermost opening bracket that a token lies within; {@link #NONE} at the top. */
  int enclosing(int token) {
    return enclosing[token];
  }

  /** The bracket that belongs to a bracket. */
  int partner(int token) {
    return partners[token];
  }

  /** How many brackets a token lies within; a bracket does not lie within itself. */
  int depth(int token) {
    return depths[token];
  }

  boolean isComment(int token) {
    return kinds[token] == TokenKind.COMMENT || kinds[token] == TokenKind.DOC_COMMENT;
  }

  boolean isOpening(int token) {
    return kinds[token] == TokenKind.OPEN_BRACE || kinds[token] == TokenKind.OPEN_BRACKET;
  }

  boolean isClosing(int token) {
    return kinds[token] == TokenKind.CLOSE_BRACE || kinds[token] == TokenKind.CLOSE_BRACKET;
  }

  private boolean isBrace(int token) {
    return kinds[token] == TokenKind.OPEN_BRACE || kinds[token] == TokenKind.CLOSE_BRACE;
  }

  /** Whether a token is a text in three quotes. */
  boolean isText(int token) {
    return kinds[token] == TokenKind.TEXT && text.startsWith(QUOTES, starts[token]);
  }

  /** Whether a bracket or a text near a token does not end, so that indentation counts. */
  boolean isUnsound(int token) {
    return unsound.get(token);
  }

  /** Whether there is a brace around a token: at the top a list cannot go on on another line. */
  boolean isInBraces(int token) {
    int around = enclosing[token];
    while (around != NONE && !isBrace(around)) {
      around = enclosing[around];
    }
    return around != NONE;
  }

  /** White space before a token as written; behind the last token, that at the end of the file. */
  String gap(int token) {
    int from = token == 0 ? 0 : ends[token - 1];
    return text.substring(from, token == count ? text.length() : starts[token]);
  }

  /** Units of white space from an offset on. */
  int spaces(int from, int to) {
    int at = from;
    while (at < to && isSpace(text.charAt(at))) {
      at++;
    }
    return at - from;
  }

  /**
   * Units of white space before the line of a token; behind a text in several lines, before the
   * line with its start or its end, whatever is less.
   */
  int indent(int token) {
    return indents[token];
  }

  /** Line ends between a token and the one before. */
  int lineEnds(int token) {
    return token == 0 ? firstLines[0] : firstLines[token] - lastLines[token - 1];
  }
}
