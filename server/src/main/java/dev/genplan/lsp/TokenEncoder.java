package dev.genplan.lsp;

import dev.genplan.diagnostics.Span;
import dev.genplan.editing.Highlighter;
import dev.genplan.editing.TokenTrait;
import dev.genplan.editing.TokenType;
import dev.genplan.syntax.LineIndex;
import dev.genplan.syntax.SyntaxTree;
import java.util.Arrays;
import java.util.Set;

/**
 * Writes tokens down as the protocol has them: five numbers each, line and column counted from the
 * token before.
 */
final class TokenEncoder implements Highlighter.Sink {

  /** How many numbers a token is. */
  static final int SIZE = 5;

  private final String text;
  private final LineIndex lines;
  private final Span range;
  private final Positions positions;
  private final TokenLegend legend;
  private final boolean multiline;
  private int[] data = new int[256 * SIZE];
  private int size;
  private int line;
  private int lineBefore;
  private int before;
  private int end = -1;

  /**
   * @param range outside of which tokens are dropped
   * @param multiline whether a token may go over several lines
   */
  TokenEncoder(
      SyntaxTree tree, Span range, Positions positions, TokenLegend legend, boolean multiline) {
    this.text = tree.text();
    this.lines = tree.lines();
    this.range = range;
    this.positions = positions;
    this.legend = legend;
    this.multiline = multiline;
  }

  @Override
  public void token(int start, int tokenEnd, TokenType type, Set<TokenTrait> traits) {
    int index = legend.type(type);
    if (index < 0 || start >= range.end() || tokenEnd <= range.start()) {
      return;
    }
    int modifiers = legend.modifiers(type, traits);
    if (type == TokenType.NUMBER && start == end && data[size - 2] == index) {
      // A magnitude or a percent sign is a part of its number.
      data[size - 3] += positions.units(text, start, tokenEnd);
      end = tokenEnd;
      return;
    }
    forward(start);
    if (multiline || line + 1 == lines.lines() || tokenEnd < lines.start(line + 1)) {
      add(start, tokenEnd, index, modifiers);
      return;
    }
    int from = start;
    while (from < tokenEnd) {
      forward(from);
      add(from, Math.min(tokenEnd, lines.end(line)), index, modifiers);
      from = line + 1 < lines.lines() ? lines.start(line + 1) : tokenEnd;
    }
  }

  private void forward(int offset) {
    if (size == 0) {
      line = lines.line(offset);
    }
    while (line + 1 < lines.lines() && lines.start(line + 1) <= offset) {
      line++;
    }
  }

  private void add(int start, int tokenEnd, int index, int modifiers) {
    if (tokenEnd <= start) {
      return;
    }
    forward(start);
    int from = line == lineBefore ? before : lines.start(line);
    if (size + SIZE > data.length) {
      data = Arrays.copyOf(data, data.length * 2);
    }
    data[size++] = line - lineBefore;
    data[size++] = positions.units(text, from, start);
    data[size++] = positions.units(text, start, tokenEnd);
    data[size++] = index;
    data[size++] = modifiers;
    lineBefore = line;
    before = start;
    end = tokenEnd;
  }

  /** All tokens. */
  TokenData data() {
    return TokenData.of(Arrays.copyOf(data, size));
  }
}
