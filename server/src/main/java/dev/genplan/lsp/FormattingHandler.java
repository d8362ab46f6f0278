package dev.genplan.lsp;

import dev.genplan.diagnostics.Location;
import dev.genplan.syntax.Formatter;
import dev.genplan.workspace.Document;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.TextEdit;

/**
 * Answers {@code textDocument/formatting}. There is one style, so that the client's options are not
 * asked.
 */
final class FormattingHandler {
  private FormattingHandler() {}

  static Feature<DocumentFormattingParams> feature() {
    return new Feature<>(
        "textDocument/formatting",
        DocumentFormattingParams.class,
        FormattingHandler::handle,
        (client, server) -> server.setDocumentFormattingProvider(true));
  }

  private static List<TextEdit> handle(DocumentFormattingParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    return document
        .map(
            open ->
                Formatter.edits(open.file().tree()).stream()
                    .map(
                        edit ->
                            request
                                .translator()
                                .edit(new Location(open.uri(), edit.span()), edit.text()))
                    .toList())
        .orElse(List.of());
  }
}
