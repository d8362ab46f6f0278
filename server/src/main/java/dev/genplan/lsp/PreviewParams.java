package dev.genplan.lsp;

import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.validation.NonNull;

/** Parameters of {@code genplan/preview}; read by Gson. */
final class PreviewParams {

  @NonNull private TextDocumentIdentifier textDocument;
  private Boolean drawings;

  /** The plan to draw. */
  TextDocumentIdentifier getTextDocument() {
    return textDocument;
  }

  /** Whether the drawings are wanted too; they take most of the time. */
  boolean wantsDrawings() {
    return drawings == null || drawings;
  }
}
