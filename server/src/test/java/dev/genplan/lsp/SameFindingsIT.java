package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The editor shows what the command line shows, byte for byte, for files open and not open. */
class SameFindingsIT {

  private static final Path ROOT = Path.of(System.getProperty("genplan.root")).normalize();

  private static final List<String> SEVERITIES = List.of("error", "warning", "information", "hint");

  @ParameterizedTest
  @CsvSource({
    "samples, en, recommended",
    "samples, zh-CN, all",
    "server/src/test/resources/dev/genplan/plan/checker, en, all",
    "server/src/test/resources/dev/genplan/plan/checker, zh-CN, recommended",
  })
  void areShownInBothPlaces(String name, String language, String profile) throws Exception {
    Path folder = ROOT.resolve(name).toRealPath();
    String expected = lint(folder, language, profile);
    assertThat(expected).isNotEmpty();
    List<Path> plans;
    try (Stream<Path> files = Files.walk(folder)) {
      plans = files.filter(file -> file.toString().endsWith(".genplan")).sorted().toList();
    }

    try (RawClient client = RawClient.start()) {
      initialize(client, folder, language, profile);
      client.awaitThat(() -> text(client, folder, plans), expected);
      for (Path plan : plans) {
        open(client, plan);
      }
      for (Path plan : plans) {
        client.findings(plan.toUri().toString(), 7);
      }
      assertThat(text(client, folder, plans)).isEqualTo(expected);
    }
  }

  /** What the command line finds, a line each. */
  private static String lint(Path folder, String language, String profile) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("genplan.jar"),
                "lint",
                "--format",
                "json",
                "--profile",
                profile,
                "--lang",
                language,
                ".")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    List<String> lines = new ArrayList<>();
    for (JsonElement each :
        JsonParser.parseString(all).getAsJsonObject().getAsJsonArray("diagnostics")) {
      JsonObject found = each.getAsJsonObject();
      lines.add(
          line(
              found,
              found.get("path").getAsString(),
              found.get("severity").getAsString(),
              place(found.getAsJsonObject("start"), "column", 0),
              place(found.getAsJsonObject("end"), "column", 0)));
    }
    return String.join("\n", lines);
  }

  private static void initialize(RawClient client, Path folder, String language, String profile)
      throws IOException {
    client.initialize(
        """
        {"capabilities": {}, "locale": "%s",
         "initializationOptions": {"lint": {"profile": "%s"}},
         "workspaceFolders": [{"uri": "%s", "name": "w"}]}
        """
            .formatted(language, profile, folder.toUri()));
  }

  private static void open(RawClient client, Path plan) throws IOException {
    JsonObject item = new JsonObject();
    item.addProperty("uri", plan.toUri().toString());
    item.addProperty("languageId", "genplan");
    item.addProperty("version", 7);
    item.addProperty("text", Files.readString(plan));
    JsonObject params = new JsonObject();
    params.add("textDocument", item);
    client.notify("textDocument/didOpen", params);
  }

  /** What the server has sent, a line each. */
  private static String text(RawClient client, Path folder, List<Path> plans) {
    List<String> lines = new ArrayList<>();
    for (Path plan : plans) {
      JsonArray published = client.published(plan.toUri().toString());
      for (JsonElement each : published) {
        JsonObject found = each.getAsJsonObject();
        JsonObject range = found.getAsJsonObject("range");
        lines.add(
            line(
                found,
                folder.relativize(plan).toString(),
                SEVERITIES.get(found.get("severity").getAsInt() - 1),
                place(range.getAsJsonObject("start"), "character", 1),
                place(range.getAsJsonObject("end"), "character", 1)));
      }
    }
    return String.join("\n", lines);
  }

  private static String place(JsonObject position, String column, int more) {
    return (position.get("line").getAsInt() + more)
        + ":"
        + (position.get(column).getAsInt() + more);
  }

  private static String line(
      JsonObject found, String path, String severity, String start, String end) {
    return "%s:%s-%s: %s[%s]: %s"
        .formatted(
            path,
            start,
            end,
            severity,
            found.get("code").getAsString(),
            found.get("message").getAsString());
  }
}
