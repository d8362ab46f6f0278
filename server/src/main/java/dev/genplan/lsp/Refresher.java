package dev.genplan.lsp;

import dev.genplan.plan.Plan;
import dev.genplan.workspace.Document;
import dev.genplan.workspace.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.SemanticTokensWorkspaceCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.Endpoint;

/**
 * Asks the client to ask again for what it shows between and above the lines of a document, when
 * another file has changed that it depends on. Waits for a pause, so that typing in one document
 * does not make all others flicker. Changes come from the writer.
 */
final class Refresher implements AutoCloseable {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

  private final Endpoint client;
  private final Supplier<Snapshot> current;
  private final List<String> methods;
  private final ScheduledThreadPoolExecutor thread = Threads.scheduled("genplan-refresh");
  private final Set<Optional<String>> changed = new HashSet<>();
  private Optional<ScheduledFuture<?>> waiting = Optional.empty();

  Refresher(Endpoint client, ClientFeatures features, Supplier<Snapshot> current) {
    this.client = client;
    this.current = current;
    List<String> announced = new ArrayList<>();
    if (takes(
        features,
        WorkspaceClientCapabilities::getSemanticTokens,
        SemanticTokensWorkspaceCapabilities::getRefreshSupport)) {
      announced.add(Methods.REFRESH_TOKENS);
    }
    if (takes(
        features,
        WorkspaceClientCapabilities::getInlayHint,
        InlayHintWorkspaceCapabilities::getRefreshSupport)) {
      announced.add(Methods.REFRESH_INLAY_HINTS);
    }
    if (takes(
        features,
        WorkspaceClientCapabilities::getCodeLens,
        CodeLensWorkspaceCapabilities::getRefreshSupport)) {
      announced.add(Methods.REFRESH_CODE_LENSES);
    }
    this.methods = List.copyOf(announced);
  }

  private static <T> boolean takes(
      ClientFeatures features,
      Function<WorkspaceClientCapabilities, T> part,
      Function<T, Boolean> refresh) {
    return ClientFeatures.is(features.workspace(part).map(refresh));
  }

  /** A document has changed, was opened or closed. */
  void changed(String uri) {
    later(Optional.of(uri));
  }

  /** Any files may have changed. */
  void changed() {
    later(Optional.empty());
  }

  /** The client has other settings, on which all but tokens depend. */
  void settingsChanged() {
    for (String method : methods) {
      if (!method.equals(Methods.REFRESH_TOKENS)) {
        ask(method);
      }
    }
  }

  private void later(Optional<String> file) {
    if (methods.isEmpty()) {
      return;
    }
    if (waiting.filter(earlier -> earlier.cancel(false)).isEmpty()) {
      changed.clear();
    }
    changed.add(file);
    Set<Optional<String>> files = Set.copyOf(changed);
    waiting = Optional.of(thread.schedule(() -> refresh(files), PAUSE, TimeUnit.NANOSECONDS));
  }

  private void refresh(Set<Optional<String>> files) {
    try {
      Snapshot snapshot = current.get();
      if (snapshot.documents().stream().anyMatch(document -> depends(document, files, snapshot))) {
        methods.forEach(this::ask);
      }
    } catch (RuntimeException | StackOverflowError defect) {
      Log.error("the client could not be asked to ask again", defect);
    }
  }

  /** Whatever the client answers, there is nothing to do about it. */
  private void ask(String method) {
    var unused = client.request(method, null);
  }

  /** Whether one of the files is imported by a document, or imports it; what is unknown may be. */
  private static boolean depends(
      Document document, Set<Optional<String>> files, Snapshot snapshot) {
    for (Optional<String> file : files) {
      if (file.isEmpty()) {
        return true;
      }
      String other = file.get();
      String own = document.uri();
      boolean related = imports(own, other, snapshot) || imports(other, own, snapshot);
      if (!other.equals(own) && related) {
        return true;
      }
    }
    return false;
  }

  private static boolean imports(String importer, String file, Snapshot snapshot) {
    return snapshot.plan(importer).map(Plan::files).filter(all -> all.contains(file)).isPresent();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
