package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Span;
import java.util.BitSet;
import java.util.Optional;

/**
 * The lines that the formatter leaves as they are: those with a syntax error, and all of a
 * declaration whose brackets do not balance, because there the indentation says what is meant.
 */
final class FormatFrozen {

  private final FormatTokens tokens;
  private final BitSet lines = new BitSet();

  private FormatFrozen(FormatTokens tokens) {
    this.tokens = tokens;
  }

  /** Numbers of the lines to leave alone. */
  static BitSet lines(FormatTokens tokens) {
    FormatFrozen frozen = new FormatFrozen(tokens);
    frozen.errors();
    frozen.tokens();
    frozen.lateValues();
    frozen.spread();
    return frozen.lines;
  }

  private void errors() {
    SyntaxTree tree = tokens.tree();
    for (int i = 0; i < tree.chunks().size(); i++) {
      Chunk chunk = tree.chunks().get(i);
      for (LocalDiagnostic error : chunk.errors()) {
        freeze(error.span(), tree.start(i));
      }
      if (!chunk.errors().isEmpty()) {
        for (Member member : chunk.members()) {
          visit(member, tree.start(i));
        }
      }
    }
  }

  private void freeze(Span span, int base) {
    int start = base + span.start();
    int last = Math.max(start, base + span.end() - 1);
    lines.set(tokens.lines().line(start), tokens.lines().line(last) + 1);
  }

  private void visit(Node node, int base) {
    if (node instanceof Member member && member.broken()) {
      broken(member, base);
    }
    for (Node child : node.children()) {
      visit(child, base);
    }
  }

  /** The lines of a member except those within its block. */
  private void broken(Member member, int base) {
    Optional<Block> block = block(member);
    if (block.isEmpty()) {
      freeze(member.span(), base);
      return;
    }
    freeze(new Span(member.start(), block.get().open() + 1), base);
    if (block.get().end() < member.end()) {
      freeze(new Span(block.get().innerEnd(), member.end()), base);
    }
  }

  private static Optional<Block> block(Member member) {
    if (member instanceof Member.Declaration declaration) {
      return declaration.body();
    }
    if (member instanceof Member.Property property) {
      return property.value().flatMap(Value::block);
    }
    return Optional.empty();
  }

  private void tokens() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isUnsound(i)
          || tokens.is(i, TokenKind.UNKNOWN)
          || isLeadingComma(i)
          || isFixed(i)) {
        lines.set(tokens.firstLine(i), tokens.lastLine(i) + 1);
      } else if (tokens.is(i, TokenKind.OPEN_BRACKET) && !tokens.isInBraces(i)) {
        lines.set(tokens.firstLine(i), tokens.lastLine(tokens.partner(i)) + 1);
      }
    }
  }

  /** A line at the top that starts with a comma is parsed together with the one before. */
  private boolean isLeadingComma(int token) {
    return tokens.is(token, TokenKind.COMMA)
        && tokens.depth(token) == 0
        && (token == 0 || tokens.lineEnds(token) > 0);
  }

  private boolean isFixed(int token) {
    return tokens.isText(token) && FormatText.of(tokens, token).isFixed();
  }

  /** Whether a word is the value that is missing on the line before depends on its indentation. */
  private void lateValues() {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.lineEnds(i) == 1
          && lines.get(tokens.lastLine(i - 1))
          && isMark(beforeComment(i))) {
        lines.set(tokens.firstLine(i));
      }
    }
  }

  private int beforeComment(int token) {
    int before = token - 1;
    return before > 0 && tokens.isComment(before) && tokens.lineEnds(before) == 0
        ? before - 1
        : before;
  }

  private boolean isMark(int token) {
    return switch (tokens.kind(token)) {
      case COLON, OPERATOR -> true;
      default -> tokens.text().charAt(tokens.start(token)) == '=';
    };
  }

  /** What reaches over the end of a line is left as a whole. */
  private void spread() {
    for (int i = 0; i < tokens.size(); i++) {
      spread(i);
    }
    for (int i = tokens.size() - 1; i >= 0; i--) {
      spread(i);
    }
  }

  private void spread(int token) {
    int first = tokens.firstLine(token);
    int last = tokens.lastLine(token);
    if (first < last && lines.get(first) != lines.get(last)) {
      lines.set(first, last + 1);
    }
  }
}
