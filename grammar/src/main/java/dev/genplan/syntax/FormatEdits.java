package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.Span;
import java.util.ArrayList;
import java.util.List;

/** Turns a layout into replacements of white space. */
final class FormatEdits {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final FormatTokens tokens;
  private final FormatLines layout;
  private final String lineEnd;
  private final List<List<LocalEdit>> groups = new ArrayList<>();

  private FormatEdits(FormatTokens tokens, FormatLines layout) {
    this.tokens = tokens;
    this.layout = layout;
    int feed = tokens.size() == 0 ? 0 : tokens.text().indexOf('\n', tokens.start(0));
    this.lineEnd = feed > 0 && tokens.text().charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }

  /** All changes in the order of the text; those that need each other in one list. */
  static List<List<LocalEdit>> of(SyntaxTree tree) {
    if (tree.text().length() > SyntaxTree.MAX_LENGTH) {
      return List.of();
    }
    FormatTokens tokens = new FormatTokens(tree);
    FormatEdits edits = new FormatEdits(tokens, FormatLines.of(tokens, FormatFrozen.lines(tokens)));
    for (FormatLine line : edits.layout.lines()) {
      edits.line(line);
    }
    edits.end();
    return edits.groups;
  }

  private void line(FormatLine line) {
    if (line.first() == 0) {
      start();
    } else if (indexOfLineEnd(tokens.gap(line.first())) < 0) {
      if (!layout.isBehindComma(line.first())) {
        groups.add(new ArrayList<>());
      }
      replace(line.first(), 0, tokens.gap(line.first()).length(), lineEnd + indent(line.first()));
    } else {
      lineEnds(line.first());
    }
    for (int i = line.first(); i <= line.end(); i++) {
      if (i > line.first() && !layout.isFrozen(i)) {
        replace(i, 0, tokens.gap(i).length(), " ".repeat(layout.columns().space(i)));
      }
      if (tokens.isText(i) && !layout.startsFrozen(i)) {
        last().addAll(FormatText.of(tokens, i).edits());
      }
    }
  }

  /** White space before the first token. */
  private void start() {
    groups.add(new ArrayList<>());
    String gap = tokens.gap(0);
    int from = mark(gap).length();
    int to = layout.startsFrozen(0) ? Math.max(from, behindLineEnds(gap)) : gap.length();
    replace(0, from, to, "");
  }

  private static String mark(String gap) {
    return gap.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
  }

  /** White space between two lines: behind the first, between them, and before the second. */
  private void lineEnds(int token) {
    String gap = tokens.gap(token);
    int ends = indexOfLineEnd(gap);
    int indent = behindLineEnds(gap);
    boolean frozen = layout.startsFrozen(token);
    groups.add(new ArrayList<>());
    if (!layout.endsFrozen(token - 1)) {
      replace(token, 0, ends, "");
    }
    groups.add(new ArrayList<>());
    if (!frozen || !layout.endsFrozen(token - 1)) {
      replace(token, ends, indent, lineEnd.repeat(layout.isBlankBefore(token) ? 2 : 1));
    }
    groups.add(new ArrayList<>());
    if (!frozen) {
      replace(token, indent, gap.length(), indent(token));
    }
  }

  private void end() {
    int count = tokens.size();
    String gap = count == 0 ? tokens.text() : tokens.gap(count);
    groups.add(new ArrayList<>());
    if (count == 0) {
      add(mark(gap).length(), gap.length(), "");
      return;
    }
    int ends = indexOfLineEnd(gap);
    int from = !layout.endsFrozen(count - 1) ? 0 : ends < 0 ? gap.length() : ends;
    replace(count, from, gap.length(), lineEnd);
  }

  private String indent(int token) {
    return " ".repeat(FormatLine.indent(tokens, token));
  }

  private static int indexOfLineEnd(String gap) {
    int at = 0;
    while (at < gap.length() && gap.charAt(at) != '\n' && gap.charAt(at) != '\r') {
      at++;
    }
    return at < gap.length() ? at : -1;
  }

  private static int behindLineEnds(String gap) {
    return Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1;
  }

  private List<LocalEdit> last() {
    return groups.get(groups.size() - 1);
  }

  /** Replaces a part of the white space before a token. */
  private void replace(int token, int from, int to, String by) {
    int base = token == 0 ? 0 : tokens.end(token - 1);
    add(base + from, base + to, by);
  }

  private void add(int start, int end, String by) {
    String old = tokens.text().substring(start, end);
    if (old.equals(by)) {
      return;
    }
    if (old.startsWith(by)) {
      last().add(new LocalEdit(new Span(start + by.length(), end), ""));
    } else if (by.startsWith(old)) {
      last().add(new LocalEdit(new Span(end, end), by.substring(old.length())));
    } else {
      last().add(new LocalEdit(new Span(start, end), by));
    }
  }
}
