package dev.genplan.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Decides where lines end. Lines end where they ended before, at the brackets of a block or list
 * that takes several lines, and, where a line is too long, at the commas between its members or
 * within its outermost bracket.
 */
final class FormatLines {

  static final int MAX_WIDTH = 100;

  private final FormatTokens tokens;
  private final BitSet frozen;
  private final BitSet starts = new BitSet();
  private List<FormatLine> lines = List.of();
  private FormatColumns columns;

  private FormatLines(FormatTokens tokens, BitSet frozen) {
    this.tokens = tokens;
    this.frozen = frozen;
  }

  /**
   * Lays out a file.
   *
   * @param frozen numbers of the lines to leave as they are
   */
  static FormatLines of(FormatTokens tokens, BitSet frozen) {
    FormatLines layout = new FormatLines(tokens, frozen);
    for (int i = 0; i < tokens.size(); i++) {
      layout.starts.set(i, layout.startsLine(i));
    }
    do {
      layout.lines = layout.cut();
      layout.columns = FormatColumns.of(tokens, layout);
    } while (layout.split());
    return layout;
  }

  List<FormatLine> lines() {
    return lines;
  }

  FormatColumns columns() {
    return columns;
  }

  /** Whether a blank line stays before a token that starts a line. */
  boolean isBlankBefore(int token) {
    int before = token - 1;
    if (tokens.isComment(before) && !starts.get(before)) {
      before--;
    }
    return tokens.lineEnds(token) > 1 && !tokens.isOpening(before) && !tokens.isClosing(token);
  }

  /** Whether the line that a token starts on is left as it is. */
  boolean startsFrozen(int token) {
    return token < tokens.size() && frozen.get(tokens.firstLine(token));
  }

  /** Whether the line that a token ends on is left as it is. */
  boolean endsFrozen(int token) {
    return token >= 0 && frozen.get(tokens.lastLine(token));
  }

  /** Whether the white space before a token is left as it is. */
  boolean isFrozen(int token) {
    return startsFrozen(token) || endsFrozen(token - 1);
  }

  private boolean startsLine(int token) {
    if (token == 0) {
      return true;
    }
    int before = token - 1;
    boolean written = tokens.lineEnds(token) > 0;
    if (isFrozen(token)) {
      return written;
    }
    if (tokens.isComment(before) || tokens.isComment(token)) {
      return tokens.isComment(before) || written;
    }
    if (tokens.isOpening(before) && tokens.partner(before) != token) {
      return takesLines(before);
    }
    if (tokens.isClosing(token)) {
      return takesLines(tokens.partner(token));
    }
    if (tokens.is(token, TokenKind.COMMA)) {
      return false;
    }
    int around = tokens.enclosing(token);
    if (around != FormatTokens.NONE && tokens.is(around, TokenKind.OPEN_BRACKET)) {
      return tokens.is(before, TokenKind.COMMA) && !starts.get(before) && takesLines(around);
    }
    return written || isBehindComma(token);
  }

  private boolean takesLines(int opening) {
    return tokens.firstLine(opening) < tokens.firstLine(tokens.partner(opening));
  }

  /** Whether a token follows a comma that has started a line and is drawn up to the one before. */
  boolean isBehindComma(int token) {
    for (int i = token - 1; tokens.is(i, TokenKind.COMMA); i--) {
      if (isDrawnUp(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDrawnUp(int comma) {
    return tokens.lineEnds(comma) > 0 && !starts.get(comma);
  }

  private List<FormatLine> cut() {
    List<FormatLine> cut = new ArrayList<>();
    int first = 0;
    while (first < tokens.size()) {
      int next = starts.nextSetBit(first + 1);
      int end = next < 0 ? tokens.size() : next;
      cut.add(FormatLine.of(tokens, first, end, startsFrozen(first)));
      first = end;
    }
    return cut;
  }

  /** Returns whether there was a line to split. */
  private boolean split() {
    boolean changed = false;
    for (FormatLine line : lines) {
      if (!startsFrozen(line.first()) && !endsFrozen(line.last())) {
        boolean wide = columns.width(line) > MAX_WIDTH;
        changed |=
            ((wide || !line.isWhole(tokens)) && splitMembers(line)) || (wide && splitBracket(line));
      }
    }
    return changed;
  }

  private boolean splitMembers(FormatLine line) {
    boolean changed = false;
    for (int i = line.first(); i < line.last(); i++) {
      if (line.isSeparator(tokens, i) && !tokens.is(i + 1, TokenKind.COMMA)) {
        starts.set(i + 1);
        changed = true;
      }
    }
    return changed;
  }

  private boolean splitBracket(FormatLine line) {
    for (int open = line.first(); open < line.last(); open++) {
      int close = tokens.isOpening(open) ? tokens.partner(open) : FormatTokens.NONE;
      if (close > open + 1 && close <= line.last()) {
        boolean possible = tokens.is(open, TokenKind.OPEN_BRACE) || tokens.isInBraces(open);
        if (possible) {
          splitBracket(open, close);
        }
        return possible;
      }
    }
    return false;
  }

  private void splitBracket(int open, int close) {
    starts.set(open + 1);
    starts.set(close);
    for (int i = open + 1; i < close - 1; i++) {
      if (tokens.is(i, TokenKind.COMMA)
          && tokens.enclosing(i) == open
          && !tokens.is(i + 1, TokenKind.COMMA)) {
        starts.set(i + 1);
      }
    }
  }
}
