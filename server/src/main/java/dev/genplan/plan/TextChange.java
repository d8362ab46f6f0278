package dev.genplan.plan;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.Chunk;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import java.util.Optional;

/**
 * What has become of the text.
 *
 * @param start offset at which the texts begin to differ
 * @param end offset in the old text from which on they are the same again
 * @param growth by how much the text is longer
 */
record TextChange(int start, int end, int growth, boolean isInside) {

  /** Empty if the chunk does not hold just one declaration. */
  static Optional<TextChange> of(SyntaxTree before, SyntaxTree after, int chunk) {
    Optional<Member.Declaration> old = declaration(before.chunks().get(chunk));
    Optional<Member.Declaration> now = declaration(after.chunks().get(chunk));
    if (old.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    String oldText = text(before, chunk);
    String newText = text(after, chunk);
    int shorter = Math.min(oldText.length(), newText.length());
    int front = 0;
    while (front < shorter && oldText.charAt(front) == newText.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < shorter - front
        && oldText.charAt(oldText.length() - 1 - back)
            == newText.charAt(newText.length() - 1 - back)) {
      back++;
    }
    int start = before.start(chunk);
    return Optional.of(
        new TextChange(
            start + front,
            start + oldText.length() - back,
            newText.length() - oldText.length(),
            isInside(oldText, old.get(), front, oldText.length() - back)
                && isInside(newText, now.get(), front, newText.length() - back)));
  }

  private static Optional<Member.Declaration> declaration(Chunk chunk) {
    return chunk.members().size() == 1
            && chunk.members().get(0) instanceof Member.Declaration declaration
        ? Optional.of(declaration)
        : Optional.empty();
  }

  private static String text(SyntaxTree tree, int chunk) {
    int start = tree.start(chunk);
    return tree.text().substring(start, start + tree.chunks().get(chunk).length());
  }

  private static boolean isInside(String text, Member.Declaration node, int start, int end) {
    int firstLineEnd = text.indexOf('\n', node.start());
    int lastLineStart = text.lastIndexOf('\n', node.end() - 1);
    return firstLineEnd >= 0 && firstLineEnd < start && end <= lastLineStart;
  }

  /** Where a span is now; empty if it is not the same text any more. */
  Optional<Span> move(Span span) {
    boolean before = span.end() <= start;
    boolean behind = span.start() >= end;
    if (before == behind) {
      return Optional.empty();
    }
    return Optional.of(before ? span : span.shift(growth));
  }

  /**
   * Whether what stood at one place stands at another now. The same words may do so elsewhere: two
   * lines change places, or a comment takes one in while a copy of it is written.
   */
  boolean moves(Span before, Span after) {
    return move(before).filter(after::equals).isPresent();
  }
}
