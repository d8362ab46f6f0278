package dev.genplan.syntax;

import dev.genplan.syntax.FormatLine.Shape;
import dev.genplan.text.DisplayWidth;
import java.util.List;
import java.util.function.Predicate;

/**
 * The columns of adjacent lines: values of properties, operators and values of criteria, the braces
 * of blocks on one line, and comments behind lines. A blank line, a comment on a line of its own
 * and a line of another shape end a group of lines.
 */
final class FormatColumns {

  private final FormatTokens tokens;
  private final FormatLines layout;
  private final int[] padding;

  private FormatColumns(FormatTokens tokens, FormatLines layout) {
    this.tokens = tokens;
    this.layout = layout;
    this.padding = new int[tokens.size()];
  }

  static FormatColumns of(FormatTokens tokens, FormatLines layout) {
    FormatColumns columns = new FormatColumns(tokens, layout);
    columns.group(
        line -> line.shape() == Shape.PROPERTY || line.shape() == Shape.SETTINGS, columns::values);
    columns.group(line -> line.shape() == Shape.LABELLED, columns::values);
    columns.group(line -> line.shape() == Shape.CRITERION, columns::criteria);
    columns.group(
        line -> line.shape() == Shape.SETTINGS || line.shape() == Shape.SECTION, columns::braces);
    columns.group(line -> line.shape() == Shape.DECLARATION, columns::braces);
    columns.group(line -> line.comment() && !columns.isFrozen(line), columns::comments);
    return columns;
  }

  /** Columns of white space before a token that does not start a line. */
  int space(int token) {
    return (FormatSpaces.before(tokens, token) ? 1 : 0) + padding[token];
  }

  /** Columns up to the end of a line, without the comment behind it. */
  int width(FormatLine line) {
    return FormatLine.indent(tokens, line.first()) + width(line.first(), line.last() + 1);
  }

  /** Columns of the tokens before {@code end}, up to the first line end within a text. */
  private int width(int first, int end) {
    int width = 0;
    for (int i = first; i < end; i++) {
      width += i == first ? 0 : space(i);
      if (tokens.spansLines(i)) {
        int lineEnd = tokens.lines().end(tokens.firstLine(i));
        return width + DisplayWidth.of(tokens.text(), tokens.start(i), lineEnd);
      }
      width += DisplayWidth.of(tokens.text(), tokens.start(i), tokens.end(i));
    }
    return width;
  }

  private interface Alignment {
    void align(List<FormatLine> group);
  }

  private void group(Predicate<FormatLine> belongs, Alignment alignment) {
    List<FormatLine> lines = layout.lines();
    int from = 0;
    while (from < lines.size()) {
      int to = from;
      while (to < lines.size()
          && belongs.test(lines.get(to))
          && (to == from || areAdjacent(lines.get(to - 1), lines.get(to)))) {
        to++;
      }
      if (to > from + 1) {
        alignment.align(lines.subList(from, to));
      }
      from = Math.max(to, from + 1);
    }
  }

  private boolean areAdjacent(FormatLine line, FormatLine next) {
    return tokens.depth(line.first()) == tokens.depth(next.first())
        && !layout.isBlankBefore(next.first())
        && !endsOnLaterLine(line);
  }

  private boolean endsOnLaterLine(FormatLine line) {
    for (int i = line.first(); i <= line.last(); i++) {
      if (tokens.spansLines(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFrozen(FormatLine line) {
    return layout.startsFrozen(line.first()) || layout.endsFrozen(line.last());
  }

  private void values(List<FormatLine> group) {
    int widest = 0;
    for (FormatLine line : group) {
      widest = Math.max(widest, key(line));
    }
    for (FormatLine line : group) {
      if (line.shape() != Shape.SETTINGS) {
        padding[line.mark() + 1] = widest - key(line);
      }
    }
  }

  /** Width of a key with its colon; settings count as if they had one. */
  private int key(FormatLine line) {
    return width(line.first(), line.mark()) + 1;
  }

  private void criteria(List<FormatLine> group) {
    int metric = 0;
    int operator = 0;
    for (FormatLine line : group) {
      metric = Math.max(metric, width(line.first(), line.mark()));
      operator = Math.max(operator, width(line.mark(), line.mark() + 1));
    }
    for (FormatLine line : group) {
      padding[line.mark()] = metric - width(line.first(), line.mark());
      padding[line.mark() + 1] = operator - width(line.mark(), line.mark() + 1);
    }
  }

  private void braces(List<FormatLine> group) {
    int widest = 0;
    for (FormatLine line : group) {
      widest = Math.max(widest, width(line.first(), line.mark()));
    }
    for (FormatLine line : group) {
      padding[line.mark()] = widest - width(line.first(), line.mark());
    }
  }

  /** Comments stand in one column unless that would make a line too long. */
  private void comments(List<FormatLine> group) {
    int widest = 0;
    int comment = 0;
    for (FormatLine line : group) {
      widest = Math.max(widest, width(line));
      comment = Math.max(comment, width(line.last() + 1, line.last() + 2));
    }
    if (widest + 1 + comment > FormatLines.MAX_WIDTH) {
      return;
    }
    for (FormatLine line : group) {
      padding[line.last() + 1] = widest - width(line);
    }
  }
}
