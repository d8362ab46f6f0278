package dev.genplan.lsp;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.LineIndex;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Applies the changes of one notification, each to what the one before it has left. */
final class ContentChanges {
  private ContentChanges() {}

  static String apply(
      String text, List<TextDocumentContentChangeEvent> changes, Positions positions) {
    String result = text;
    for (TextDocumentContentChangeEvent change : changes) {
      if (change.getRange() == null) {
        result = change.getText();
      } else {
        Span span = positions.span(new LineIndex(result), change.getRange());
        result =
            new StringBuilder(result.length() + change.getText().length())
                .append(result, 0, span.start())
                .append(change.getText())
                .append(result, span.end(), result.length())
                .toString();
      }
    }
    return result;
  }
}
