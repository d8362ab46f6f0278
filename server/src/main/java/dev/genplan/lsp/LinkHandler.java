package dev.genplan.lsp;

import dev.genplan.editing.Links;
import dev.genplan.workspace.Document;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkCapabilities;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/**
 * Answers {@code textDocument/documentLink}. Targets are known at once, so that nothing is left to
 * be resolved.
 */
final class LinkHandler {
  private LinkHandler() {}

  static Feature<DocumentLinkParams> feature() {
    return new Feature<>(
        "textDocument/documentLink",
        DocumentLinkParams.class,
        LinkHandler::handle,
        (client, server) -> server.setDocumentLinkProvider(new DocumentLinkOptions(false)));
  }

  private static List<DocumentLink> handle(DocumentLinkParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty()) {
      return List.of();
    }
    boolean tooltips =
        ClientFeatures.is(
            request
                .client()
                .text(TextDocumentClientCapabilities::getDocumentLink)
                .map(DocumentLinkCapabilities::getTooltipSupport));
    return Links.of(request.plan(document.get())).stream()
        .map(link -> link(link, tooltips, document.get(), request))
        .toList();
  }

  private static DocumentLink link(
      Links.Outgoing found, boolean tooltips, Document document, Request request) {
    DocumentLink link =
        new DocumentLink(
            request.translator().range(document.uri(), found.span()),
            request.uris().spelled(found.target()));
    if (tooltips) {
      link.setTooltip(found.title().in(request.client().language()));
    }
    return link;
  }
}
