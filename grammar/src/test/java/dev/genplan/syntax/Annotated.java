package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plans with their errors marked under the lines:
 *
 * <pre>
 *   epochs: 5 rank: 32
 *             ^^^^ missing-separator: Expected a comma or a new line before `rank`
 * </pre>
 */
final class Annotated {

  private static final Pattern MARK = Pattern.compile("\\s*\\^+…? [a-z-]+: .*");

  private Annotated() {}

  /** The plan without the marks. */
  static String plain(String annotated) {
    return annotated
        .lines()
        .filter(line -> !MARK.matcher(line).matches())
        .collect(Collectors.joining("\n"));
  }

  /** The plan with a line of carets, code and message under the line in which each error starts. */
  static String annotate(SyntaxTree tree) {
    StringBuilder out = new StringBuilder();
    for (int line = 0; line < tree.lines().lines(); line++) {
      out.append(line == 0 ? "" : "\n").append(tree.lines().text(line));
      for (LocalDiagnostic error : tree.errors()) {
        if (tree.lines().line(error.span().start()) == line) {
          out.append("\n").append(mark(tree, line, error));
        }
      }
    }
    return out.toString();
  }

  private static String mark(SyntaxTree tree, int line, LocalDiagnostic error) {
    int start = error.span().start();
    int end = Math.min(error.span().end(), tree.lines().end(line));
    return " ".repeat(tree.lines().column(start))
        + "^".repeat(Math.max(1, end - start))
        + (end < error.span().end() ? "…" : "")
        + " "
        + error.code()
        + ": "
        + error.message();
  }

  /** The plan with the first repair of each error made. */
  static String repaired(SyntaxTree tree) {
    List<LocalEdit> edits = new ArrayList<>();
    for (LocalDiagnostic error : tree.errors()) {
      if (!error.fixes().isEmpty()) {
        edits.addAll(error.fixes().get(0).edits());
      }
    }
    edits.sort(Comparator.comparing(LocalEdit::span).reversed());
    StringBuilder text = new StringBuilder(tree.text());
    for (LocalEdit edit : edits) {
      text.replace(edit.span().start(), edit.span().end(), edit.text());
    }
    return text.toString();
  }
}
