package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * A client that speaks to the packaged server over its pipes, as an editor does. Everything that is
 * said is checked against the protocol.
 */
final class TestClient implements LanguageClient, AutoCloseable {

  private static final long PATIENCE = 30;

  private final Process process;
  private final LanguageServer server;
  private final Conversation conversation = new Conversation();
  private final OutputStream out;
  private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> refreshes = new LinkedBlockingQueue<>();
  private final List<RegistrationParams> registered = new ArrayList<>();

  private TestClient(Process process) {
    this.process = process;
    this.out = new Frames(conversation::fromClient).tap(process.getOutputStream());
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(
            this, new Frames(conversation::fromServer).tap(process.getInputStream()), out);
    var unused = launcher.startListening();
    this.server = launcher.getRemoteProxy();
  }

  /** Starts a server that knows nothing yet. */
  static TestClient start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("genplan.jar"),
                "lsp")
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return new TestClient(builder.start());
  }

  /** Says what this client can take. */
  InitializeResult initialize(InitializeParams params) {
    InitializeResult result = await(server.initialize(params));
    server.initialized(new InitializedParams());
    return result;
  }

  LanguageServer server() {
    return server;
  }

  Process process() {
    return process;
  }

  List<RegistrationParams> registered() {
    return registered;
  }

  void open(String uri, String text) {
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "genplan", 1, text)));
  }

  void change(String uri, int version, int line, int from, int to, String text) {
    Range range = new Range(new Position(line, from), new Position(line, to));
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version),
                List.of(new TextDocumentContentChangeEvent(range, text))));
  }

  /** What both sides have said, and what of it the protocol does not allow. */
  Conversation conversation() {
    return conversation;
  }

  /** Sends the content of a message as it is, be it one or not. */
  void send(String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String header = "Content-Length: " + bytes.length + "\r\n\r\n";
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.flush();
  }

  void close(String uri) {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
  }

  /** The next findings of which something is true; those before are passed over. */
  PublishDiagnosticsParams findings(Predicate<PublishDiagnosticsParams> wanted) {
    try {
      while (true) {
        PublishDiagnosticsParams next = published.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(next).as("findings").isNotNull();
        if (wanted.test(next)) {
          return next;
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The findings of a version of a document. */
  PublishDiagnosticsParams findings(String uri, int version) {
    return findings(
        found ->
            found.getUri().equals(uri)
                && found.getVersion() != null
                && found.getVersion() == version);
  }

  static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends the server in order; its exit code. */
  int end() throws InterruptedException {
    await(server.shutdown());
    server.exit();
    return exitCode();
  }

  /** The exit code of a server that ends by itself. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).as("the server ends").isTrue();
    return process.exitValue();
  }

  /** Ends the server and checks all that it has said. */
  @Override
  public void close() {
    process.destroyForcibly();
    assertThat(conversation.problems()).as("what the protocol does not allow").isEmpty();
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    published.add(diagnostics);
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    registered.add(params);
    return CompletableFuture.completedFuture(null);
  }

  /** The next of the things that the client is asked to ask for again. */
  String refreshed() throws InterruptedException {
    String next = refreshes.poll(PATIENCE, TimeUnit.SECONDS);
    assertThat(next).as("a request to ask again").isNotNull();
    return next;
  }

  private CompletableFuture<Void> refresh(String what) {
    refreshes.add(what);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshSemanticTokens() {
    return refresh("semantic tokens");
  }

  @Override
  public CompletableFuture<Void> refreshInlayHints() {
    return refresh("inlay hints");
  }

  @Override
  public CompletableFuture<Void> refreshCodeLenses() {
    return refresh("code lenses");
  }

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public void showMessage(MessageParams message) {}

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {}
}
