package dev.genplan.benchmarks;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Speaks the protocol with any server over its pipes, as plain JSON. A message counts as arrived
 * when its last byte is there, before it is read as JSON, so that no server pays for this client.
 */
final class WireClient implements AutoCloseable {

  /** Diagnostics and when they arrived, in nanoseconds. */
  record Published(String uri, int count, long at) {}

  /** An answer and when it arrived, in nanoseconds. */
  record Answer(JsonElement result, long at) {}

  static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ServerUnderTest server;
  private final Process process;
  private final OutputStream out;
  private final Map<Integer, CompletableFuture<Answer>> asked = new ConcurrentHashMap<>();
  private final BlockingQueue<Published> published = new LinkedBlockingQueue<>();
  private int lastId;

  private WireClient(ServerUnderTest server, Process process) {
    this.server = server;
    this.process = process;
    this.out = process.getOutputStream();
  }

  /** Starts a server in a folder. */
  static WireClient start(ServerUnderTest server, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(server.command())
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    WireClient client = new WireClient(server, process);
    Thread reader = new Thread(client::read, "wire");
    reader.setDaemon(true);
    reader.start();
    return client;
  }

  private void read() {
    try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
      while (true) {
        byte[] content = in.readNBytes(length(in));
        long at = System.nanoTime();
        take(JsonParser.parseString(new String(content, StandardCharsets.UTF_8)), at);
      }
    } catch (IOException ended) {
      asked
          .values()
          .forEach(
              waiting -> waiting.completeExceptionally(new IOException("the server has ended")));
    }
  }

  private static int length(InputStream in) throws IOException {
    int length = -1;
    StringBuilder line = new StringBuilder();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      } else if (next == '\n') {
        String header = line.toString().strip();
        line.setLength(0);
        if (header.isEmpty()) {
          return length;
        } else if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
          length = Integer.parseInt(header.substring(15).strip());
        }
      } else {
        line.append((char) next);
      }
    }
  }

  private void take(JsonElement message, long at) throws IOException {
    JsonObject object = message.getAsJsonObject();
    JsonElement id = object.get("id");
    if (object.has("method")) {
      JsonElement params = object.get("params");
      if (id != null) {
        answer(id, object.get("method").getAsString(), params);
      } else if (object.get("method").getAsString().equals("textDocument/publishDiagnostics")) {
        JsonObject found = params.getAsJsonObject();
        published.add(
            new Published(
                found.get("uri").getAsString(), found.getAsJsonArray("diagnostics").size(), at));
      }
    } else if (id != null) {
      CompletableFuture<Answer> waiting = asked.remove(id.getAsInt());
      if (object.has("error")) {
        waiting.completeExceptionally(new IOException(object.get("error").toString()));
      } else {
        waiting.complete(new Answer(object.get("result"), at));
      }
    }
  }

  private void answer(JsonElement id, String method, JsonElement params) throws IOException {
    JsonElement result = JsonNull.INSTANCE;
    if (method.equals("workspace/configuration")) {
      JsonArray sections = new JsonArray();
      for (JsonElement item : params.getAsJsonObject().getAsJsonArray("items")) {
        JsonElement section = item.getAsJsonObject().get("section");
        sections.add(server.configuration().apply(section == null ? "" : section.getAsString()));
      }
      result = sections;
    }
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.add("id", id);
    message.add("result", result);
    send(message);
  }

  /** Sends a request. */
  CompletableFuture<Answer> ask(String method, Object params) throws IOException {
    int id = ++lastId;
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    asked.put(id, answer);
    JsonObject message = message(method, params);
    message.addProperty("id", id);
    send(message);
    return answer;
  }

  /** Sends a notification. */
  void tell(String method, Object params) throws IOException {
    send(message(method, params));
  }

  private static JsonObject message(String method, Object params) {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("method", method);
    message.add("params", new Gson().toJsonTree(params));
    return message;
  }

  private synchronized void send(JsonObject message) throws IOException {
    byte[] content = message.toString().getBytes(StandardCharsets.UTF_8);
    String header = "Content-Length: " + content.length + "\r\n\r\n";
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    out.write(content);
    out.flush();
  }

  /** Waits for an answer. */
  static Answer await(CompletableFuture<Answer> answer) throws IOException {
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new IOException(failed);
    }
  }

  /** Forgets the diagnostics that have arrived so far. */
  void forget() {
    published.clear();
  }

  /** The next diagnostics of a document, if they come in time. */
  Published next(String uri, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Published found;
    do {
      found = published.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } while (found != null && !found.uri().equals(uri));
    if (found == null) {
      throw new IllegalStateException(server.name() + " sends no diagnostics of " + uri);
    }
    return found;
  }

  /** The last diagnostics of a document before the server has sent nothing for a while. */
  Published last(String uri, Duration silence) throws InterruptedException {
    Published last = next(uri, PATIENCE);
    Published found = last;
    while (found != null) {
      last = found.uri().equals(uri) ? found : last;
      found = published.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
    }
    return last;
  }

  /** Waits until the server has sent nothing for a while. */
  void quiet(Duration silence) throws InterruptedException {
    while (published.poll(silence.toNanos(), TimeUnit.NANOSECONDS) != null) {
      // Whatever it is, it does not count.
    }
  }

  /** Of all threads of the server, in nanoseconds; 0 where the system does not tell. */
  long processorTime() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  /** What the server holds in memory, in MiB. */
  double resident() throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
    String kibibytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return Double.parseDouble(kibibytes.strip()) / 1024;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException hurried) {
      throw new IOException(hurried);
    }
  }
}
