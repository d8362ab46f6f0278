package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Edits at random, over the pipes: after each burst the server knows what a server knows that is
 * shown the same text for the first time. Whatever the server announces that asks about a whole
 * document is compared.
 */
class EditsIT {

  private static final int BURSTS = 25;

  private static final String EDITED = "file:///w/edited.genplan";

  /** For each of the server's capabilities the request about a whole document, and its options. */
  private static final Map<String, String> QUESTIONS =
      Map.ofEntries(
          Map.entry("documentSymbolProvider", "textDocument/documentSymbol"),
          Map.entry("documentFormattingProvider", "textDocument/formatting"),
          Map.entry("semanticTokensProvider", "textDocument/semanticTokens/full"),
          Map.entry("foldingRangeProvider", "textDocument/foldingRange"),
          Map.entry("documentLinkProvider", "textDocument/documentLink"),
          Map.entry("codeLensProvider", "textDocument/codeLens"),
          Map.entry("inlayHintProvider", "textDocument/inlayHint"),
          Map.entry("diagnosticProvider", "textDocument/diagnostic"));

  private static final String ABLE =
      """
      {"general": {"positionEncodings": ["%s"]},
       "textDocument": {
         "publishDiagnostics": {
           "relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true,
           "tagSupport": {"valueSet": [1, 2]}},
         "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
         "semanticTokens": {
           "requests": {"full": {"delta": true}, "range": true}, "formats": ["relative"],
           "tokenTypes": ["namespace", "type", "class", "enum", "interface", "struct",
             "typeParameter", "parameter", "variable", "property", "enumMember", "event",
             "function", "method", "macro", "keyword", "modifier", "comment", "string", "number",
             "regexp", "operator", "decorator"],
           "tokenModifiers": ["declaration", "definition", "readonly", "static", "deprecated",
             "abstract", "async", "modification", "documentation", "defaultLibrary"]},
         "foldingRange": {}, "documentLink": {"tooltipSupport": true}, "codeLens": {},
         "inlayHint": {}}}
      """;

  private static final List<String> PIECES =
      List.of(
          "model qwen { id: \"Qwen/Qwen3-8B\", license: apache-2.0 }\n",
          "dataset d {\n  split train { size: 2_000 examples }\n}\n",
          "finetune sft {\r\n  model: qwen\r\n  data: d.train\r\n  method: lora { rank: 16 }\r\n}\r\n",
          "project 模型 { goal: \"🙂🙂\", task: chat, use: research }\n",
          "/// 说明：🙂 e\u0301\n",
          "evaluate before { model: qwen, data: d.test, metrics { rougeL >= 40% } }\n",
          "import \"other.genplan\"\n",
          "{",
          "}",
          "\"",
          "\r\n",
          "\n",
          "\r",
          "🙂",
          "模",
          "e\u0301",
          "  ",
          "x",
          ":",
          ", ",
          "allow no-rollback: \"x\"\n",
          "：",
          "//");

  @ParameterizedTest
  @CsvSource({"utf-8, 1, push", "utf-16, 2, push", "utf-32, 3, push", "utf-16, 4, pull"})
  void leadToWhatAFreshServerSees(String encoding, long seed, String delivery) throws IOException {
    Random random = new Random(seed);
    try (RawClient edited = RawClient.start();
        RawClient fresh = RawClient.start()) {
      JsonObject can = initialize(edited, encoding, delivery);
      initialize(fresh, encoding, delivery);
      open(edited, EDITED, String.join("", PIECES.subList(0, 6)));
      List<String> earlier = new ArrayList<>();
      int version = 1;
      for (int burst = 0; burst < BURSTS; burst++) {
        String before = edited.conversation().text(EDITED);
        earlier.add(before);
        int edits = 1 + random.nextInt(12);
        for (int i = 0; i < edits; i++) {
          change(edited, ++version, random, encoding, earlier);
        }
        String text = edited.conversation().text(EDITED);
        String shown = "file:///w/shown" + burst + ".genplan";
        open(fresh, shown, text);
        compare(can, edited, fresh, shown, seed + ", burst " + burst);
        fresh.notify("textDocument/didClose", document(shown));
      }
    }
  }

