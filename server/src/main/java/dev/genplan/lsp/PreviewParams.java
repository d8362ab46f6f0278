package dev.genplan.lsp;

import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.validation.NonNull;

/** Parameters of {@code genplan/preview}; read by Gson. */
final class PreviewParams {

  @NonNull private TextDocumentIdentifier textDocument;

  /** The plan to draw. */
  TextDocumentIdentifier getTextDocument() {
    return textDocument;
  }
}
