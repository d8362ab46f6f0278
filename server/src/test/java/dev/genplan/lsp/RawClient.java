package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A client that sends bytes to the packaged server and reads what comes back, without a library in
 * between. Everything that is said is checked against the protocol.
 */
final class RawClient implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final Conversation conversation = new Conversation();
  private final List<JsonObject> received = new ArrayList<>();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
  private final OutputStream out;
  private final Map<String, JsonArray> published = new HashMap<>();
  private int lastId;

  private RawClient(Process process) {
    this.process = process;
    this.out = process.getOutputStream();
    copy("out", process.getInputStream(), new Frames(this::take));
    copy("err", process.getErrorStream(), complaints);
  }

  /** Starts a server that knows nothing yet. */
  static RawClient start(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("genplan.jar"),
                "lsp"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return new RawClient(builder.start());
  }

  private static void copy(String name, InputStream from, Frames to) {
    copy(
        name,
        () -> {
          byte[] buffer = new byte[1 << 16];
          for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            to.take(buffer, 0, n);
          }
        });
  }

  private static void copy(String name, InputStream from, OutputStream to) {
    copy(name, () -> from.transferTo(to));
  }

  private interface Copying {
    void run() throws IOException;
  }

  private static void copy(String name, Copying work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // The server is gone, and whoever waits for it sees that.
              }
            },
            "server-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void take(JsonObject message) {
    conversation.fromServer(message);
    synchronized (received) {
      if (is("textDocument/publishDiagnostics").test(message)) {
        JsonObject params = message.getAsJsonObject("params");
        published.put(params.get("uri").getAsString(), params.getAsJsonArray("diagnostics"));
      }
      received.add(message);
      received.notifyAll();
    }
  }

  Conversation conversation() {
    return conversation;
  }

  Process process() {
    return process;
  }

  /** What the server has written to standard error. */
  String complaints() {
    return complaints.toString(StandardCharsets.UTF_8);
  }

  /** Waits until the server has written something to standard error; it has another pipe. */
  void awaitComplaint(String text) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!complaints().contains(text) && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertThat(complaints()).contains(text);
  }

  /** Sends bytes as they are, unheard. */
  void send(byte[] bytes) throws IOException {
    conversation.expectStrangers();
    write(bytes);
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** Sends a message. */
  void send(JsonElement message) throws IOException {
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    byte[] header =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[header.length + body.length];
    System.arraycopy(header, 0, all, 0, header.length);
    System.arraycopy(body, 0, all, header.length, body.length);
    if (message.isJsonObject()) {
      conversation.fromClient(message.getAsJsonObject());
    }
    write(all);
  }

  private static JsonObject message(String method, JsonElement params) {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("method", method);
    message.add("params", params);
    return message;
  }

  void notify(String method, String params) throws IOException {
    notify(method, JsonParser.parseString(params));
  }

  void notify(String method, JsonElement params) throws IOException {
    send(message(method, params));
  }

  /** Sends a request; its id. */
  int request(String method, JsonElement params) throws IOException {
    JsonObject message = message(method, params);
    message.addProperty("id", ++lastId);
    send(message);
    return lastId;
  }

  /** Sends a request and waits for its answer. */
  JsonElement answer(String method, String params) throws IOException {
    int id = request(method, JsonParser.parseString(params));
    JsonObject answer = await(isAnswerTo(id));
    assertThat(answer.has("error")).as(answer.toString()).isFalse();
    return answer.get("result");
  }

  static Predicate<JsonObject> isAnswerTo(int id) {
    return message -> !message.has("method") && new JsonPrimitive(id).equals(message.get("id"));
  }

  static Predicate<JsonObject> is(String method) {
    return message -> message.has("method") && method.equals(message.get("method").getAsString());
  }

  /** Starts the conversation; what the server can. */
  JsonObject initialize(String params) throws IOException {
    JsonElement result = answer("initialize", params);
    notify("initialized", "{}");
    return result.getAsJsonObject();
  }

  /** The first message of a kind; it is taken away, those before it stay. */
  JsonObject await(Predicate<JsonObject> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (received) {
      while (true) {
        for (int i = 0; i < received.size(); i++) {
          if (wanted.test(received.get(i))) {
            return received.remove(i);
          }
        }
        long rest = (end - System.nanoTime()) / 1_000_000;
        assertThat(rest).as(() -> "waiting in vain; there is only " + received).isPositive();
        try {
          received.wait(rest);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  /** All messages of a kind that have come; they are taken away. */
  List<JsonObject> drain(Predicate<JsonObject> wanted) {
    synchronized (received) {
      List<JsonObject> found = received.stream().filter(wanted).toList();
      received.removeAll(found);
      return found;
    }
  }

  /** The findings that were published last about a version of a document. */
  JsonArray findings(String uri, int version) {
    return await(
            is("textDocument/publishDiagnostics")
                .and(message -> isAbout(message.getAsJsonObject("params"), uri, version)))
        .getAsJsonObject("params")
        .getAsJsonArray("diagnostics");
  }

  /** Waits until the findings that were sent last about a document are as they should be. */
  void awaitPublished(String uri, Function<JsonArray, String> form, String wanted) {
    awaitThat(() -> form.apply(published(uri)), wanted);
  }

  /** Waits until something about the findings that were sent is as it should be. */
  void awaitThat(Supplier<String> now, String wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (received) {
      while (!now.get().equals(wanted)) {
        long rest = (end - System.nanoTime()) / 1_000_000;
        if (rest <= 0) {
          assertThat(now.get()).isEqualTo(wanted);
        }
        try {
          received.wait(Math.max(1, rest));
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  /** The findings that were sent last about a document. */
  JsonArray published(String uri) {
    synchronized (received) {
      return published.getOrDefault(uri, new JsonArray());
    }
  }

  private static boolean isAbout(JsonObject params, String uri, int version) {
    return params.get("uri").getAsString().equals(uri)
        && params.has("version")
        && params.get("version").getAsInt() == version;
  }

  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("the server ends")
        .isTrue();
    return process.exitValue();
  }

  /** Ends the server and checks all that it has said. */
  @Override
  public void close() {
    process.destroyForcibly();
    assertThat(conversation.problems()).as("what the protocol does not allow").isEmpty();
  }
}
