package dev.genplan.lsp;

import dev.genplan.analysis.Cancellation;
import dev.genplan.text.Language;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Takes messages and sees to it that each is handled on the right thread.
 *
 * <p>The thread that reads messages only queues them. One writer takes them from the queue in their
 * order: it changes the workspace, and hands each request, with the snapshot that is current at
 * that moment, to a small pool. So a request sees every change that was sent before it and none
 * after it, and none waits for an analysis.
 */
final class Server implements Endpoint, AutoCloseable {

  private enum Phase {
    NEW,
    RUNNING,
    SHUT_DOWN
  }

  /** More than there may be processors: some wait for an analysis, and others must get past. */
  private static final int REQUESTS = 4;

  private final Supplier<LocalDate> today;
  private final Language language;
  private final Runnable orphaned;
  private final Map<String, Feature<?>> features = new LinkedHashMap<>();
  private final ExecutorService writer = Threads.pool("genplan-writer", 1);
  private final ExecutorService pool = Threads.pool("genplan-request", REQUESTS);
  private Endpoint client;
  private Runnable exit;
  private volatile Phase phase = Phase.NEW;
  private volatile Session session;

  /** The last ones that were queued; used by the thread that reads messages. */
  private QueuedEdits edits = QueuedEdits.none();

  /**
   * @param today tells the day
   * @param language in which to answer a client that names no locale
   * @param orphaned called when the client's process has ended without a word
   */
  Server(Supplier<LocalDate> today, Language language, Runnable orphaned) {
    this.today = today;
    this.language = language;
    this.orphaned = orphaned;
    Features.all().forEach(feature -> features.put(feature.method(), feature));
  }

  /** The methods whose messages can be read. */
  Map<String, JsonRpcMethod> methods() {
    return Methods.all(features.values());
  }

  /**
   * Connects the other end; to be called before the first message.
   *
   * @param other takes what is sent to the client
   * @param whenExit called when the client wants the server to end
   */
  void connect(Endpoint other, Runnable whenExit) {
    client = other;
    exit = whenExit;
  }

  @Override
  public CompletableFuture<?> request(String method, Object parameter) {
    edits.close();
    return switch (method) {
      case Methods.INITIALIZE -> onWriter(() -> initialize(parameter));
      case Methods.SHUTDOWN -> onWriter(this::shutdown);
      default -> onPool(method, parameter);
    };
  }

  @Override
  public void notify(String method, Object parameter) {
    if (!method.equals(Methods.DID_CHANGE)) {
      edits.close();
    }
    switch (method) {
      case Methods.EXIT -> exit.run();
      case Methods.INITIALIZED -> change(Session::initialized);
      case Methods.SET_TRACE -> change(open -> open.traced((SetTraceParams) parameter));
      case Methods.CANCEL_PROGRESS ->
          change(open -> open.progressCancelled((WorkDoneProgressCancelParams) parameter));
      case Methods.DID_CHANGE_CONFIGURATION ->
          change(open -> open.settingsChanged((DidChangeConfigurationParams) parameter));
      case Methods.DID_OPEN -> change(open -> open.opened((DidOpenTextDocumentParams) parameter));
      case Methods.DID_CHANGE -> edit((DidChangeTextDocumentParams) parameter);
      case Methods.DID_CLOSE -> change(open -> open.closed((DidCloseTextDocumentParams) parameter));
      case Methods.DID_SAVE -> change(open -> open.saved((DidSaveTextDocumentParams) parameter));
      case Methods.DID_CHANGE_FILES,
          Methods.DID_CREATE_FILES,
          Methods.DID_RENAME_FILES,
          Methods.DID_DELETE_FILES ->
          change(Session::filesChanged);
      case Methods.DID_CHANGE_FOLDERS ->
          change(open -> open.foldersChanged((DidChangeWorkspaceFoldersParams) parameter));
      default -> {
        // A notification that is not known needs no answer, and gets none.
      }
    }
  }

  private Object initialize(Object parameters) {
    if (phase != Phase.NEW) {
      throw Failures.of(ResponseErrorCode.InvalidRequest, "already initialized");
    }
    InitializeParams params = readable(parameters, InitializeParams.class);
    session = new Session(params, today, language, client, this::change);
    phase = Phase.RUNNING;
    if (params.getProcessId() != null) {
      watch(params.getProcessId());
    }
    return Capabilities.answer(session.features(), features.values());
  }

  /** Parameters as the method has them. */
  private static <P> P readable(Object parameters, Class<P> type) {
    if (parameters instanceof Unreadable unreadable) {
      throw Failures.of(ResponseErrorCode.InvalidParams, unreadable.reason());
    }
    return type.cast(parameters);
  }

