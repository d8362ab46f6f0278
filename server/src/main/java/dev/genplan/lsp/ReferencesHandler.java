package dev.genplan.lsp;

import dev.genplan.editing.Mention;
import dev.genplan.editing.Mentions;
import dev.genplan.editing.Usages;
import dev.genplan.workspace.Document;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceParams;

/**
 * Answers {@code textDocument/references} over all files of the workspace, and {@code
 * textDocument/documentHighlight} in one.
 */
final class ReferencesHandler {
  private ReferencesHandler() {}

  static Feature<ReferenceParams> references() {
    return new Feature<>(
        "textDocument/references",
        ReferenceParams.class,
        ReferencesHandler::references,
        (client, server) -> server.setReferencesProvider(true));
  }

  static Feature<DocumentHighlightParams> highlights() {
    return new Feature<>(
        "textDocument/documentHighlight",
        DocumentHighlightParams.class,
        ReferencesHandler::highlights,
        (client, server) -> server.setDocumentHighlightProvider(true));
  }

  private static List<Location> references(ReferenceParams params, Request request) {
    Optional<Mention> name =
        request
            .document(params.getTextDocument())
            .flatMap(
                document ->
                    Mentions.at(
                        request.plan(document), request.offset(document, params.getPosition())));
    boolean declaration = params.getContext().isIncludeDeclaration();
    return name
        .map(
            mention ->
                Usages.of(mention, request.plansNaming(mention.symbol().file()), declaration))
        .orElse(List.of())
        .stream()
        .map(request.translator()::location)
        .toList();
  }

  private static List<DocumentHighlight> highlights(
      DocumentHighlightParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty()) {
      return List.of();
    }
    int offset = request.offset(document.get(), params.getPosition());
    return Usages.highlights(request.plan(document.get()), offset).stream()
        .map(
            highlight ->
                new DocumentHighlight(
                    request.translator().range(document.get().uri(), highlight.span()),
                    highlight.writes() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read))
        .toList();
  }
}
