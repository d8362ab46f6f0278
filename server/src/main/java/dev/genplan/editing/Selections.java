package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Node;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.TokenKind;
import dev.genplan.syntax.Tokens;
import dev.genplan.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** What a selection grows to, step by step: word, value, member, block, declaration, file. */
public final class Selections {

  private final SyntaxTree tree;
  private final int offset;
  private final List<Span> steps = new ArrayList<>();

  private Selections(SyntaxTree tree, int offset) {
    this.tree = tree;
    this.offset = offset;
  }

  /**
   * The steps at an offset.
   *
   * @return from the largest, the file, to the smallest; each lies in the one before it
   */
  public static List<Span> at(SyntaxTree tree, int offset) {
    Selections selections = new Selections(tree, offset);
    selections.step(new Span(0, tree.text().length()));
    for (SyntaxTree.Placed placed : tree.members()) {
      Span span = placed.member().span().shift(placed.base());
      if (span.touches(offset)) {
        selections.node(placed.member(), placed.base());
        break;
      }
    }
    selections.token();
    return selections.steps;
  }

  private void step(Span span) {
    Span last = steps.isEmpty() ? span : steps.get(steps.size() - 1);
    if (span.touches(offset)
        && last.contains(span)
        && (steps.isEmpty() || !span.equals(last))
        && (span.length() > 0 || steps.isEmpty())) {
      steps.add(span);
    }
  }

  private void node(Node node, int base) {
    step(node.span().shift(base));
    if (node instanceof Value value && value.block().isPresent()) {
      int end = base + value.block().get().start();
      while (end > base + value.start() && Character.isWhitespace(tree.text().charAt(end - 1))) {
        end--;
      }
      Span figure = new Span(base + value.start(), end);
      if (figure.touches(offset)) {
        step(figure);
      }
    } else if (node instanceof Block block) {
      inside(base + block.start() + 1, base + block.innerEnd());
    } else if (node instanceof Value.Sequence list) {
      inside(base + list.start() + 1, base + (list.closed() ? list.end() - 1 : list.end()));
    }
    Node next = null;
    for (Node child : node.children()) {
      Span span = child.span().shift(base);
      // Where two touch, the one that begins at the offset is meant.
      if (span.touches(offset) && (next == null || span.start() == offset)) {
        next = child;
      }
    }
    if (next != null) {
      node(next, base);
    }
  }

  /** What lies between two marks, without the white space at its ends. */
  private void inside(int from, int to) {
    int start = from;
    int end = Math.max(from, to);
    while (start < end && Character.isWhitespace(tree.text().charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(tree.text().charAt(end - 1))) {
      end--;
    }
    step(new Span(start, end));
  }

  /** The token, and in texts and comments what stands between the marks, and the word. */
  private void token() {
    int chunk = tree.chunkAt(offset);
    Tokens tokens = tree.chunks().get(chunk).tokens();
    if (tokens.size() == 0) {
      return;
    }
    int base = tree.start(chunk);
    int at = tokens.at(offset - base);
    if (isBetweenWords(tokens.kind(at)) && at > 0 && base + tokens.start(at) == offset) {
      at--;
    }
    Span span = new Span(base + tokens.start(at), base + tokens.end(at));
    switch (tokens.kind(at)) {
      case TEXT -> {
        step(span);
        boolean many = tree.text().startsWith("\"\"\"", span.start());
        int quotes = many && span.length() >= 6 ? 3 : 1;
        inside(span.start() + quotes, span.end() - quotes);
        word(span);
      }
      case COMMENT, DOC_COMMENT -> {
        step(span);
        inside(span.start() + (tokens.kind(at) == TokenKind.COMMENT ? 2 : 3), span.end());
        word(span);
      }
      case NAME, NUMBER, DATE -> step(span);
      default -> {
        // A mark is no word.
      }
    }
  }

  private static boolean isBetweenWords(TokenKind kind) {
    return switch (kind) {
      case NAME, NUMBER, DATE, TEXT, COMMENT, DOC_COMMENT -> false;
      default -> true;
    };
  }

  private void word(Span within) {
    int start = offset;
    int end = offset;
    while (start > within.start() && isWord(tree.text().codePointBefore(start))) {
      start -= Character.charCount(tree.text().codePointBefore(start));
    }
    while (end < within.end() && isWord(tree.text().codePointAt(end))) {
      end += Character.charCount(tree.text().codePointAt(end));
    }
    step(new Span(start, end));
  }

  private static boolean isWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || codePoint == '_' || codePoint == '-';
  }
}
