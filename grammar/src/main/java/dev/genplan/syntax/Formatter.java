package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the white space of a file in order, and nothing else.
 *
 * <ul>
 *   <li>Two spaces for each bracket around a line; one space behind colons and commas, around
 *       operators and inside braces on one line; none inside brackets, ranges and units.
 *   <li>What is written on one line stays on one line up to 100 columns, be it a block, a list or
 *       several members with commas between them. A block or list that is written over several
 *       lines, or does not fit, has one member or element a line. Lines are never joined, except
 *       within an element of a list; a comma at the start of a line goes to the end of the one
 *       before.
 *   <li>On adjacent lines of the same shape stand in one column: the values of properties, the
 *       operators and values of criteria, the braces of blocks on one line, and comments behind
 *       lines. {@code serving { latency: 3 s }} on one line counts as a property for those next to
 *       it.
 *   <li>Comments stay on their line, or behind what they stand behind. At most one blank line is
 *       left, and none at the start and end of a block. The file ends with one line end. All line
 *       ends outside of texts become like the first.
 *   <li>A text in several lines moves as a whole with the line it starts on.
 *   <li>Lines with a syntax error are left as they are, and so is a whole declaration whose
 *       brackets do not balance.
 * </ul>
 *
 * <p>The result means the same, and formatting it again changes nothing.
 */
public final class Formatter {

  private Formatter() {}

  /** The formatted text of a file. */
  public static String format(SyntaxTree tree) {
    String text = tree.text();
    StringBuilder out = new StringBuilder(text.length() + 64);
    int copied = 0;
    for (LocalEdit edit : edits(tree)) {
      out.append(text, copied, edit.span().start()).append(edit.text());
      copied = edit.span().end();
    }
    return out.append(text, copied, text.length()).toString();
  }

  /**
   * What formatting changes: minimal replacements, in the order of the text, that do not overlap
   * and lie outside all tokens but comments with white space at their end and texts in several
   * lines.
   *
   * @return edits with offsets in the file; none for a file that is too large to be read
   */
  public static List<LocalEdit> edits(SyntaxTree tree) {
    return FormatEdits.of(tree).stream().flatMap(List::stream).toList();
  }

  /**
   * What formatting changes in some lines. A change that would break the plan without another one
   * on a line nearby comes together with it.
   *
   * @param range offsets in the file; the lines it touches are formatted, except one that it ends
   *     directly before
   */
  public static List<LocalEdit> edits(SyntaxTree tree, Span range) {
    return edits(tree, List.of(range));
  }

  /** What formatting changes in the lines of several ranges, each change once. */
  public static List<LocalEdit> edits(SyntaxTree tree, List<Span> ranges) {
    List<Span> whole = ranges.stream().map(range -> lines(tree, range)).toList();
    List<LocalEdit> edits = new ArrayList<>();
    for (List<LocalEdit> together : FormatEdits.of(tree)) {
      if (together.stream().anyMatch(edit -> isIn(whole, edit))) {
        edits.addAll(together);
      }
    }
    return edits;
  }

  /**
   * What formatting changes in some lines, as far as a part of the file is left alone in which
   * somebody is typing.
   *
   * @param untouched no change reaches into it
   */
  public static List<LocalEdit> edits(SyntaxTree tree, Span range, Span untouched) {
    Span whole = lines(tree, range);
    List<LocalEdit> edits = new ArrayList<>();
    for (List<LocalEdit> together : FormatEdits.of(tree)) {
      boolean apart =
          together.stream()
              .allMatch(
                  edit ->
                      edit.span().end() <= untouched.start()
                          || untouched.end() <= edit.span().start());
      if (apart && together.stream().anyMatch(edit -> isIn(List.of(whole), edit))) {
        edits.addAll(together);
      }
    }
    return edits;
  }

  private static Span lines(SyntaxTree tree, Span range) {
    LineIndex lines = tree.lines();
    int start = lines.start(lines.line(range.start()));
    int last = range.length() > 0 ? range.end() - 1 : range.end();
    int end = range.end() == tree.text().length() ? range.end() : lines.end(lines.line(last));
    return new Span(start, Math.max(start, end));
  }

  private static boolean isIn(List<Span> lines, LocalEdit edit) {
    return lines.stream().anyMatch(span -> isIn(span, edit.span()));
  }

  private static boolean isIn(Span lines, Span edit) {
    return edit.length() == 0 ? lines.touches(edit.start()) : lines.overlaps(edit);
  }
}
