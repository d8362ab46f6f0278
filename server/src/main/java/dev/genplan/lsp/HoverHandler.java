package dev.genplan.lsp;

import dev.genplan.editing.Hovers;
import dev.genplan.workspace.Document;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/** Answers {@code textDocument/hover}. */
final class HoverHandler {
  private HoverHandler() {}

  static Feature<HoverParams> feature() {
    return new Feature<>(
        "textDocument/hover",
        HoverParams.class,
        (params, request) -> handle(params, request).orElse(null),
        (client, server) -> server.setHoverProvider(true));
  }

  private static Optional<Hover> handle(HoverParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    boolean markdown =
        ClientFeatures.markdown(
            request
                .client()
                .text(TextDocumentClientCapabilities::getHover)
                .map(HoverCapabilities::getContentFormat));
    return document.flatMap(
        open ->
            Hovers.at(
                    request.plan(open),
                    request.offset(open, params.getPosition()),
                    request.surroundings(open))
                .map(
                    hover ->
                        new Hover(
                            Translator.content(hover.text(), markdown),
                            request.translator().range(open.uri(), hover.span()))));
  }
}
