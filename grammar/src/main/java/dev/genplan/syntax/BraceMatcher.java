package dev.genplan.syntax;

import static dev.genplan.syntax.parser.GenPlanLexer.*;

import java.util.Arrays;

/**
 * Finds which brace of a chunk was never closed and which closes nothing. Where they balance there
 * is nothing to find; where they do not, a closing brace at the start of a line closes the block
 * whose line is indented like it, and one behind something else a block that was opened on the same
 * line.
 */
final class BraceMatcher {

  /** How far up an opening brace with the same indentation is looked for. */
  private static final int REACH = 128;

  private final RawTokens tokens;
  private final int[] partner;
  private final int[] stack;
  private final int[] indents;
  private final int[] lines;
  private int depth;
  private int missing;

  private BraceMatcher(RawTokens tokens, int opening, int closing) {
    this.tokens = tokens;
    this.partner = new int[tokens.size()];
    Arrays.fill(partner, -1);
    this.stack = new int[opening];
    this.indents = new int[opening];
    this.lines = new int[opening];
    this.missing = opening - closing;
  }

  /**
   * The partners of a chunk's braces.
   *
   * @return for each token that is a brace the token it belongs to, -1 if there is none; empty if
   *     every brace has its partner in the usual way
   */
  static int[] match(RawTokens tokens) {
    int opening = 0;
    int closing = 0;
    boolean balanced = true;
    for (int i = 0; i < tokens.size(); i++) {
      int type = tokens.type(i);
      if (type == OPEN_BRACE) {
        opening++;
      } else if (type == CLOSE_BRACE) {
        closing++;
        balanced &= closing <= opening;
      }
    }
    if (balanced && opening == closing) {
      return new int[0];
    }
    BraceMatcher matcher = new BraceMatcher(tokens, opening, closing);
    matcher.run();
    return matcher.partner;
  }

  private void run() {
    int lineStart = 0;
    int indent = -1;
    for (int i = 0; i < tokens.size(); i++) {
      int type = tokens.type(i);
      if (type == LINE_END) {
        lineStart = tokens.end(i);
        indent = -1;
      } else if (!RawTokens.isHidden(type)) {
        boolean leading = indent < 0;
        indent = leading ? tokens.start(i) - lineStart : indent;
        if (type == OPEN_BRACE) {
          stack[depth] = i;
          lines[depth] = lineStart;
          indents[depth++] = indent;
        } else if (type == CLOSE_BRACE) {
          close(i, leading ? indent : -1, lineStart);
        }
      }
    }
  }

  /** Closes a block, or leaves the brace without a partner. */
  private void close(int brace, int indent, int line) {
    if (depth == 0) {
      return;
    }
    if (missing < 0 && indent < 0 && lines[depth - 1] != line) {
      missing++;
      return;
    }
    if (indent >= 0) {
      int above = blocksAbove(indent);
      if (above > 0 && above <= missing) {
        missing -= above;
        depth -= above;
      } else if (above < 0 && missing < 0 && indent > indents[depth - 1]) {
        missing++;
        return;
      }
    }
    int open = stack[--depth];
    partner[open] = brace;
    partner[brace] = open;
  }

  /** How many open blocks stand above the one whose line is indented so; -1 if there is none. */
  private int blocksAbove(int indent) {
    for (int above = 0; above < Math.min(depth, REACH); above++) {
      if (indents[depth - 1 - above] == indent) {
        return above;
      }
    }
    return -1;
  }
}
