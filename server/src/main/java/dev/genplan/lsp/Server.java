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
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
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

  private final Supplier<LocalDate> today;
  private final Language language;
  private final Runnable orphaned;
  private final Map<String, Feature<?>> features = new LinkedHashMap<>();
  private final ExecutorService writer = Threads.pool("genplan-writer", 1);
  private final ExecutorService pool =
      Threads.pool(
          "genplan-request", Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors())));
  private Endpoint client;
  private Runnable exit;
  private volatile Phase phase = Phase.NEW;
  private volatile Session session;

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
    return switch (method) {
      case Methods.INITIALIZE -> onWriter(() -> initialize((InitializeParams) parameter));
      case Methods.SHUTDOWN -> onWriter(this::shutdown);
      default -> feature(method, parameter);
    };
  }

  private CompletableFuture<Object> feature(String method, Object parameter) {
    Feature<?> feature = features.get(method);
    return feature == null
        ? CompletableFuture.failedFuture(
            Failures.of(ResponseErrorCode.MethodNotFound, "unknown method: " + method))
        : onPool(request -> feature.answer(parameter, request));
  }

  @Override
  public void notify(String method, Object parameter) {
    switch (method) {
      case Methods.EXIT -> exit.run();
      case Methods.INITIALIZED -> change(Session::watchFiles);
      case Methods.DID_OPEN -> change(open -> open.opened((DidOpenTextDocumentParams) parameter));
      case Methods.DID_CHANGE ->
          change(open -> open.changed((DidChangeTextDocumentParams) parameter));
      case Methods.DID_CLOSE -> change(open -> open.closed((DidCloseTextDocumentParams) parameter));
      case Methods.DID_SAVE, Methods.DID_CHANGE_FILES -> change(Session::filesChanged);
      case Methods.DID_CHANGE_FOLDERS ->
          change(open -> open.foldersChanged((DidChangeWorkspaceFoldersParams) parameter));
      default -> {
        // Nothing is traced, no progress is shown that could be cancelled, others are unknown.
      }
    }
  }

  private Object initialize(InitializeParams params) {
    if (phase != Phase.NEW) {
      throw Failures.of(ResponseErrorCode.InvalidRequest, "already initialized");
    }
    session = new Session(params, today, language, client);
    phase = Phase.RUNNING;
    if (params.getProcessId() != null) {
      watch(params.getProcessId());
    }
    return Capabilities.answer(session.features(), features.values());
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
  private CompletableFuture<Object> onPool(Function<Request, Object> work) {
    CompletableFuture<Object> answer = new CompletableFuture<>();
    Cancellation cancellation =
        () -> {
          if (answer.isDone()) {
            throw new CancellationException("the client does not want it any more");
          }
        };
    writer.execute(
        () -> {
          if (answer.isDone()) {
            return;
          }
          try {
            requireRunning();
          } catch (ResponseErrorException tooEarlyOrLate) {
            answer.completeExceptionally(tooEarlyOrLate);
            return;
          }
          Request request = session.request(cancellation);
          pool.execute(() -> complete(answer, () -> work.apply(request)));
        });
    return answer;
  }

  /**
   * Does the work inside the future that was handed out, for that is the one that gets cancelled.
   */
  private static void complete(CompletableFuture<Object> answer, Supplier<Object> work) {
    if (answer.isDone()) {
      return;
    }
    try {
      answer.complete(work.get());
    } catch (CancellationException stopped) {
      answer.completeExceptionally(
          Failures.of(ResponseErrorCode.ContentModified, "the document has changed"));
    } catch (RuntimeException | StackOverflowError failed) {
      answer.completeExceptionally(failed);
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
