package dev.genplan.benchmarks;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Measures the packaged server over its pipes, and beside it, in the same run and by the same
 * client, the server that a team would use which writes its plans in YAML with a JSON schema.
 *
 * <p>Each figure is the time from the moment a message is handed to the server's input until the
 * last byte of what it gives rise to has arrived. An edit changes what is found, so each is
 * answered with diagnostics.
 */
public final class Servers {

  private static final List<Integer> LENGTHS = List.of(50, 500, 5_000, 50_000);
  private static final String LETTERS = "abcdefghijkl";
  private static final String MEMBER = "ow";
  private static final int BURST = 1_000;

  /** Longer than any of the servers takes for one check of the longest plan. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final ServerUnderTest server;
  private final Path folder;
  private final int samples;
  private JsonObject announced = new JsonObject();

  private Servers(ServerUnderTest server, Path folder, int samples) {
    this.server = server;
    this.folder = folder;
    this.samples = samples;
  }

  /**
   * Measures and prints tables.
   *
   * @param args the launcher; the program of yaml-language-server, or {@code -} to leave it out;
   *     how often each is measured (for the longest plan a tenth of it); how many edits the memory
   *     is measured after
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("genplan-servers");
    int samples = Integer.parseInt(args[2]);
    int edits = Integer.parseInt(args[3]);
    List<ServerUnderTest> servers = new ArrayList<>();
    Path launcher = Path.of(args[0]).toAbsolutePath().normalize();
    servers.add(ServerUnderTest.genplan(launcher));
    if (!args[1].equals("-")) {
      Path schema = folder.resolve("schema.json");
      Files.writeString(schema, YamlSchema.text());
      servers.add(ServerUnderTest.yaml(Path.of(args[1]).toAbsolutePath().normalize(), schema));
    }
    Archive.make(launcher);
    start(servers, folder, Math.max(3, samples / 10));
    List<Integer> lengths =
        args.length == 4 ? LENGTHS : Arrays.stream(args).skip(4).map(Integer::valueOf).toList();
    for (int lines : lengths) {
      latencies(servers, folder, lines, lines == 50_000 ? Math.max(3, samples / 10) : samples);
    }
    memory(servers, folder, edits);
    System.exit(0);
  }

  private static void start(List<ServerUnderTest> servers, Path folder, int runs) throws Exception {
    System.out.println("\nStarting, median of " + runs + ":\n");
    row("server", "start to `initialize`", "start to first findings, 500 lines", "resident");
    System.out.println("|---|---:|---:|---:|");
    for (ServerUnderTest server : servers) {
      List<Double> initialized = new ArrayList<>();
      List<Double> found = new ArrayList<>();
      List<Double> resident = new ArrayList<>();
      String plan = server.plan().apply(500);
      for (int run = 0; run < runs; run++) {
        long start = System.nanoTime();
        try (WireClient client = WireClient.start(server, folder)) {
          initialized.add(millis(initialize(client, folder).at() - start));
          OpenPlan open = OpenPlan.open(client, server, folder, "plan", plan);
          found.add(millis(client.next(open.uri(), WireClient.PATIENCE).at() - start));
          resident.add(client.resident());
        }
      }
      row(
          server.name(),
          ms(percentile(initialized, 50)),
          ms(percentile(found, 50)),
          String.format(Locale.ROOT, "%.0f MiB", percentile(resident, 50)));
    }
  }

  private static void latencies(List<ServerUnderTest> servers, Path folder, int lines, int samples)
      throws Exception {
    System.out.printf(Locale.ROOT, "%n%,d lines, p50 and p99 of %d:%n%n", lines, samples);
    row(
        "server",
        "open to findings, new process",
        "first ten edits",
        "edit to findings",
        "typing, 12 a second",
        "processor time an edit",
        "1,000 edits without a pause",
        "completion",
        "hover",
        "tokens",
        "rename");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (ServerUnderTest server : servers) {
      new Servers(server, folder, samples).latencies(lines);
    }
  }

  private void latencies(int lines) throws Exception {
    try (WireClient client = WireClient.start(server, folder)) {
      announced =
          initialize(client, folder).result().getAsJsonObject().getAsJsonObject("capabilities");
      long opened = System.nanoTime();
      OpenPlan plan = OpenPlan.open(client, server, folder, "plan", server.plan().apply(lines));
      double first = millis(client.next(plan.uri(), WireClient.PATIENCE).at() - opened);
      client.quiet(Duration.ofMillis(300));
      List<Double> cold = edits(client, plan, Math.max(10, samples));
      long before = client.processorTime();
      List<Double> warm = edits(client, plan, samples);
      double work = (client.processorTime() - before) / 1e6 / samples;
      List<Double> typing = typing(client, plan, Math.max(3, samples / 10));
      double burst = burst(client, plan);
      List<Double> completion = completions(client, plan);
      List<Double> hover = requests(client, plan, "hover", OpenPlan::atCaret);
      List<Double> tokens = requests(client, plan, "semanticTokens/full", OpenPlan::whole);
      List<Double> rename = requests(client, plan, "rename", open -> open.renaming("renamed"));
      row(
          server.name(),
          ms(first),
          ms(percentile(cold.subList(0, 10), 50)),
          both(warm),
          both(typing),
          ms(work),
          ms(burst),
          both(completion),
          both(hover),
          both(tokens),
          both(rename));
    }
  }

  /** Single keys, each after the findings of the one before. */
  private static List<Double> edits(WireClient client, OpenPlan plan, int count) throws Exception {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Thread.sleep(20);
      client.forget();
      long pressed = System.nanoTime();
      key(plan, i);
      took.add(millis(client.next(plan.uri(), WireClient.PATIENCE).at() - pressed));
    }
    takeBack(client, plan, count);
    return took;
  }

  /** Keys as fast as they can be written; from the last one to its findings, median of five. */
  private static double burst(WireClient client, OpenPlan plan) throws Exception {
    List<Double> took = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      client.forget();
      long pressed = 0;
      for (int i = 0; i < BURST; i++) {
        pressed = System.nanoTime();
        key(plan, i);
      }
      took.add(millis(client.last(plan.uri(), SILENCE).at() - pressed));
      takeBack(client, plan, BURST);
    }
    return percentile(took, 50);
  }

  /** Types one letter after the other, and then deletes them. */
  private static void key(OpenPlan plan, int count) throws IOException {
    int step = count % (2 * LETTERS.length());
    if (step < LETTERS.length()) {
      plan.type(LETTERS.substring(step, step + 1), step);
    } else {
      plan.delete(1, 2 * LETTERS.length() - step);
    }
  }

  /** Deletes what so many keys have left. */
  private static void takeBack(WireClient client, OpenPlan plan, int count) throws Exception {
    int left = count % (2 * LETTERS.length());
    int typed = left <= LETTERS.length() ? left : 2 * LETTERS.length() - left;
    if (typed > 0) {
      client.forget();
      plan.delete(typed, typed);
      client.next(plan.uri(), WireClient.PATIENCE);
    }
  }

  /** Twelve keys a second, whether the server keeps up or not; from the last key of a second. */
  private static List<Double> typing(WireClient client, OpenPlan plan, int seconds)
      throws Exception {
    List<Double> took = new ArrayList<>();
    for (int second = 0; second < seconds; second++) {
      long pressed = 0;
      for (int i = 0; i < LETTERS.length(); i++) {
        Thread.sleep(1_000 / LETTERS.length());
        client.forget();
        pressed = System.nanoTime();
        plan.type(LETTERS.substring(i, i + 1), i);
      }
      took.add(millis(client.next(plan.uri(), WireClient.PATIENCE).at() - pressed));
      client.quiet(Duration.ofMillis(300));
      plan.delete(LETTERS.length(), LETTERS.length());
      client.next(plan.uri(), WireClient.PATIENCE);
    }
    return took;
  }

  /** The list of what can stand on a new line, asked for directly after its first letters. */
  private List<Double> completions(WireClient client, OpenPlan plan) throws Exception {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      client.forget();
      plan.begin(MEMBER);
      took.add(ask(client, "textDocument/completion", plan.atBegun(MEMBER)));
      client.next(plan.uri(), WireClient.PATIENCE);
      client.forget();
      plan.undo(MEMBER);
      client.next(plan.uri(), WireClient.PATIENCE);
    }
    return took;
  }

  /** A request directly after a key; none where the server does not offer it. */
  private List<Double> requests(
      WireClient client, OpenPlan plan, String method, Function<OpenPlan, Object> params)
      throws Exception {
    List<Double> took = new ArrayList<>();
    String provider = method.replaceFirst("/.*", "") + "Provider";
    for (int i = 0; i < samples && announced.has(provider); i++) {
      client.forget();
      plan.type("a", 0);
      took.add(ask(client, "textDocument/" + method, params.apply(plan)));
      client.next(plan.uri(), WireClient.PATIENCE);
      client.forget();
      plan.delete(1, 1);
      client.next(plan.uri(), WireClient.PATIENCE);
    }
    return took;
  }

  private static double ask(WireClient client, String method, Object params) throws IOException {
    long asked = System.nanoTime();
    return millis(WireClient.await(client.ask(method, params)).at() - asked);
  }

  private static void memory(List<ServerUnderTest> servers, Path folder, int edits)
      throws Exception {
    System.out.println("\nMemory that the process holds:\n");
    row(
        "server",
        "100 files of 500 lines open",
        "5,000 lines, after " + edits / 5 + " edits",
        "after " + edits + " edits");
    System.out.println("|---|---:|---:|---:|");
    for (ServerUnderTest server : servers) {
      String files = resident(manyFiles(server, folder));
      try (WireClient client = WireClient.start(server, folder)) {
        initialize(client, folder);
        OpenPlan plan = OpenPlan.open(client, server, folder, "plan", server.plan().apply(5_000));
        client.next(plan.uri(), WireClient.PATIENCE);
        hurry(client, plan, 0, edits / 5);
        double early = client.resident();
        client.quiet(Duration.ofSeconds(1));
        hurry(client, plan, edits / 5 + 2 * LETTERS.length(), edits);
        row(server.name(), files, resident(early), resident(client.resident()));
      }
    }
  }

  private static double manyFiles(ServerUnderTest server, Path folder) throws Exception {
    try (WireClient client = WireClient.start(server, folder)) {
      initialize(client, folder);
      String text = server.plan().apply(500);
      for (int i = 0; i < 100; i++) {
        client.forget();
        OpenPlan plan = OpenPlan.open(client, server, folder, "plan" + i, text);
        client.next(plan.uri(), WireClient.PATIENCE);
      }
      return client.resident();
    }
  }

  /**
   * Edits without a pause, in groups, so that the pipes do not fill up; each group leaves other
   * letters than the one before while they are looked at.
   */
  private static void hurry(WireClient client, OpenPlan plan, int from, int to) throws Exception {
    int length = LETTERS.length();
    for (int group = from / (2 * length); group <= to / (2 * length); group++) {
      int turn = group % length;
      String letters = LETTERS.substring(turn) + LETTERS.substring(0, turn);
      client.forget();
      for (int i = 0; i < length; i++) {
        plan.type(letters.substring(i, i + 1), i);
      }
      client.next(plan.uri(), WireClient.PATIENCE);
      for (int i = length; i > 0; i--) {
        plan.delete(1, i);
      }
    }
  }

  /** What the server announces, and when. */
  private static WireClient.Answer initialize(WireClient client, Path folder) throws IOException {
    Map<String, Object> text =
        Map.of(
            "publishDiagnostics", Map.of("relatedInformation", true),
            "hover", Map.of("contentFormat", List.of("markdown", "plaintext")),
            "rename", Map.of("prepareSupport", true),
            "completion",
                Map.of(
                    "completionItem",
                    Map.of(
                        "snippetSupport",
                        true,
                        "documentationFormat",
                        List.of("markdown", "plaintext"),
                        "resolveSupport",
                        Map.of("properties", List.of("documentation", "detail")))),
            "semanticTokens",
                Map.of(
                    "requests",
                    Map.of("full", true),
                    "tokenTypes",
                    List.of("keyword", "property", "variable", "enumMember", "class", "number"),
                    "tokenModifiers",
                    List.of("declaration"),
                    "formats",
                    List.of("relative")));
    Map<String, Object> workspace = Map.of("configuration", true, "workspaceFolders", true);
    WireClient.Answer answer =
        WireClient.await(
            client.ask(
                "initialize",
                Map.of(
                    "processId",
                    ProcessHandle.current().pid(),
                    "rootUri",
                    folder.toUri().toString(),
                    "workspaceFolders",
                    List.of(Map.of("uri", folder.toUri().toString(), "name", "plans")),
                    "capabilities",
                    Map.of("textDocument", text, "workspace", workspace))));
    client.tell("initialized", Map.of());
    return answer;
  }

  private static void row(String... cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static String ms(double millis) {
    return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
  }

  private static String resident(double mebibytes) {
    return String.format(Locale.ROOT, "%.0f MiB", mebibytes);
  }

  private static String both(List<Double> values) {
    return values.isEmpty()
        ? "none"
        : ms(percentile(values, 50)) + ", " + ms(percentile(values, 99));
  }

  private static double percentile(List<Double> values, int percent) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
  }
}