  /**
   * Ends with the client. A process that cannot be seen is not watched: it may live in another
   * container, and the end of the input tells as well.
   */
  private void watch(int process) {
    ProcessHandle.of(process).map(ProcessHandle::onExit).ifPresent(this::endWith);
  }

  private void endWith(CompletableFuture<ProcessHandle> parent) {
    var unused = parent.thenRun(orphaned);
  }

  private Object shutdown() {
    requireRunning();
    phase = Phase.SHUT_DOWN;
    session.shutDown();
    return null;
  }

  private void requireRunning() {
    switch (phase) {
      case NEW -> throw Failures.of(ResponseErrorCode.ServerNotInitialized, "not initialized yet");
      case SHUT_DOWN -> throw Failures.of(ResponseErrorCode.InvalidRequest, "already shut down");
      case RUNNING -> {}
    }
  }

  /** Queues a request that is answered by the writer itself. */
  private CompletableFuture<Object> onWriter(Supplier<Object> work) {
    CompletableFuture<Object> answer = new CompletableFuture<>();
    writer.execute(() -> complete(answer, work));
    return answer;
  }

  /** Queues a request that is answered by the pool, about the snapshot of its turn. */
  private CompletableFuture<Object> onPool(String method, Object parameters) {
    CompletableFuture<Object> answer = new CompletableFuture<>();
    writer.execute(
        () -> {
          if (!answer.isDone()) {
            start(answer, method, parameters);
          }
        });
    return answer;
  }

  private void start(CompletableFuture<Object> answer, String method, Object parameters) {
    try {
      requireRunning();
      Feature<?> feature = features.get(method);
      if (feature == null) {
        throw Failures.of(ResponseErrorCode.MethodNotFound, "unknown method: " + method);
      }
      Object readable = readable(parameters, feature.params());
      Request request = session.request(cancellation(answer));
      trace(answer, method);
      pool.execute(() -> complete(answer, () -> feature.answer(readable, request)));
    } catch (RuntimeException refused) {
      answer.completeExceptionally(refused);
    }
  }

  private void trace(CompletableFuture<Object> answer, String method) {
    long start = System.nanoTime();
    var unused =
        answer.whenComplete(
            (result, failure) ->
                session
                    .trace()
                    .log(
                        () -> (failure == null ? "answered " : "did not answer ") + method,
                        () -> (System.nanoTime() - start) / 1_000_000 + " ms"));
  }

  private static Cancellation cancellation(CompletableFuture<Object> answer) {
    return () -> {
      if (answer.isDone()) {
        throw new CancellationException("the client does not want it any more");
      }
    };
  }

  /**
   * Does the work inside the future that was handed out, for that is the one that gets cancelled.
   */
  private static void complete(CompletableFuture<Object> answer, Supplier<Object> work) {
    if (answer.isDone()) {
      return;
    }
    try {
      Object result = work.get();
      if (result instanceof Later later) {
        var unused =
            later.answer().whenComplete((value, failure) -> complete(answer, value, failure));
      } else {
        answer.complete(result);
      }
    } catch (CancellationException stopped) {
      answer.completeExceptionally(
          Failures.of(ResponseErrorCode.ContentModified, "the document has changed"));
    } catch (RuntimeException | Error failed) {
      answer.completeExceptionally(failed);
    }
  }

  private static void complete(CompletableFuture<Object> answer, Object value, Throwable failure) {
    if (failure == null) {
      answer.complete(value);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  /** Queues an edit, together with those right before it that still wait. */
  private void edit(DidChangeTextDocumentParams edit) {
    if (!edits.add(edit)) {
      QueuedEdits queued = new QueuedEdits();
      queued.add(edit);
      edits = queued;
      change(open -> open.changed(queued.take()));
    }
  }

  /** Queues a change; what comes before the start and after the end is dropped. */
  private void change(Consumer<Session> change) {
    writer.execute(
        () -> {
          if (phase == Phase.RUNNING) {
            try {
              change.accept(session);
            } catch (RuntimeException | StackOverflowError failed) {
              Log.error("a change could not be applied", failed);
            }
          }
        });
  }

  /** Handles what is still queued, and ends; 0 if the client has asked for the end in order. */
  int finish() {
    writer.shutdown();
    try {
      writer.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return phase == Phase.SHUT_DOWN ? 0 : 1;
  }

  @Override
  public void close() {
    writer.shutdownNow();
    pool.shutdownNow();
    if (session != null) {
      session.close();
    }
  }
}
