package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.parser.GenPlanLexer;
import java.util.List;

/** Comments as other languages have them: {@code # ...} and {@code /* ... *}{@code /}. */
final class ForeignComments {

  private ForeignComments() {}

  /** Says of each how it is written here. */
  static void report(RawTokens raw, List<LocalDiagnostic> errors) {
    for (int i = 0; i < raw.size(); i++) {
      Span span = new Span(raw.start(i), raw.end(i));
      if (raw.type(i) == GenPlanLexer.HASH_COMMENT) {
        Span mark = new Span(span.start(), span.start() + 1);
        errors.add(SyntaxErrors.WRONG_COMMENT.fixed(span, mark, "//"));
      } else if (raw.type(i) == GenPlanLexer.BLOCK_COMMENT) {
        int next = raw.visible(i + 1);
        boolean last = next == raw.size() || raw.type(next) == GenPlanLexer.LINE_END;
        errors.add(
            last
                ? SyntaxErrors.WRONG_COMMENT.fixed(span, span, lineComments(raw.text(i)))
                : SyntaxErrors.WRONG_COMMENT.at(span));
      }
    }
  }

  private static String lineComments(String block) {
    String inside = block.replaceFirst("^/\\*+", "").replaceFirst("\\*+/$", "").strip();
    return "// " + inside.replaceAll("(\\R)\\h*(?:\\*\\h?)?", "$1// ");
  }
}
