package dev.genplan.lsp;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.LineIndex;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Applies the changes of one notification, each to what the one before it has left. */
final class ContentChanges {
  private ContentChanges() {}

  static LineIndex apply(
      LineIndex text, List<TextDocumentContentChangeEvent> changes, Positions positions) {
    LineIndex result = text;
    for (TextDocumentContentChangeEvent change : changes) {
      result =
          change.getRange() == null
              ? new LineIndex(change.getText())
              : edited(result, positions.span(result, change.getRange()), change.getText());
    }
    return result;
  }

  private static LineIndex edited(LineIndex before, Span replaced, String with) {
    String text = before.text();
    String after =
        new StringBuilder(text.length() - replaced.length() + with.length())
            .append(text, 0, replaced.start())
            .append(with)
            .append(text, replaced.end(), text.length())
            .toString();
    return before.edited(replaced, with.length(), after);
  }
}
