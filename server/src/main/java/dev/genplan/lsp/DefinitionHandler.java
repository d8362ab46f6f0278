package dev.genplan.lsp;

import dev.genplan.editing.Definitions;
import dev.genplan.editing.Definitions.Target;
import dev.genplan.editing.Mentions;
import dev.genplan.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.DeclarationCapabilities;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.ImplementationCapabilities;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TypeDefinitionCapabilities;
import org.eclipse.lsp4j.TypeDefinitionParams;

/**
 * Answers the requests that lead from a name to another place: with links, or with places for
 * clients that know none.
 */
final class DefinitionHandler {

  private record Place(Plan plan, int offset) {}

  private DefinitionHandler() {}

  static Feature<DefinitionParams> definition() {
    return feature(
        "textDocument/definition",
        DefinitionParams.class,
        TextDocumentClientCapabilities::getDefinition,
        DefinitionCapabilities::getLinkSupport,
        DefinitionHandler::declared,
        server -> server.setDefinitionProvider(true));
  }

  static Feature<DeclarationParams> declaration() {
    return feature(
        "textDocument/declaration",
        DeclarationParams.class,
        TextDocumentClientCapabilities::getDeclaration,
        DeclarationCapabilities::getLinkSupport,
        DefinitionHandler::declared,
        server -> server.setDeclarationProvider(true));
  }

  static Feature<TypeDefinitionParams> typeDefinition() {
    return feature(
        "textDocument/typeDefinition",
        TypeDefinitionParams.class,
        TextDocumentClientCapabilities::getTypeDefinition,
        TypeDefinitionCapabilities::getLinkSupport,
        (place, request) -> Definitions.types(place.plan(), place.offset()),
        server -> server.setTypeDefinitionProvider(true));
  }

  static Feature<ImplementationParams> implementation() {
    return feature(
        "textDocument/implementation",
        ImplementationParams.class,
        TextDocumentClientCapabilities::getImplementation,
        ImplementationCapabilities::getLinkSupport,
        DefinitionHandler::implementations,
        server -> server.setImplementationProvider(true));
  }

  /**
   * @param part what the client announces about the request
   * @param links whether it takes links
   * @param targets the places that a name leads to
   */
  private static <P extends TextDocumentPositionParams, C> Feature<P> feature(
      String method,
      Class<P> params,
      Function<TextDocumentClientCapabilities, C> part,
      Function<C, Boolean> links,
      BiFunction<Place, Request, List<Target>> targets,
      Consumer<ServerCapabilities> announcement) {
    return new Feature<>(
        method,
        params,
        (position, request) ->
            answer(
                place(position, request)
                    .map(place -> targets.apply(place, request))
                    .orElse(List.of()),
                ClientFeatures.is(request.client().text(part).map(links)),
                request),
        (client, server) -> announcement.accept(server));
  }

  private static Optional<Place> place(TextDocumentPositionParams params, Request request) {
    return request
        .document(params.getTextDocument())
        .map(open -> new Place(request.plan(open), request.offset(open, params.getPosition())));
  }

  private static List<Target> declared(Place place, Request request) {
    return Definitions.at(place.plan(), place.offset()).map(List::of).orElse(List.of());
  }

  private static List<Target> implementations(Place place, Request request) {
    return Mentions.at(place.plan(), place.offset())
        .map(mention -> request.plansNaming(mention.symbol().file()))
        .map(plans -> Definitions.implementations(place.plan(), place.offset(), plans))
        .orElse(List.of());
  }

  private static List<?> answer(List<Target> targets, boolean links, Request request) {
    return links
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
