package dev.genplan.lsp;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Cancellation;
import dev.genplan.workspace.Document;
import dev.genplan.workspace.Snapshot;
import dev.genplan.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * Sends the findings of the open documents: those of the newest snapshot only, each version at most
 * once, and only what differs from what was sent before. Works on a thread of its own and stops
 * when a newer snapshot appears.
 */
final class Publisher implements AutoCloseable {

  /** Work that takes longer than this waits for a pause in the typing. */
  private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(150);

  private final Workspace workspace;
  private final Function<Snapshot, Translator> translators;
  private final Consumer<PublishDiagnosticsParams> client;
  private final ScheduledThreadPoolExecutor thread = Threads.scheduled("genplan-diagnostics");
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final Map<String, List<Diagnostic>> sent = new HashMap<>();
  private volatile String lastChanged = "";
  private volatile long changedAt;
  private long workTook;

  /**
   * @param translators make what translates the findings of a snapshot
   * @param client takes what is to be sent
   */
  Publisher(
      Workspace workspace,
      Function<Snapshot, Translator> translators,
      Consumer<PublishDiagnosticsParams> client) {
    this.workspace = workspace;
    this.translators = translators;
    this.client = client;
  }

  /** There is a new snapshot, in which this file has changed; its findings come first. */
  void changed(String uri) {
    lastChanged = uri;
    changedAt = System.nanoTime();
    schedule(0);
  }

  private void schedule(long nanos) {
    if (!scheduled.getAndSet(true)) {
      var unused = thread.schedule(this::run, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void run() {
    scheduled.set(false);
    long quiet = System.nanoTime() - changedAt;
    if (workTook > SLOW && quiet < PAUSE) {
      schedule(PAUSE - quiet);
      return;
    }
    long start = System.nanoTime();
    try {
      publish(workspace.current());
      workTook = System.nanoTime() - start;
    } catch (CancellationException newer) {
      // Whoever made the newer snapshot has asked for another run, or is about to.
    } catch (RuntimeException | StackOverflowError defect) {
      Log.error("findings could not be worked out", defect);
    }
  }

  private void publish(Snapshot snapshot) {
    Cancellation cancellation = workspace.whileCurrent(snapshot);
    Translator translator = translators.apply(snapshot);
    for (String uri : List.copyOf(sent.keySet())) {
      if (snapshot.document(uri).isEmpty()) {
        cancellation.check();
        sent.remove(uri);
        client.accept(translator.publication(uri, Optional.empty(), List.of()));
      }
    }
    for (Document document : inOrder(snapshot)) {
      Optional<Analysis> analysis = snapshot.analysis(document.uri(), cancellation);
      List<Diagnostic> found = new ArrayList<>();
      analysis.ifPresent(
          known -> known.diagnostics().forEach(each -> found.add(translator.diagnostic(each))));
      if (!found.equals(sent.get(document.uri()))) {
        cancellation.check();
        sent.put(document.uri(), found);
        client.accept(
            translator.publication(document.uri(), Optional.of(document.version()), found));
      }
    }
  }

  private List<Document> inOrder(Snapshot snapshot) {
    return snapshot.documents().stream()
        .sorted(
            Comparator.comparing((Document document) -> !document.uri().equals(lastChanged))
                .thenComparing(Document::uri))
        .toList();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