  private static JsonObject initialize(RawClient client, String encoding, String delivery)
      throws IOException {
    JsonObject able = JsonParser.parseString(ABLE.formatted(encoding)).getAsJsonObject();
    if (delivery.equals("pull")) {
      able.getAsJsonObject("textDocument").add("diagnostic", new JsonObject());
    }
    JsonObject can =
        client.initialize("{\"capabilities\": %s}".formatted(able)).getAsJsonObject("capabilities");
    assertThat(can.get("positionEncoding").getAsString()).isEqualTo(encoding);
    return can;
  }

  private static JsonObject document(String uri) {
    JsonObject identifier = new JsonObject();
    identifier.addProperty("uri", uri);
    JsonObject params = new JsonObject();
    params.add("textDocument", identifier);
    return params;
  }

  private static void open(RawClient client, String uri, String text) throws IOException {
    JsonObject params = document(uri);
    JsonObject item = params.getAsJsonObject("textDocument");
    item.addProperty("languageId", "genplan");
    item.addProperty("version", 1);
    item.addProperty("text", text);
    client.notify("textDocument/didOpen", params);
  }

  /** One notification with one to three changes, or one that takes back all since some burst. */
  private static void change(
      RawClient client, int version, Random random, String encoding, List<String> earlier)
      throws IOException {
    JsonArray changes = new JsonArray();
    if (random.nextInt(20) == 0) {
      JsonObject undo = new JsonObject();
      undo.addProperty("text", earlier.get(random.nextInt(earlier.size())));
      changes.add(undo);
    } else {
      String text = client.conversation().text(EDITED);
      for (int i = random.nextInt(3); i >= 0; i--) {
        JsonObject change = edit(text, random, encoding);
        text = Conversation.applied(text, change, encoding);
        changes.add(change);
      }
    }
    JsonObject params = document(EDITED);
    params.getAsJsonObject("textDocument").addProperty("version", version);
    params.add("contentChanges", changes);
    client.notify("textDocument/didChange", params);
  }

  private static JsonObject edit(String text, Random random, String encoding) {
    List<Integer> lengths = Lines.of(text, encoding).lengths();
    int line = random.nextInt(lengths.size());
    int endLine = random.nextInt(4) == 0 ? Math.min(lengths.size() - 1, line + 2) : line;
    int from = random.nextInt(lengths.get(line) + 2);
    int to = endLine == line ? from + random.nextInt(4) : random.nextInt(lengths.get(endLine) + 1);
    JsonObject range = new JsonObject();
    range.add("start", position(line, from));
    range.add("end", position(endLine, to));
    JsonObject change = new JsonObject();
    change.add("range", range);
    boolean deletes = random.nextInt(3) == 0;
    change.addProperty("text", deletes ? "" : PIECES.get(random.nextInt(PIECES.size())));
    return change;
  }

  private static JsonObject position(int line, int character) {
    JsonObject position = new JsonObject();
    position.addProperty("line", line);
    position.addProperty("character", character);
    return position;
  }

  private static void compare(
      JsonObject can, RawClient edited, RawClient fresh, String shown, String where)
      throws IOException {
    for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
      if (can.has(question.getKey())) {
        JsonElement one = edited.answer(question.getValue(), params(EDITED).toString());
        JsonElement other = fresh.answer(question.getValue(), params(shown).toString());
        assertThat(normal(one, EDITED))
            .as(question.getValue() + " of seed " + where)
            .isEqualTo(normal(other, shown));
      }
    }
    if (!can.has("diagnosticProvider")) {
      String expected = normal(fresh.findings(shown, 1), shown);
      // Only what differs is sent, so that it may have been sent with an earlier version.
      edited.awaitPublished(EDITED, found -> normal(found, EDITED), expected);
    }
  }

  /** What any of the questions needs to be asked. */
  private static JsonObject params(String uri) {
    JsonObject params = document(uri);
    params.add("options", JsonParser.parseString("{\"tabSize\": 2, \"insertSpaces\": true}"));
    JsonObject all = new JsonObject();
    all.add("start", position(0, 0));
    all.add("end", position(100_000, 0));
    params.add("range", all);
    return params;
  }

  /** What does not depend on the name of the file, nor on what was asked before. */
  private static String normal(JsonElement value, String uri) {
    JsonElement copy = value.deepCopy();
    if (copy.isJsonObject()) {
      copy.getAsJsonObject().remove("resultId");
    }
    return copy.toString().replace(uri, "file:///w/plan.genplan");
  }
}
