package dev.genplan.editing;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.Formatter;
import dev.genplan.syntax.LineIndex;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.TokenKind;
import dev.genplan.syntax.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Formats what has just been finished: behind a new line the line before it with those it stands in
 * columns with, behind a closing brace the block. What is behind the caret stays as it is, and of
 * the line of the caret at most the indentation changes.
 */
public final class OnTypeFormatting {

  private static final int STEP = 2;
  private static final String QUOTES = "\"\"\"";

  private final SyntaxTree tree;
  private final String text;
  private final LineIndex lines;
  private final int offset;

  private OnTypeFormatting(SyntaxTree tree, int offset) {
    this.tree = tree;
    this.text = tree.text();
    this.lines = tree.lines();
    this.offset = offset;
  }

  /** What to change when a line end was typed; {@code offset} is behind it and what it indented. */
  public static List<LocalEdit> newLine(SyntaxTree tree, int offset) {
    return new OnTypeFormatting(tree, offset).newLine();
  }

  /** What to change when a closing brace was typed directly before {@code offset}. */
  public static List<LocalEdit> closingBrace(SyntaxTree tree, int offset) {
    return new OnTypeFormatting(tree, offset).closingBrace();
  }

  private List<LocalEdit> newLine() {
    int line = lines.line(offset);
    int start = lines.start(line);
    int code = start + indent(line);
    if (line == 0 || offset > code || isInText(start)) {
      return List.of();
    }
    List<LocalEdit> edits = new ArrayList<>();
    if (!isBlank(line - 1)) {
      Span finished = new Span(lines.start(firstOfRun(line - 1)), lines.end(line - 1));
      edits.addAll(Formatter.edits(tree, finished, new Span(lines.end(line - 1), text.length())));
    }
    String wanted = " ".repeat(indentation(line, code, edits));
    if (!text.substring(start, code).equals(wanted)) {
      edits.add(new LocalEdit(new Span(start, code), wanted));
    }
    return edits;
  }

  /** Whether an offset lies in the midst of a text, or behind one that does not end. */
  private boolean isInText(int at) {
    int chunk = tree.chunkAt(Math.max(0, at - 1));
    int base = tree.start(chunk);
    Tokens tokens = tree.chunks().get(chunk).tokens();
    int token = tokens.size() == 0 ? -1 : tokens.at(at - 1 - base);
    while (token >= 0 && isSpace(tokens.kind(token))) {
      token--;
    }
    if (token < 0) {
      return false;
    }
    String word = text.substring(base + tokens.start(token), base + tokens.end(token));
    boolean several = word.startsWith(QUOTES);
    boolean closed = several && word.length() >= 2 * QUOTES.length() && word.endsWith(QUOTES);
    boolean quoted =
        tokens.kind(token) == TokenKind.TEXT || tokens.kind(token) == TokenKind.UNKNOWN;
    return quoted && (several && !closed || at < base + tokens.end(token));
  }

  private static boolean isSpace(TokenKind kind) {
    return kind == TokenKind.SPACE || kind == TokenKind.LINE_END;
  }

  /** How far the line of the caret is to be indented, once the lines before it are formatted. */
  private int indentation(int line, int code, List<LocalEdit> before) {
    int last = line - 1;
    while (last > 0 && isBlank(last)) {
      last--;
    }
    Deque<Integer> open = openBefore(lines.end(last));
    boolean closes = code < text.length() && isClosing(text.charAt(code));
    if (open.isEmpty()) {
      return 0;
    }
    int opener = lines.line(open.peek());
    int depth = open.size() * STEP;
    int from = lines.start(opener);
    boolean moved =
        before.stream()
            .anyMatch(
                edit -> edit.span().start() >= from && edit.span().end() <= from + indent(opener));
    int inside = moved ? depth : indent(opener) + STEP;
    return closes ? inside - STEP : inside;
  }

  /** The brackets that are open at the end of a line, the innermost first. */
  private Deque<Integer> openBefore(int end) {
    int chunk = tree.chunkAt(Math.max(0, end - 1));
    int base = tree.start(chunk);
    Tokens tokens = tree.chunks().get(chunk).tokens();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size() && base + tokens.start(i) < end; i++) {
      switch (tokens.kind(i)) {
        case OPEN_BRACE, OPEN_BRACKET -> open.push(base + tokens.start(i));
        case CLOSE_BRACE, CLOSE_BRACKET -> open.poll();
        default -> {}
      }
    }
    return open;
  }

  private List<LocalEdit> closingBrace() {
    int brace = offset - 1;
    if (brace < 0 || text.charAt(brace) != '}') {
      return List.of();
    }
    Deque<Integer> open = openBefore(brace);
    if (open.isEmpty() || isInText(brace)) {
      return List.of();
    }
    int first = lines.line(open.peek());
    int last = lines.line(brace);
    Span block = new Span(lines.start(firstOfRun(first)), offset);
    List<LocalEdit> edits = Formatter.edits(tree, block, new Span(offset, text.length()));
    return first == last
        ? edits.stream().filter(edit -> edit.text().indexOf('\n') < 0).toList()
        : edits;
  }

  /** The first of the lines without a blank one between that end with this one. */
  private int firstOfRun(int line) {
    int first = line;
    while (first > 0 && !isBlank(first - 1)) {
      first--;
    }
    return first;
  }

  private boolean isBlank(int line) {
    return lines.start(line) + indent(line) >= lines.end(line);
  }

  /** Units of white space at the start of a line. */
  private int indent(int line) {
    int at = lines.start(line);
    while (at < lines.end(line) && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at - lines.start(line);
  }

  private static boolean isClosing(char unit) {
    return unit == '}' || unit == ']';
  }
}
