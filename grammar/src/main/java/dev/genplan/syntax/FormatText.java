package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in several lines. Its lines move with the line it starts on, so that they stay deeper than
 * that, as the language wants it, and the common indentation, which is not part of the text,
 * remains the only thing that changes.
 */
final class FormatText {

  private final FormatTokens tokens;
  private final int token;
  private final int move;

  private FormatText(FormatTokens tokens, int token) {
    this.tokens = tokens;
    this.token = token;
    this.move = FormatLine.indent(tokens, token) - tokens.indent(token);
  }

  static FormatText of(FormatTokens tokens, int token) {
    return new FormatText(tokens, token);
  }

  /**
   * Whether the line on which it starts cannot be indented anew: its first words are on that line,
   * so that the indentation of the others is part of the text, and is not deep enough.
   */
  boolean isFixed() {
    if (isMovable()) {
      return false;
    }
    int column = FormatLine.indent(tokens, token);
    for (int line = tokens.firstLine(token) + 1; line <= tokens.lastLine(token); line++) {
      int start = tokens.lines().start(line);
      int first = start + tokens.spaces(start, tokens.lines().end(line));
      boolean blank = first == tokens.lines().end(line);
      if (!blank && first - start <= column && !tokens.text().startsWith("\"\"\"", first)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing but white space is behind the opening quotes. */
  private boolean isMovable() {
    int end = tokens.lines().end(tokens.firstLine(token));
    return tokens.spansLines(token)
        && tokens.text().substring(tokens.start(token) + 3, end).isBlank();
  }

  /** What moves its lines. */
  List<LocalEdit> edits() {
    if (move == 0 || !isMovable() || (move < 0 && !hasRoom())) {
      return List.of();
    }
    List<LocalEdit> edits = new ArrayList<>();
    for (int line = tokens.firstLine(token) + 1; line <= tokens.lastLine(token); line++) {
      int start = tokens.lines().start(line);
      if (start + tokens.spaces(start, tokens.lines().end(line)) == tokens.lines().end(line)) {
        continue;
      }
      edits.add(
          move > 0
              ? new LocalEdit(new Span(start, start), " ".repeat(move))
              : new LocalEdit(new Span(start, start - move), ""));
    }
    return edits;
  }

  /** Whether the last line, which alone may be indented less than the first, can move back. */
  private boolean hasRoom() {
    int start = tokens.lines().start(tokens.lastLine(token));
    return tokens.spaces(start, tokens.end(token)) >= -move;
  }
}
