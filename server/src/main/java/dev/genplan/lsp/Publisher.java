package dev.genplan.lsp;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Cancellation;
import dev.genplan.text.Localized;
import dev.genplan.workspace.Document;
import dev.genplan.workspace.Snapshot;
import dev.genplan.workspace.Workspace;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Sees to it that the client has the findings of the newest snapshot: those of open documents and,
 * when nobody is typing, those of all other plans of the workspace. They are sent, each version at
 * most once and only what differs from what was sent before, or are ready for a client that asks
 * for them. Works on a thread of its own and stops when a newer snapshot appears.
 */
final class Publisher implements AutoCloseable {

  /** Work that takes longer than this waits for a pause in the typing. */
  private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(50);

  /** No pause is waited for longer than this. */
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(150);

  /** Files that are not open have time until the typing has ceased for so long. */
  private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(200);

  /** The progress of fewer files is not worth showing. */
  private static final int MANY = 50;

  private static final Localized TITLE = Localized.of("Checking plans", "正在检查计划");

  /** What was sent last about a file. */
  private record Sent(boolean open, List<Diagnostic> findings) {}

  private final Workspace workspace;
  private final Function<Snapshot, Translator> translators;
  private final Endpoint client;
  private final ClientUris uris;
  private final Trace trace;
  private final boolean pulled;
  private final Findings findings = new Findings();
  private final ClosedFiles closed = new ClosedFiles();
  private final ResultIds ids = new ResultIds();
  private final Queue<WorkspacePull> pulls = new ConcurrentLinkedQueue<>();
  private final ScheduledThreadPoolExecutor thread = Threads.scheduled("genplan-diagnostics");
  private final AtomicBoolean soon = new AtomicBoolean();
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private final Map<String, Sent> sent = new HashMap<>();
  private volatile String lastChanged = "";
  private volatile long changedAt = System.nanoTime() - QUIET;
  private volatile boolean refreshWanted;
  private volatile boolean listed;
  private volatile Optional<Progress> scan = Optional.empty();
  private Optional<ScheduledFuture<?>> waiting = Optional.empty();
  private boolean scanned;
  private long workTook;
  private long workTookBefore;

  /**
   * @param translators make what translates the findings of a snapshot
   * @param client to which findings are sent
   * @param pulled whether the client asks for findings, so that none are sent unasked
   */
  Publisher(
      Workspace workspace,
      Function<Snapshot, Translator> translators,
      Endpoint client,
      ClientUris uris,
      Trace trace,
      boolean pulled) {
    this.workspace = workspace;
    this.translators = translators;
    this.client = client;
    this.uris = uris;
    this.trace = trace;
    this.pulled = pulled;
  }

  /** There is a new snapshot, in which this open document was edited; its findings come first. */
  void edited(String uri) {
    lastChanged = uri;
    changedAt = System.nanoTime();
    closed.markImportersOf(uri);
    soon();
  }

  /** There is a new snapshot, in which this document was opened or closed. */
  void openedOrClosed(String uri) {
    lastChanged = uri;
    changedAt = System.nanoTime();
    closed.markAll();
    soon();
  }

  /** There is a new snapshot, in which something else than a document has changed. */
  void changed() {
    refreshWanted = true;
    closed.markAll();
    soon();
  }

  /** These are the plans of the workspace. */
  void list(Set<String> files) {
    closed.list(files);
    listed = true;
    soon();
  }

  /** Whether a file is one of the plans of the workspace. */
  boolean isListed(String uri) {
    return closed.isListed(uri);
  }

  /** The client wants to see no more of some progress, nor what it is the progress of. */
  void cancel(Either<String, Integer> token) {
    scan.filter(progress -> progress.isUnder(token))
        .ifPresent(
            progress -> {
              closed.decline();
              progress.end();
            });
    for (WorkspacePull pull : pulls) {
      if (pull.progress().filter(progress -> progress.isUnder(token)).isPresent()) {
        pull.fail(Failures.of(ResponseErrorCode.RequestCancelled, "cancelled by the user"));
      }
    }
  }

  /** The client ends; who still waits is told so. */
  void endPulls() {
    for (WorkspacePull pull : pulls) {
      pull.fail(Failures.of(ResponseErrorCode.ServerCancelled, "the server is shutting down"));
    }
  }

  /** The findings of the workspace, once all of it is checked. */
  Later pull(WorkspaceDiagnosticParams params, Request request) {
    WorkspacePull pull =
        new WorkspacePull(
            params, client, uris, TITLE.in(request.client().language()), request.cancellation());
    pulls.add(pull);
    soon();
    return new Later(pull.answer());
  }

