package dev.genplan.lsp;

import dev.genplan.editing.SymbolSearch;
import dev.genplan.editing.SymbolSearch.Match;
import dev.genplan.plan.Symbol;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.SymbolCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolLocation;
import org.eclipse.lsp4j.WorkspaceSymbolOptions;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.WorkspaceSymbolResolveSupportCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Answers {@code workspace/symbol} from all plans of the workspace, open or not. A client that can
 * asks for the range of the one it goes to later.
 */
final class WorkspaceSymbolHandler {

  private static final String RANGE = "location.range";

  private WorkspaceSymbolHandler() {}

  static Feature<WorkspaceSymbolParams> search() {
    return new Feature<>(
        "workspace/symbol",
        WorkspaceSymbolParams.class,
        WorkspaceSymbolHandler::search,
        (client, server) ->
            server.setWorkspaceSymbolProvider(new WorkspaceSymbolOptions(isLazy(client))));
  }

  static Feature<WorkspaceSymbol> resolve() {
    return Feature.unannounced(
        "workspaceSymbol/resolve", WorkspaceSymbol.class, WorkspaceSymbolHandler::resolve);
  }

  private static boolean isLazy(ClientFeatures client) {
    return client
        .workspace(WorkspaceClientCapabilities::getSymbol)
        .map(SymbolCapabilities::getResolveSupport)
        .map(WorkspaceSymbolResolveSupportCapabilities::getProperties)
        .filter(properties -> properties.contains(RANGE))
        .isPresent();
  }

  private static List<WorkspaceSymbol> search(WorkspaceSymbolParams params, Request request) {
    SymbolSearch search = new SymbolSearch(params.getQuery());
    for (String file : request.snapshot().files()) {
      request.cancellation().check();
      request.snapshot().file(file).ifPresent(search::add);
    }
    boolean lazy = isLazy(request.client());
    return search.matches().stream().map(match -> symbol(match, lazy, request)).toList();
  }

  private static WorkspaceSymbol symbol(Match match, boolean lazy, Request request) {
    String uri = request.uris().spelled(match.location().file());
    WorkspaceSymbol symbol =
        new WorkspaceSymbol(
            match.entry().name(),
            SymbolHandler.kind(match.entry().type()),
            lazy
                ? Either.forRight(new WorkspaceSymbolLocation(uri))
                : Either.forLeft(request.translator().location(match.location())));
    if (!match.container().isEmpty()) {
      symbol.setContainerName(match.container());
    }
    if (lazy) {
      symbol.setData(SymbolData.of(match.location().file(), match.qualifiedName()));
    }
    return symbol;
  }

  private static WorkspaceSymbol resolve(WorkspaceSymbol symbol, Request request) {
    Optional<Symbol> found = SymbolData.find(symbol.getData(), request);
    if (found.isPresent()) {
      symbol.setLocation(Either.forLeft(request.translator().location(found.get().location())));
    }
    return symbol;
  }
}
