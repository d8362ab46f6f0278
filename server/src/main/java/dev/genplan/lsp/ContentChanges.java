package dev.genplan.lsp;

import dev.genplan.syntax.LineEditor;
import dev.genplan.syntax.LineIndex;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Applies changes, each to what the one before it has left. */
final class ContentChanges {
  private ContentChanges() {}

  static LineIndex apply(
      LineIndex text, List<TextDocumentContentChangeEvent> changes, Positions positions) {
    LineEditor editor = text.editor();
    for (TextDocumentContentChangeEvent change : changes) {
      if (change.getRange() == null) {
        editor = new LineIndex(change.getText()).editor();
      } else {
        editor.replace(positions.span(editor, change.getRange()), change.getText());
      }
    }
    return editor.lineIndex();
  }
}