  /** The findings of one file: of an open document, or of a plan of the workspace. */
  List<Diagnostic> findings(String uri, Request request) {
    Optional<Analysis> open =
        request.snapshot().document(uri).isPresent()
            ? request.snapshot().analysis(uri, request.cancellation())
            : Optional.empty();
    if (open.isPresent()) {
      return findings.of(uri, open.get(), request.translator());
    }
    if (!closed.isListed(uri)) {
      return List.of();
    }
    var checked = request.snapshot().check(uri, request.cancellation());
    return Findings.translate(checked.diagnostics(), request.translator().with(checked.file()));
  }

  /** The name of these findings of a file. */
  String id(String uri, List<Diagnostic> found) {
    return ids.of(uri, found);
  }

  private void soon() {
    if (!soon.getAndSet(true)) {
      thread.execute(
          () -> {
            soon.set(false);
            run();
          });
    }
  }

  /** Takes the place of a run that waits, be it for a longer pause; each run sees what is left. */
  private void later(long nanos) {
    waiting.ifPresent(earlier -> earlier.cancel(false));
    waiting = Optional.of(thread.schedule(this::run, nanos, TimeUnit.NANOSECONDS));
  }

  private long quietFor() {
    return System.nanoTime() - changedAt;
  }

  private void run() {
    // One slow run is nothing: the machine was busy, or the program had just started.
    long expected = Math.min(workTook, workTookBefore);
    long pause = expected > SLOW ? Math.min(expected, LONGEST_PAUSE) : 0;
    if (quietFor() < pause) {
      later(pause - quietFor());
      return;
    }
    Snapshot snapshot = workspace.current();
    Cancellation cancellation = workspace.whileCurrent(snapshot);
    Translator translator = translators.apply(snapshot);
    try {
      findings.keepOpen(snapshot);
      if (pulled) {
        ids.keep(uri -> snapshot.document(uri).isPresent() || closed.isListed(uri));
      } else {
        forget(snapshot, cancellation);
        publish(snapshot, translator, cancellation);
      }
      checkClosed(snapshot, translator, cancellation);
    } catch (CancellationException newer) {
      // Whoever made the newer snapshot has asked for another run, or is about to.
    } catch (RuntimeException | Error defect) {
      Log.error("findings could not be worked out", defect);
    }
  }

  /** Documents that were closed and are no plans of the workspace have no findings any more. */
  private void forget(Snapshot snapshot, Cancellation cancellation) {
    for (String uri : List.copyOf(sent.keySet())) {
      if (sent.get(uri).open() && snapshot.document(uri).isEmpty()) {
        if (closed.isListed(uri)) {
          closed.checkAnew(uri);
        } else {
          cancellation.check();
          sent.remove(uri);
          client.notify(
              Methods.PUBLISH_DIAGNOSTICS,
              new PublishDiagnosticsParams(uris.spelled(uri), List.of()));
        }
      }
    }
  }

  private void publish(Snapshot snapshot, Translator translator, Cancellation cancellation) {
    for (Document document : inOrder(snapshot)) {
      long start = System.nanoTime();
      List<Diagnostic> found = found(document, snapshot, translator, cancellation);
      if (document.uri().equals(lastChanged)) {
        workTookBefore = workTook;
        workTook = System.nanoTime() - start;
      }
      cancellation.check();
      send(document.uri(), Optional.of(document.version()), found);
    }
  }

