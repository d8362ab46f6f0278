package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Chunk;
import dev.genplan.syntax.LineIndex;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Node;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.TokenKind;
import dev.genplan.syntax.Tokens;
import dev.genplan.syntax.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts of a file that can be folded away. */
public final class Folds {

  /** What is folded. */
  public enum Kind {
    CODE,
    COMMENT,
    IMPORTS
  }

  /**
   * A part.
   *
   * @param span what disappears
   * @param startLine the line that stays
   * @param endLine the last line that disappears, where only whole lines can
   * @param depth how many parts it lies in
   */
  public record Fold(Kind kind, Span span, int startLine, int endLine, int depth) {}

  private static final Comparator<Fold> ORDER =
      Comparator.comparingInt(Fold::startLine).thenComparing(Fold::span);

  private final SyntaxTree tree;
  private final LineIndex lines;
  private final List<Fold> folds = new ArrayList<>();

  private Folds(SyntaxTree tree) {
    this.tree = tree;
    this.lines = tree.lines();
  }

  /**
   * The parts of a file, in the order of the text.
   *
   * @param limit how many are wanted at most; what is nested deepest is left out first
   */
  public static List<Fold> of(SyntaxTree tree, int limit) {
    Folds folds = new Folds(tree);
    folds.imports();
    folds.comments();
    for (SyntaxTree.Placed placed : tree.members()) {
      folds.node(placed.member(), placed.base(), 0);
    }
    return folds.folds.stream()
        .sorted(Comparator.comparingInt(Fold::depth).thenComparing(ORDER))
        .limit(limit)
        .sorted(ORDER)
        .toList();
  }

  /**
   * The same for a client that folds whole lines only: one for each line that stays, the outermost.
   */
  public static List<Fold> ofLines(SyntaxTree tree, int limit) {
    Set<Integer> taken = new HashSet<>();
    return of(tree, Integer.MAX_VALUE).stream()
        .filter(fold -> fold.endLine() > fold.startLine())
        .sorted(Comparator.comparingInt(Fold::depth).thenComparing(ORDER))
        .filter(fold -> taken.add(fold.startLine()))
        .limit(limit)
        .sorted(ORDER)
        .toList();
  }

  private void node(Node node, int base, int depth) {
    int inner = depth;
    if (node instanceof Block block) {
      inside(block.span().shift(base), block.closed(), depth);
      inner++;
    } else if (node instanceof Value.Sequence list) {
      inside(list.span().shift(base), list.closed(), depth);
      inner++;
    } else if (node instanceof Value.Text text && text.multiline()) {
      int end = text.block().map(Block::start).orElse(text.end());
      String written = tree.text().substring(base + text.start(), base + end).stripTrailing();
      Span quoted = new Span(base + text.start(), base + text.start() + written.length());
      text(quoted, depth);
    }
    for (Node child : node.children()) {
      node(child, base, inner);
    }
  }

  /** What lies between two marks; the line of the second one stays where it holds nothing else. */
  private void inside(Span span, boolean closed, int depth) {
    int end = closed ? span.end() - 1 : span.end();
    while (!closed
        && end > span.start() + 1
        && Character.isWhitespace(tree.text().charAt(end - 1))) {
      end--;
    }
    int endLine = lines.line(end);
    boolean ownLine = closed && tree.text().substring(lines.start(endLine), end).isBlank();
    add(
        Kind.CODE,
        new Span(Math.min(span.start() + 1, end), end),
        ownLine ? endLine - 1 : endLine,
        depth);
  }

  private void text(Span span, int depth) {
    int start = Math.min(span.start() + 3, span.end());
    add(Kind.CODE, new Span(start, Math.max(start, span.end() - 3)), lines.line(span.end()), depth);
  }

  private void add(Kind kind, Span span, int endLine, int depth) {
    int startLine = lines.line(span.start());
    if (lines.line(span.end()) > startLine) {
      folds.add(new Fold(kind, span, startLine, endLine, depth));
    }
  }

  /** Imports that follow each other, with what stands between them. */
  private void imports() {
    int first = -1;
    int last = -1;
    for (SyntaxTree.Placed placed : tree.members()) {
      if (!(placed.member() instanceof Member.Import)) {
        break;
      }
      first = first < 0 ? placed.base() + placed.member().start() : first;
      last = placed.base() + placed.member().end();
    }
    if (first >= 0) {
      int start = lines.end(lines.line(first));
      add(Kind.IMPORTS, new Span(Math.min(start, last), last), lines.line(last), 0);
    }
  }

  /** Comments on lines of their own that follow each other. */
  private void comments() {
    int firstLine = -1;
    int lastLine = -2;
    int end = 0;
    for (int i = 0; i < tree.chunks().size(); i++) {
      Chunk chunk = tree.chunks().get(i);
      Tokens tokens = chunk.tokens();
      for (int token = 0; token < tokens.size(); token++) {
        TokenKind kind = tokens.kind(token);
        if (kind != TokenKind.COMMENT && kind != TokenKind.DOC_COMMENT) {
          continue;
        }
        int start = tree.start(i) + tokens.start(token);
        int line = lines.line(start);
        if (!tree.text().substring(lines.start(line), start).isBlank()) {
          continue;
        }
        if (line != lastLine + 1) {
          comment(firstLine, lastLine, end);
          firstLine = line;
        }
        lastLine = line;
        end = tree.start(i) + tokens.end(token);
      }
    }
    comment(firstLine, lastLine, end);
  }

  private void comment(int firstLine, int lastLine, int end) {
    if (lastLine > firstLine) {
      add(Kind.COMMENT, new Span(lines.end(firstLine), end), lastLine, 0);
    }
  }
}
