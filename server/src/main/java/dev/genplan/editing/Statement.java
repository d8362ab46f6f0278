package dev.genplan.editing;

import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.TokenKind;
import dev.genplan.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * The words before a caret, back to where the member begins in which it stands. Read from the
 * tokens, since half a member has no node yet that would say what its other half can be.
 */
final class Statement {

  /** A token with its place in the file. */
  record Part(TokenKind kind, String text, int start, int end) {

    boolean is(TokenKind other) {
      return kind == other;
    }
  }

  private final SyntaxTree tree;
  private final int offset;
  private final List<Part> member = new ArrayList<>();
  private final List<Part> element = new ArrayList<>();
  private boolean inList;

  private Statement(SyntaxTree tree, int offset) {
    this.tree = tree;
    this.offset = offset;
  }

  /**
   * Reads what stands before a caret.
   *
   * @param from offset from which to read; not inside a token
   */
  static Statement read(SyntaxTree tree, int from, int offset) {
    Statement statement = new Statement(tree, offset);
    statement.read(from);
    return statement;
  }

  /** The tokens from the start of the member, those of a list it has from the list's start on. */
  List<Part> member() {
    return member;
  }

  /** Whether the caret stands between brackets. */
  boolean isInList() {
    return inList;
  }

  /** In a list the tokens of the element in which the caret stands. */
  List<Part> element() {
    return element;
  }

  private void read(int from) {
    int chunk = tree.chunkAt(offset);
    int base = tree.start(chunk);
    Tokens tokens = tree.chunks().get(chunk).tokens();
    int braces = 0;
    for (int i = from > base ? tokens.at(from - base) : 0;
        i < tokens.size() && base + tokens.start(i) < offset;
        i++) {
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.OPEN_BRACE) {
        braces++;
      } else if (kind == TokenKind.CLOSE_BRACE) {
        braces = Math.max(0, braces - 1);
        add(part(tokens, i, base));
      } else if (braces == 0) {
        take(tokens, i, base);
      }
    }
  }

  private void take(Tokens tokens, int i, int base) {
    switch (tokens.kind(i)) {
      case LINE_END -> {
        if (!inList || endsList(tokens, i + 1)) {
          restart();
        }
      }
      case COMMA -> {
        if (inList) {
          element.clear();
        } else {
          restart();
        }
      }
      case OPEN_BRACKET -> {
        inList = true;
        element.clear();
      }
      case CLOSE_BRACKET -> {
        inList = false;
        add(part(tokens, i, base));
      }
      case SPACE, COMMENT, DOC_COMMENT -> {}
      default -> add(part(tokens, i, base));
    }
  }

  private void add(Part part) {
    List<Part> parts = inList ? element : member;
    Part last = parts.isEmpty() ? part : parts.get(parts.size() - 1);
    if (isMagnitude(part) && last.is(TokenKind.NUMBER) && last.end() == part.start()) {
      parts.set(
          parts.size() - 1,
          new Part(TokenKind.NUMBER, last.text() + part.text(), last.start(), part.end()));
    } else {
      parts.add(part);
    }
  }

  /** The letter of {@code 8B}; while the caret is at it, it may become a unit. */
  private boolean isMagnitude(Part part) {
    return part.is(TokenKind.NAME)
        && part.text().length() == 1
        && "kMBT".contains(part.text())
        && part.end() < offset;
  }

  private void restart() {
    member.clear();
    element.clear();
    inList = false;
  }

  /** Whether a line begins like a member, so that an open list has ended before it. */
  private static boolean endsList(Tokens tokens, int from) {
    int at = next(tokens, from);
    if (at == tokens.size()) {
      return false;
    }
    if (tokens.kind(at) == TokenKind.CLOSE_BRACE) {
      return true;
    }
    if (tokens.kind(at) != TokenKind.NAME) {
      return false;
    }
    int behind = next(tokens, at + 1);
    if (behind == tokens.size()) {
      return false;
    }
    return switch (tokens.kind(behind)) {
      case COLON, OPERATOR, NAME -> true;
      default -> false;
    };
  }

  private static int next(Tokens tokens, int from) {
    int at = from;
    while (at < tokens.size() && tokens.kind(at).isTrivia()) {
      at++;
    }
    return at;
  }

  private Part part(Tokens tokens, int i, int base) {
    int start = base + tokens.start(i);
    int end = base + tokens.end(i);
    return new Part(tokens.kind(i), tree.text().substring(start, end), start, end);
  }
}
