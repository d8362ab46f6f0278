package dev.genplan.lsp;

import dev.genplan.editing.Definitions;
import dev.genplan.editing.Definitions.Target;
import dev.genplan.workspace.Document;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/** Answers {@code textDocument/definition}: with links, or with places for those who know none. */
final class DefinitionHandler {
  private DefinitionHandler() {}

  static Feature<DefinitionParams> feature() {
    return new Feature<>(
        "textDocument/definition",
        DefinitionParams.class,
        DefinitionHandler::handle,
        (client, server) -> server.setDefinitionProvider(true));
  }

  private static List<?> handle(DefinitionParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    Optional<Target> target =
        document.flatMap(
            open -> Definitions.at(request.plan(open), request.offset(open, params.getPosition())));
    if (target.isEmpty()) {
      return List.of();
    }
    return ClientFeatures.is(
            request
                .client()
                .text(TextDocumentClientCapabilities::getDefinition)
                .map(DefinitionCapabilities::getLinkSupport))
        ? List.of(link(target.get(), document.get(), request))
        : List.of(request.translator().location(target.get().name()));
  }

  private static LocationLink link(Target target, Document document, Request request) {
    Translator translator = request.translator();
    return new LocationLink(
        translator.location(target.whole()).getUri(),
        translator.range(target.whole()),
        translator.range(target.name()),
        translator.range(document.uri(), target.origin()));
  }
}
