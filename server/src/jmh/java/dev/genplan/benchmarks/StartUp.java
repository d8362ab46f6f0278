package dev.genplan.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/**
 * Starts whole processes and measures how long they take: the command line, and beside it the least
 * that a JVM needs. The commands take turns, so that whatever else the machine does meets all of
 * them. Then the language server, until it has answered {@code initialize} and until it has told
 * what it finds in a document that was opened. It needs nothing but a JDK:
 *
 * <pre>java server/src/jmh/java/dev/genplan/benchmarks/StartUp.java [launcher] [rounds]</pre>
 */
public final class StartUp {

  private static final String HELLO =
      "public class Hello { public static void main(String[] args) {"
          + " System.out.println(\"Hello\"); } }";

  /** Linux counts processor time in these, since ever. */
  private static final double MILLIS_PER_TICK = 10;

  private record Times(List<Double> wall, List<Double> processor) {
    Times() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private StartUp() {}

  /**
   * Measures and prints a table.
   *
   * @param args the launcher, by default {@code ./genplan}, and the number of rounds, by default 20
   */
  public static void main(String[] args) throws Exception {
    Path launcher = Path.of(args.length > 0 ? args[0] : "genplan").toAbsolutePath().normalize();
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    Path folder = Files.createTempDirectory("genplan-startup");
    try {
      measure(commands(launcher, hello(folder)), rounds);
      serve(launcher, rounds);
    } finally {
      Files.delete(folder.resolve("Hello.java"));
      Files.delete(folder.resolve("Hello.class"));
      Files.delete(folder);
    }
  }

  private static Path hello(Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("Hello.java"), HELLO);
    ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
    return folder;
  }

