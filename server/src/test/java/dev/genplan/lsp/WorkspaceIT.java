package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not open, settings, and diagnostics that are asked for. */
class WorkspaceIT {

  private static final String WRONG = "finetun x { }\n";
  private static final String RIGHT = "model m { }\n";

  @TempDir Path folder;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    client = RawClient.start();
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private JsonObject initialize(String capabilities, String more) throws IOException {
    return client.initialize(
        "{\"capabilities\": %s, \"workspaceFolders\": [{\"uri\": \"%s\", \"name\": \"w\"}] %s}"
            .formatted(capabilities, folder.toUri(), more));
  }

  private JsonObject initialize(String capabilities) throws IOException {
    return initialize(capabilities, "");
  }

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.toUri().toString();
  }

  private void open(String uri, int version, String text) throws IOException {
    JsonObject item = new JsonObject();
    item.addProperty("uri", uri);
    item.addProperty("languageId", "genplan");
    item.addProperty("version", version);
    item.addProperty("text", text);
    JsonObject params = new JsonObject();
    params.add("textDocument", item);
    client.notify("textDocument/didOpen", params);
  }

  private void close(String uri) throws IOException {
    client.notify("textDocument/didClose", "{\"textDocument\": {\"uri\": \"%s\"}}".formatted(uri));
  }

  private void filesChanged() throws IOException {
    client.notify("workspace/didChangeWatchedFiles", "{\"changes\": []}");
  }

  private static List<String> codes(JsonArray diagnostics) {
    return StreamSupport.stream(diagnostics.spliterator(), false)
        .map(each -> each.getAsJsonObject().get("code").getAsString())
        .toList();
  }

  private static Predicate<JsonObject> published(String uri) {
    return RawClient.is("textDocument/publishDiagnostics")
        .and(message -> params(message).get("uri").getAsString().equals(uri));
  }

  private static JsonObject params(JsonObject message) {
    return message.getAsJsonObject("params");
  }

  /** The next findings of a file as it is on disk. */
  private List<String> onDisk(String uri) {
    JsonObject message = client.await(published(uri).and(each -> !params(each).has("version")));
    return codes(params(message).getAsJsonArray("diagnostics"));
  }

  @Test
  void diagnosesFilesThatAreNotOpen() throws IOException {
    String wrong = write("deep/wrong.genplan", WRONG);
    String right = write("right.genplan", RIGHT);
    String ignored = write("out/ignored.genplan", WRONG);
    String latin = folder.resolve("latin.genplan").toUri().toString();
    Files.write(folder.resolve("latin.genplan"), new byte[] {'/', '/', ' ', (byte) 0xE4});
    write(".gitignore", "out/\n");
    initialize("{}");

    assertThat(onDisk(wrong)).containsExactly("unknown-kind");
    assertThat(onDisk(latin)).containsExactly("not-utf8");
    assertThat(client.drain(published(right).or(published(ignored)))).isEmpty();
  }

  @Test
  void keepsUpWithTheDisk() throws IOException {
    write("library.genplan", "model flam { }\n");
    String plan = write("plan.genplan", "import \"library.genplan\"\nprompt p { model: flan }\n");
    initialize("{}");
    assertThat(onDisk(plan)).contains("unknown-reference");

    write("library.genplan", "model flan { }\n");
    filesChanged();
    assertThat(onDisk(plan)).doesNotContain("unknown-reference");

    String added = write("added.genplan", WRONG);
    client.notify("workspace/didCreateFiles", "{\"files\": [{\"uri\": \"%s\"}]}".formatted(added));
    assertThat(onDisk(added)).containsExactly("unknown-kind");

    Path renamed = folder.resolve("renamed.genplan");
    Files.move(folder.resolve("added.genplan"), renamed);
    client.notify(
        "workspace/didRenameFiles",
        "{\"files\": [{\"oldUri\": \"%s\", \"newUri\": \"%s\"}]}"
            .formatted(added, renamed.toUri()));
    assertThat(onDisk(added)).isEmpty();
    assertThat(onDisk(renamed.toUri().toString())).containsExactly("unknown-kind");

    Files.delete(renamed);
    client.notify(
        "workspace/didDeleteFiles", "{\"files\": [{\"uri\": \"%s\"}]}".formatted(renamed.toUri()));
    assertThat(onDisk(renamed.toUri().toString())).isEmpty();
  }

  @Test
  void seesBuffersThroughImportsOfFilesThatAreNotOpen() throws IOException {
    String library = write("library.genplan", "model flan { }\n");
    String plan = write("plan.genplan", "import \"library.genplan\"\nprompt p { model: flan }\n");
    initialize("{}");
    open(library, 1, "model flan { }\n");
    client.findings(library, 1);
    client.notify(
        "textDocument/didChange",
        "{\"textDocument\": {\"uri\": \"%s\", \"version\": 2}, \"contentChanges\": [{\"text\": \"%s\"}]}"
            .formatted(library, "model flam { }"));

    assertThat(onDisk(plan)).contains("unknown-reference");
    close(library);
    client.await(
        published(plan)
            .and(
                each ->
                    !codes(params(each).getAsJsonArray("diagnostics"))
                        .contains("unknown-reference")));
  }

  @Test
  void tellsBuffersFromFiles() throws IOException {
    String plan = write("plan.genplan", WRONG);
    initialize("{}");
    assertThat(onDisk(plan)).containsExactly("unknown-kind");
    open(plan, 4, RIGHT);
    assertThat(client.findings(plan, 4)).isEmpty();
    close(plan);
    assertThat(onDisk(plan)).containsExactly("unknown-kind");
  }

  @Test
  void followsFoldersThatComeAndGo() throws IOException {
    String plan = write("one/plan.genplan", WRONG);
    String event = "{\"event\": {\"added\": [%s], \"removed\": [%s]}}";
    String one = "{\"uri\": \"%s\", \"name\": \"one\"}".formatted(folder.resolve("one").toUri());
    client.initialize("{\"capabilities\": {\"workspace\": {\"workspaceFolders\": true}}}");

    client.notify("workspace/didChangeWorkspaceFolders", event.formatted(one, ""));
    assertThat(onDisk(plan)).containsExactly("unknown-kind");
    client.notify("workspace/didChangeWorkspaceFolders", event.formatted("", one));
    assertThat(onDisk(plan)).isEmpty();
  }

  @Test
  void knowsTheFoldersOfOldClients() throws IOException {
    String plan = write("plan.genplan", WRONG);
    client.initialize("{\"capabilities\": {}, \"rootPath\": \"%s\"}".formatted(folder));

    assertThat(onDisk(plan)).containsExactly("unknown-kind");
  }

  @Test
  void startsWithoutAFolderThatCannotBe() throws IOException {
    client.initialize("{\"capabilities\": {}, \"rootPath\": \"a\\u0000b\"}");
    open("untitled:plan", 1, WRONG);

    client.findings("untitled:plan", 1);
  }

  @Test
  void showsHowFarItIsAndStopsWhenAskedTo() throws IOException {
    for (int i = 0; i < 400; i++) {
      write("plan" + i + ".genplan", WRONG.repeat(50));
    }
    initialize("{\"window\": {\"workDoneProgress\": true}}");
    JsonObject create = client.await(RawClient.is("window/workDoneProgress/create"));
    client.send(
        JsonParser.parseString(
            "{\"jsonrpc\": \"2.0\", \"id\": %s, \"result\": null}".formatted(create.get("id"))));
    JsonObject begin = client.await(RawClient.is("$/progress"));
    assertThat(params(begin).getAsJsonObject("value").get("kind").getAsString()).isEqualTo("begin");
    assertThat(params(begin).getAsJsonObject("value").get("title").getAsString())
        .isEqualTo("Checking plans");

    JsonObject token = new JsonObject();
    token.add("token", params(begin).get("token"));
    client.notify("window/workDoneProgress/cancel", token);
    client.await(
        RawClient.is("$/progress")
            .and(
                each ->
                    params(each).getAsJsonObject("value").get("kind").getAsString().equals("end")));
    open(folder.resolve("plan399.genplan").toUri().toString(), 1, WRONG);
    client.findings(folder.resolve("plan399.genplan").toUri().toString(), 1);
  }

  private static final String PULL =
      "{\"textDocument\": {\"diagnostic\": {}},"
          + " \"workspace\": {\"diagnostics\": {\"refreshSupport\": true}}}";

  @Test
  void answersForOneDocument() throws IOException {
    String plan = folder.resolve("plan.genplan").toUri().toString();
    JsonObject result = initialize(PULL);
    JsonElement provider = result.getAsJsonObject("capabilities").get("diagnosticProvider");
    assertThat(provider)
        .isEqualTo(
            JsonParser.parseString(
                "{\"identifier\": \"genplan\", \"interFileDependencies\": true,"
                    + " \"workspaceDiagnostics\": true, \"workDoneProgress\": true}"));
    open(plan, 1, WRONG);

    String ask = "{\"textDocument\": {\"uri\": \"%s\"}, \"previousResultId\": \"%s\"}";
    JsonObject full =
        client.answer("textDocument/diagnostic", ask.formatted(plan, "")).getAsJsonObject();
    assertThat(full.get("kind").getAsString()).isEqualTo("full");
    assertThat(codes(full.getAsJsonArray("items"))).containsExactly("unknown-kind");

    String id = full.get("resultId").getAsString();
    JsonObject same =
        client.answer("textDocument/diagnostic", ask.formatted(plan, id)).getAsJsonObject();
    assertThat(same.get("kind").getAsString()).isEqualTo("unchanged");
    assertThat(same.get("resultId").getAsString()).isEqualTo(id);

    client.notify(
        "textDocument/didChange",
        "{\"textDocument\": {\"uri\": \"%s\", \"version\": 2}, \"contentChanges\": [{\"text\": \"\"}]}"
            .formatted(plan));
    JsonObject other =
        client.answer("textDocument/diagnostic", ask.formatted(plan, id)).getAsJsonObject();
    assertThat(other.getAsJsonArray("items")).isEmpty();
    assertThat(client.drain(RawClient.is("textDocument/publishDiagnostics"))).isEmpty();
  }

  @Test
  void answersForTheWorkspace() throws IOException {
    String plan = write("plan.genplan", WRONG);
    String other = write("other.genplan", RIGHT);
    initialize(PULL);
    open(other, 3, WRONG);

    JsonArray first = pull("[]");
    assertThat(report(first, plan).get("version").isJsonNull()).isTrue();
    assertThat(codes(report(first, plan).getAsJsonArray("items"))).containsExactly("unknown-kind");
    assertThat(report(first, other).get("version").getAsInt()).isEqualTo(3);
    assertThat(codes(report(first, other).getAsJsonArray("items"))).containsExactly("unknown-kind");

    JsonArray second = pull(previous(first));
    assertThat(second).hasSize(2);
    assertThat(second)
        .allSatisfy(
            each ->
                assertThat(each.getAsJsonObject().get("kind").getAsString())
                    .isEqualTo("unchanged"));

    client.drain(RawClient.is("workspace/diagnostic/refresh"));
    Files.delete(folder.resolve("plan.genplan"));
    filesChanged();
    close(other);
    JsonArray third = pull(previous(first));
    assertThat(report(third, other).getAsJsonArray("items")).isEmpty();
    JsonArray fourth = third;
    while (!report(fourth, plan).has("items")
        || !report(fourth, plan).getAsJsonArray("items").isEmpty()) {
      fourth = pull(previous(first));
    }
    client.await(RawClient.is("workspace/diagnostic/refresh"));
  }

  @Test
  void sendsTheFindingsOfTheWorkspaceInParts() throws IOException {
    for (int i = 0; i < 120; i++) {
      write("plan" + i + ".genplan", WRONG);
    }
    initialize(PULL);
    JsonElement last =
        client.answer(
            "workspace/diagnostic",
            "{\"previousResultIds\": [], \"partialResultToken\": \"p\", \"workDoneToken\": 7}");

    assertThat(last.getAsJsonObject().getAsJsonArray("items")).isEmpty();
    List<JsonElement> items = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    for (JsonObject message : client.drain(RawClient.is("$/progress"))) {
      JsonObject value = params(message).getAsJsonObject("value");
      if (value.has("items")) {
        value.getAsJsonArray("items").forEach(items::add);
      } else {
        kinds.add(value.get("kind").getAsString());
      }
    }
    assertThat(items).hasSize(120);
    assertThat(kinds).startsWith("begin").endsWith("end");
  }

  private JsonArray pull(String previous) throws IOException {
    return client
        .answer("workspace/diagnostic", "{\"previousResultIds\": %s}".formatted(previous))
        .getAsJsonObject()
        .getAsJsonArray("items");
  }

  private static JsonObject report(JsonArray items, String uri) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(each -> each.get("uri").getAsString().equals(uri))
        .findFirst()
        .orElseThrow();
  }

  private static String previous(JsonArray items) {
    JsonArray ids = new JsonArray();
    for (JsonElement each : items) {
      JsonObject id = new JsonObject();
      id.add("uri", each.getAsJsonObject().get("uri"));
      id.add("value", each.getAsJsonObject().get("resultId"));
      ids.add(id);
    }
    return ids.toString();
  }

  private static final String PLAN =
      """
      project p { goal: "g", task: chat, use: research }
      model m { id: "Qwen/Qwen3-8B", license: apache-2.0 }
      model unused { }
      """;

  @Test
  void takesSettingsFromTheStart() throws IOException {
    String plan = folder.resolve("plan.genplan").toUri().toString();
    initialize(
        "{}",
        ", \"initializationOptions\": {\"locale\": \"zh-CN\","
            + " \"lint.rules\": {\"unused-declaration\": \"error\"}}");
    open(plan, 1, PLAN + WRONG);

    JsonArray found = client.findings(plan, 1);
    assertThat(severity(found, "unused-declaration")).isEqualTo(1);
    assertThat(found.toString()).contains("没有类别 `finetun`");
  }

  private static int severity(JsonArray diagnostics, String code) {
    return StreamSupport.stream(diagnostics.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(each -> each.get("code").getAsString().equals(code))
        .map(each -> each.get("severity").getAsInt())
        .findFirst()
        .orElse(0);
  }

  @Test
  void takesSettingsThatAreSent() throws IOException {
    String plan = folder.resolve("plan.genplan").toUri().toString();
    initialize("{\"workspace\": {\"configuration\": false}}");
    open(plan, 1, PLAN);
    assertThat(severity(client.findings(plan, 1), "unused-declaration")).isNotZero();

    client.notify(
        "workspace/didChangeConfiguration",
        "{\"settings\": {\"genplan\": {\"trace\": {\"server\": \"off\"},"
            + " \"lint\": {\"rules\": {\"unused-declaration\": \"off\"}}}}}");
    assertThat(severity(client.findings(plan, 1), "unused-declaration")).isZero();
    assertThat(client.drain(RawClient.is("window/showMessage"))).isEmpty();
    assertThat(client.drain(RawClient.is("workspace/configuration"))).isEmpty();
  }

  @Test
  void asksForSettings() throws IOException {
    String plan = folder.resolve("plan.genplan").toUri().toString();
    initialize(
        "{\"workspace\": {\"configuration\": true, \"inlayHint\": {\"refreshSupport\": true},"
            + " \"didChangeConfiguration\": {\"dynamicRegistration\": true}}}");
    JsonObject registration = client.await(RawClient.is("client/registerCapability"));
    assertThat(registration.toString())
        .contains("\"workspace/didChangeConfiguration\"", "{\"section\":\"genplan\"}");
    answerSettings("{\"lint\": {\"rules\": {\"unused-declaration\": \"error\"}}}");
    client.await(RawClient.is("workspace/inlayHint/refresh"));
    open(plan, 1, PLAN);
    assertThat(severity(client.findings(plan, 1), "unused-declaration")).isEqualTo(1);

    client.notify("workspace/didChangeConfiguration", "{\"settings\": null}");
    answerSettings("{\"lint\": {\"rules\": {\"unused-declaraton\": \"off\"}}}");
    JsonObject message = client.await(RawClient.is("window/showMessage"));
    assertThat(params(message).get("message").getAsString())
        .isEqualTo(
            "GenPlan settings: there is no rule `unused-declaraton`; did you mean"
                + " `unused-declaration`?");
  }

  private void answerSettings(String section) throws IOException {
    JsonObject asked = client.await(RawClient.is("workspace/configuration"));
    assertThat(params(asked).toString()).isEqualTo("{\"items\":[{\"section\":\"genplan\"}]}");
    client.send(
        JsonParser.parseString(
            "{\"jsonrpc\": \"2.0\", \"id\": %s, \"result\": [%s]}"
                .formatted(asked.get("id"), section)));
  }
}
