package dev.genplan.lsp;

import dev.genplan.editing.Definitions;
import dev.genplan.editing.Definitions.Target;
import dev.genplan.editing.Mentions;
import dev.genplan.plan.Plan;
import dev.genplan.workspace.Document;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DeclarationCapabilities;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.ImplementationCapabilities;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TypeDefinitionCapabilities;
import org.eclipse.lsp4j.TypeDefinitionParams;

/**
 * Answers the requests that lead from a name to another place: with links, or with places for
 * clients that know none.
 */
final class DefinitionHandler {

  private record Place(Document document, Plan plan, int offset) {}

  private DefinitionHandler() {}

  static Feature<DefinitionParams> definition() {
    return new Feature<>(
        "textDocument/definition",
        DefinitionParams.class,
        (params, request) ->
            answer(
                declared(params, request),
                request,
                request
                    .client()
                    .text(TextDocumentClientCapabilities::getDefinition)
                    .map(DefinitionCapabilities::getLinkSupport)),
        (client, server) -> server.setDefinitionProvider(true));
  }

  static Feature<DeclarationParams> declaration() {
    return new Feature<>(
        "textDocument/declaration",
        DeclarationParams.class,
        (params, request) ->
            answer(
                declared(params, request),
                request,
                request
                    .client()
                    .text(TextDocumentClientCapabilities::getDeclaration)
                    .map(DeclarationCapabilities::getLinkSupport)),
        (client, server) -> server.setDeclarationProvider(true));
  }

  static Feature<TypeDefinitionParams> typeDefinition() {
    return new Feature<>(
        "textDocument/typeDefinition",
        TypeDefinitionParams.class,
        (params, request) ->
            answer(
                place(params, request)
                    .map(place -> Definitions.types(place.plan(), place.offset()))
                    .orElse(List.of()),
                request,
                request
                    .client()
                    .text(TextDocumentClientCapabilities::getTypeDefinition)
                    .map(TypeDefinitionCapabilities::getLinkSupport)),
        (client, server) -> server.setTypeDefinitionProvider(true));
  }

  static Feature<ImplementationParams> implementation() {
    return new Feature<>(
        "textDocument/implementation",
        ImplementationParams.class,
        (params, request) ->
            answer(
                implementations(params, request),
                request,
                request
                    .client()
                    .text(TextDocumentClientCapabilities::getImplementation)
                    .map(ImplementationCapabilities::getLinkSupport)),
        (client, server) -> server.setImplementationProvider(true));
  }

  private static Optional<Place> place(TextDocumentPositionParams params, Request request) {
    return request
        .document(params.getTextDocument())
        .map(
            document ->
                new Place(
                    document,
                    request.plan(document),
                    request.offset(document, params.getPosition())));
  }

  private static List<Target> declared(TextDocumentPositionParams params, Request request) {
    return place(params, request)
        .flatMap(place -> Definitions.at(place.plan(), place.offset()))
        .map(List::of)
        .orElse(List.of());
  }

  private static List<Target> implementations(TextDocumentPositionParams params, Request request) {
    Optional<Place> found = place(params, request);
    if (found.isEmpty()) {
      return List.of();
    }
    Plan plan = found.get().plan();
    return Mentions.at(plan, found.get().offset())
        .map(
            mention ->
                Definitions.implementations(
                    plan, found.get().offset(), request.plansNaming(mention.symbol().file())))
        .orElse(List.of());
  }

  private static List<?> answer(List<Target> targets, Request request, Optional<Boolean> links) {
    return ClientFeatures.is(links)
        ? targets.stream().map(target -> link(target, request)).toList()
        : targets.stream()
            .map(target -> request.translator().location(target.name()))
            .distinct()
            .toList();
  }

  private static LocationLink link(Target target, Request request) {
    Translator translator = request.translator();
    return new LocationLink(
        translator.location(target.whole()).getUri(),
        translator.range(target.whole()),
        translator.range(target.name()),
        translator.range(target.origin()));
  }
}