  /** The findings of an open document; none if a defect of ours is in the way. */
  private List<Diagnostic> found(
      Document document, Snapshot snapshot, Translator translator, Cancellation cancellation) {
    try {
      return snapshot
          .analysis(document.uri(), cancellation)
          .map(analysis -> findings.of(document.uri(), analysis, translator))
          .orElse(List.of());
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (RuntimeException | StackOverflowError defect) {
      Log.error(document.uri() + " could not be analyzed", defect);
      return List.of();
    }
  }

  private static final Comparator<Document> BY_NAME = Comparator.comparing(Document::uri);

  private List<Document> inOrder(Snapshot snapshot) {
    String first = lastChanged;
    return snapshot.documents().stream()
        .sorted(
            Comparator.comparing((Document document) -> !document.uri().equals(first))
                .thenComparing(BY_NAME))
        .toList();
  }

  private void send(String uri, Optional<Integer> version, List<Diagnostic> found) {
    Sent now = new Sent(version.isPresent(), found);
    Sent before = sent.get(uri);
    boolean nothing = before == null && version.isEmpty() && found.isEmpty();
    if (nothing || now.equals(before)) {
      return;
    }
    if (version.isEmpty() && found.isEmpty()) {
      sent.remove(uri);
    } else {
      sent.put(uri, now);
    }
    PublishDiagnosticsParams params =
        new PublishDiagnosticsParams(uris.spelled(uri), found, version.orElse(null));
    client.notify(Methods.PUBLISH_DIAGNOSTICS, params);
    trace.log(
        () -> "published " + found.size() + " diagnostics of " + params.getUri(),
        () -> "version " + version.map(String::valueOf).orElse("on disk"));
  }

  private void checkClosed(Snapshot snapshot, Translator translator, Cancellation cancellation) {
    if (closed.isMarked()) {
      if (quietFor() < QUIET) {
        later(QUIET - quietFor());
        return;
      }
      closed.update(snapshot, translator, cancellation, new ClosedListener(snapshot, translator));
      scan.ifPresent(Progress::end);
      scan = Optional.empty();
      scanned |= listed;
    }
    pulls.removeIf(WorkspacePull::isOver);
    if (listed && !pulls.isEmpty()) {
      answerPulls(snapshot, translator, cancellation);
    }
    refresh(translator.client());
  }

  private void answerPulls(Snapshot snapshot, Translator translator, Cancellation cancellation) {
    // Who asks meanwhile has been told nothing yet and must not be ended.
    List<WorkspacePull> answered = List.copyOf(pulls);
    for (Document document : inOrder(snapshot)) {
      List<Diagnostic> found = found(document, snapshot, translator, cancellation);
      report(answered, document.uri(), Optional.of(document.version()), found);
    }
    for (String uri : closed.files()) {
      closed.findings(uri).ifPresent(found -> report(answered, uri, Optional.empty(), found));
    }
    pulls.removeAll(answered);
    answered.forEach(WorkspacePull::end);
  }

  private void report(
      Collection<WorkspacePull> to, String uri, Optional<Integer> version, List<Diagnostic> found) {
    String id = ids.of(uri, found);
    for (WorkspacePull pull : to) {
      pull.report(uri, version, found, id);
    }
  }

  /** Asks a client that pulls to do so again where it cannot know that it should. */
  private void refresh(ClientFeatures features) {
    boolean able =
        pulled
            && ClientFeatures.is(
                features
                    .workspace(WorkspaceClientCapabilities::getDiagnostics)
                    .map(DiagnosticWorkspaceCapabilities::getRefreshSupport));
    if (able && refreshWanted && !refreshing.getAndSet(true)) {
      refreshWanted = false;
      var unused =
          client
              .request(Methods.REFRESH_DIAGNOSTICS, null)
              .whenComplete(
                  (done, failed) -> {
                    refreshing.set(false);
                    if (refreshWanted) {
                      soon();
                    }
                  });
    }
  }

  /** Passes on what comes of checking files that are not open. */
  private final class ClosedListener implements ClosedFiles.Listener {
    private final Snapshot snapshot;
    private final Translator translator;
    private int total;
    private int done;

    ClosedListener(Snapshot snapshot, Translator translator) {
      this.snapshot = snapshot;
      this.translator = translator;
    }

    @Override
    public void begins(int files) {
      total = files;
      boolean able =
          ClientFeatures.is(
              translator.client().window(WindowClientCapabilities::getWorkDoneProgress));
      if (able && !scanned && scan.isEmpty() && files >= MANY) {
        scan =
            Optional.of(
                Progress.asking(client, "genplan-scan", TITLE.in(translator.client().language())));
      }
    }

    @Override
    public void found(String uri, List<Diagnostic> found) {
      done++;
      scan.ifPresent(progress -> progress.at(done, total));
      pulls.removeIf(WorkspacePull::isOver);
      for (WorkspacePull pull : pulls) {
        pull.progress().ifPresent(progress -> progress.at(done, total));
      }
      if (pulled) {
        refreshWanted |= scanned;
        if (pulls.stream().anyMatch(WorkspacePull::isStream)) {
          report(pulls, uri, Optional.empty(), found);
        }
      } else {
        send(uri, Optional.empty(), found);
      }
    }

    @Override
    public void gone(String uri) {
      if (snapshot.document(uri).isPresent()) {
        return;
      }
      if (pulled) {
        refreshWanted = true;
      } else {
        send(uri, Optional.empty(), List.of());
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