  private static Map<String, List<String>> commands(Path launcher, Path hello) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path root = launcher.getParent();
    String jar = root.resolve("server/target/genplan.jar").toString();
    String clean = root.resolve("samples/plans/support-summaries.genplan").toString();
    String mistakes = root.resolve("samples/mistakes.genplan").toString();
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("`java -version`", List.of(java, "-version"));
    commands.put("hello world", List.of(java, "-cp", hello.toString(), "Hello"));
    commands.put("`genplan --version`", List.of(launcher.toString(), "--version"));
    commands.put("`genplan lint`, one plan", List.of(launcher.toString(), "lint", clean));
    commands.put(
        "`genplan lint`, a plan full of mistakes", List.of(launcher.toString(), "lint", mistakes));
    commands.put(
        "`genplan lint samples/plans`",
        List.of(launcher.toString(), "lint", root.resolve("samples/plans").toString()));
    commands.put("one plan, without the archive", List.of(java, "-jar", jar, "lint", clean));
    return commands;
  }

  private static void serve(Path launcher, int rounds) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path root = launcher.getParent();
    Path plan = root.resolve("samples/mistakes.genplan");
    Map<String, List<String>> servers = new LinkedHashMap<>();
    servers.put("`genplan lsp`", List.of(launcher.toString(), "lsp"));
    servers.put(
        "without the archive",
        List.of(java, "-jar", root.resolve("server/target/genplan.jar").toString(), "lsp"));
    // The first start makes the archive beside its work.
    session(servers.get("`genplan lsp`"), plan);
    Thread.sleep(20_000);
    Map<String, List<double[]>> times = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, List<String>> server : servers.entrySet()) {
        double[] reached = session(server.getValue(), plan);
        times.computeIfAbsent(server.getKey(), any -> new ArrayList<>()).add(reached);
      }
    }
    System.out.println(
        "\n| server | `initialize` answered, median | first findings, median |\n|---|---:|---:|");
    times.forEach(
        (name, all) ->
            System.out.printf(
                "| %s | %.0f ms | %.0f ms |%n",
                name,
                median(all.stream().map(reached -> reached[0]).toList()),
                median(all.stream().map(reached -> reached[1]).toList())));
  }

  /** Milliseconds from the start of a server to its first answer and to its first findings. */
  private static double[] session(List<String> command, Path plan) throws Exception {
    String uri = plan.toUri().toString();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    long start = System.nanoTime();
    Process process = builder.start();
    try (OutputStream to = process.getOutputStream();
        InputStream from = new BufferedInputStream(process.getInputStream())) {
      send(to, "\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}");
      awaitMessage(from, "\"id\":1");
      double answered = (System.nanoTime() - start) / 1e6;
      send(to, "\"method\":\"initialized\",\"params\":{}");
      String text = Files.readString(plan).replace("\\", "\\\\").replace("\"", "\\\"");
      send(
          to,
          "\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\""
              + uri
              + "\",\"languageId\":\"genplan\",\"version\":1,\"text\":\""
              + text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
              + "\"}}");
      awaitMessage(from, "textDocument/publishDiagnostics");
      double found = (System.nanoTime() - start) / 1e6;
      send(to, "\"id\":2,\"method\":\"shutdown\"");
      awaitMessage(from, "\"id\":2");
      send(to, "\"method\":\"exit\"");
      process.waitFor();
      return new double[] {answered, found};
    } finally {
      process.destroyForcibly();
    }
  }

  private static void send(OutputStream to, String members) throws IOException {
    byte[] body = ("{\"jsonrpc\":\"2.0\"," + members + "}").getBytes(StandardCharsets.UTF_8);
    to.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    to.write(body);
    to.flush();
  }

  /** Reads messages until one holds a text. */
  private static void awaitMessage(InputStream from, String text) throws IOException {
    String message;
    do {
      int length = 0;
      for (String line = header(from); !line.isEmpty(); line = header(from)) {
        if (line.startsWith("Content-Length: ")) {
          length = Integer.parseInt(line.substring(16));
        }
      }
      message = new String(from.readNBytes(length), StandardCharsets.UTF_8);
    } while (!message.contains(text));
  }

  private static String header(InputStream from) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int unit = from.read(); unit != '\n'; unit = from.read()) {
      if (unit < 0) {
        throw new IOException("the server has ended");
      }
      line.append((char) unit);
    }
    return line.toString().strip();
  }

  private static void measure(Map<String, List<String>> commands, int rounds) throws Exception {
    Map<String, Times> times = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, List<String>> command : commands.entrySet()) {
        double before = childrenTime();
        long start = System.nanoTime();
        run(command.getValue());
        double wall = (System.nanoTime() - start) / 1e6;
        // The first round fills the caches of the system, and makes the archive.
        if (round >= 0) {
          Times known = times.computeIfAbsent(command.getKey(), any -> new Times());
          known.wall().add(wall);
          known.processor().add(childrenTime() - before);
        }
      }
    }
    print(times);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int code = builder.start().waitFor();
    if (code > 1) {
      throw new IllegalStateException(command + " ended with " + code);
    }
  }

  /**
   * Processor time of all processes started here that have ended; 0 on other systems than Linux.
   */
  private static double childrenTime() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    if (!Files.isReadable(stat)) {
      return 0;
    }
    String line = Files.readString(stat);
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MILLIS_PER_TICK;
  }

  private static void print(Map<String, Times> times) {
    Times hello = times.get("hello world");
    System.out.println(
        "| command | min | median | max | processor time, mean | median to hello world |"
            + " processor time to hello world |\n|---|---:|---:|---:|---:|---:|---:|");
    times.forEach(
        (name, known) -> {
          List<Double> sorted = new ArrayList<>(known.wall());
          Collections.sort(sorted);
          System.out.printf(
              "| %s | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.2f | %.2f |%n",
              name,
              sorted.get(0),
              median(sorted),
              sorted.get(sorted.size() - 1),
              mean(known.processor()),
              median(sorted) / median(hello.wall()),
              mean(known.processor()) / mean(hello.processor()));
        });
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
