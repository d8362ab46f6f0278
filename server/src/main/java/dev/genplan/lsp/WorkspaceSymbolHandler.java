package dev.genplan.lsp;

import dev.genplan.editing.Outline;
import dev.genplan.editing.SymbolSearch;
import dev.genplan.editing.SymbolSearch.Match;
import dev.genplan.plan.Symbol;
import dev.genplan.workspace.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private record Known(Object stamp, List<Outline.Entry> outline) {}

  private final Map<String, Known> outlines = new ConcurrentHashMap<>();

  Feature<WorkspaceSymbolParams> search() {
    return new Feature<>(
        "workspace/symbol",
        WorkspaceSymbolParams.class,
        this::search,
        (client, server) ->
            server.setWorkspaceSymbolProvider(new WorkspaceSymbolOptions(isLazy(client))));
  }

  Feature<WorkspaceSymbol> resolve() {
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

  private List<WorkspaceSymbol> search(WorkspaceSymbolParams params, Request request) {
    SymbolSearch search = new SymbolSearch(params.getQuery());
    Set<String> files = request.snapshot().files();
    outlines.keySet().retainAll(files);
    for (String file : files) {
      request.cancellation().check();
      search.add(file, outline(file, request.snapshot()));
    }
    boolean lazy = isLazy(request.client());
    return search.matches().stream().map(match -> symbol(match, lazy, request)).toList();
  }

  /** The outline of a file, worked out anew only if the file has changed. */
  private List<Outline.Entry> outline(String file, Snapshot snapshot) {
    Optional<Object> stamp = snapshot.stamp(file);
    Known known = outlines.get(file);
    if (known != null && stamp.filter(known.stamp()::equals).isPresent()) {
      return known.outline();
    }
    List<Outline.Entry> outline =
        snapshot.glance(file).map(source -> Outline.of(source.tree())).orElse(List.of());
    stamp.ifPresent(now -> outlines.put(file, new Known(now, outline)));
    return outline;
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
