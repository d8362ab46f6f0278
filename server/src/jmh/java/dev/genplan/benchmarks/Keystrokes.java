package dev.genplan.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * Types into plans of four lengths and measures how long it takes from a key to the diagnostics of
 * that version. The server is the packaged one in a process of its own, started by the launcher;
 * the client speaks to it over its standard input and output.
 *
 * <p>What is typed is the name of a property, letter by letter, and then deleted again: each key
 * changes what is found, so each is answered. The next key follows some time after the answer.
 */
public final class Keystrokes {

  private static final String WORD = "abcdefgh";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What the server sends, as far as it matters here. */
  private static final class Client implements LanguageClient {
    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
      published.add(diagnostics);
    }

    @Override
    public void telemetryEvent(Object event) {}

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
        ShowMessageRequestParams request) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams message) {}

    void awaitVersion(int version) throws InterruptedException {
      PublishDiagnosticsParams next;
      do {
        next = published.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
          throw new IllegalStateException("no diagnostics of version " + version);
        }
      } while (next.getVersion() == null || next.getVersion() != version);
    }
  }

  private final Path launcher;
  private final int warmup;
  private final int keys;

  private Keystrokes(Path launcher, int warmup, int keys) {
    this.launcher = launcher;
    this.warmup = warmup;
    this.keys = keys;
  }

  /**
   * Measures and prints a table.
   *
   * @param args the launcher, and how many keys are measured at each length (of the longest plan a
   *     quarter)
   */
  public static void main(String[] args) throws Exception {
    Path launcher = Path.of(args[0]).toAbsolutePath().normalize();
    int keys = Integer.parseInt(args[1]);
    makeArchive(launcher);
    System.out.println(
        "| lines | keys | open | first keys | p50 | p99 | processor time a key |\n"
            + "|---:|---:|---:|---:|---:|---:|---:|");
    for (int lines : List.of(50, 500, 5_000, 50_000)) {
      int measured = lines == 50_000 ? Math.max(4, keys / 4) : keys;
      new Keystrokes(launcher, measured, measured).measure(lines);
    }
    System.exit(0);
  }

  /** The launcher makes it beside the first server, which would disturb the measurement. */
  private static void makeArchive(Path launcher) throws IOException, InterruptedException {
    Process first =
        new ProcessBuilder(launcher.toString(), "lsp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    first.getOutputStream().close();
    first.waitFor();
    Path target = launcher.resolveSibling("server").resolve("target");
    for (int waited = 0; waited < 60; waited++) {
      try (var files = Files.newDirectoryStream(target, "genplan-lsp-*")) {
        if (files.iterator().hasNext()) {
          return;
        }
      }
      Thread.sleep(1_000);
    }
  }

  private void measure(int lines) throws Exception {
    Path folder = Files.createTempDirectory("genplan-keystrokes");
    Process process =
        new ProcessBuilder(launcher.toString(), "lsp")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      type(lines, folder.resolve("plan.genplan").toUri().toString(), process);
    } finally {
      process.destroy();
      process.waitFor();
      Files.delete(folder);
    }
  }

  private void type(int lines, String uri, Process process) throws Exception {
    GeneratedPlan plan = GeneratedPlan.of(lines);
    Client client = new Client();
    Launcher<LanguageServer> connection =
        LSPLauncher.createClientLauncher(
            client,
            new BufferedInputStream(process.getInputStream()),
            new BufferedOutputStream(process.getOutputStream()));
    var unused = connection.startListening();
    LanguageServer server = connection.getRemoteProxy();
    InitializeParams start = new InitializeParams();
    start.setCapabilities(new ClientCapabilities());
    server.initialize(start).get();
    server.initialized(new InitializedParams());

    long opened = System.nanoTime();
    server
        .getTextDocumentService()
        .didOpen(
            new DidOpenTextDocumentParams(new TextDocumentItem(uri, "genplan", 0, plan.text())));
    client.awaitVersion(0);
    double open = millis(System.nanoTime() - opened);

    List<Double> cold = new ArrayList<>();
    List<Double> warm = new ArrayList<>();
    long busy = 0;
    Position caret = position(plan);
    for (int key = 0; key < warmup + keys; key++) {
      if (key == warmup) {
        busy = processorTime(process);
      }
      Thread.sleep(20);
      long pressed = System.nanoTime();
      server.getTextDocumentService().didChange(change(uri, key, caret));
      client.awaitVersion(key + 1);
      (key < warmup ? cold : warm).add(millis(System.nanoTime() - pressed));
    }
    double work = (processorTime(process) - busy) / 1e6 / keys;
    System.out.printf(
        "| %,d | %,d | %.0f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n",
        lines,
        keys,
        open,
        percentile(cold.subList(0, Math.min(10, cold.size())), 50),
        percentile(warm, 50),
        percentile(warm, 99),
        work);
    server.shutdown().get();
    server.exit();
  }

  /** One letter more of the word, or, once it is complete, one letter less until none is left. */
  private static DidChangeTextDocumentParams change(String uri, int key, Position caret) {
    int step = key % (2 * WORD.length());
    boolean types = step < WORD.length();
    int typed = types ? step : 2 * WORD.length() - step;
    Position end = right(caret, typed);
    Range range = types ? new Range(end, end) : new Range(right(caret, typed - 1), end);
    String text = types ? WORD.substring(step, step + 1) : "";
    return new DidChangeTextDocumentParams(
        new VersionedTextDocumentIdentifier(uri, key + 1),
        List.of(new TextDocumentContentChangeEvent(range, text)));
  }

  private static Position right(Position position, int by) {
    return new Position(position.getLine(), position.getCharacter() + by);
  }

  private static Position position(GeneratedPlan plan) {
    String before = plan.text().substring(0, plan.middle());
    int line = (int) before.chars().filter(unit -> unit == '\n').count();
    return new Position(line, before.length() - before.lastIndexOf('\n') - 1);
  }

  /** Of all threads of the server, in nanoseconds; 0 where the system does not tell. */
  private static long processorTime(Process process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static double percentile(List<Double> values, int percent) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
  }
}
