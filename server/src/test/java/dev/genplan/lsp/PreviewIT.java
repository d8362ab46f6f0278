package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code genplan/preview}, over the pipes of the packaged server. */
class PreviewIT {

  private static final String METHOD = "genplan/preview";
  private static final String URI = "file:///w/plan.genplan";
  private static final String PLAN =
      """
      project tickets { }
      model llama { licence: mit }
      finetune sft { model: llama, data: d, duration: 2 days }
      dataset d { }
      """;

  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    client = RawClient.start();
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private void open(String text) throws IOException {
    JsonObject item = new JsonObject();
    item.addProperty("uri", URI);
    item.addProperty("languageId", "genplan");
    item.addProperty("version", 7);
    item.addProperty("text", text);
    JsonObject params = new JsonObject();
    params.add("textDocument", item);
    client.notify("textDocument/didOpen", params);
  }

  private JsonElement preview(String uri) throws IOException {
    return client.answer(METHOD, "{\"textDocument\": {\"uri\": \"%s\"}}".formatted(uri));
  }

  @Test
  void showsAPlanAsItIsInTheEditor() throws IOException {
    JsonObject answer = client.initialize("{\"capabilities\": {}, \"locale\": \"en\"}");
    assertThat(answer.toString()).contains("\"experimental\":{\"preview\":true}");
    open(PLAN);

    JsonObject preview = preview(URI).getAsJsonObject();

    assertThat(preview.keySet())
        .containsExactlyInAnyOrder("version", "title", "flow", "timeline", "totals", "nodes");
    assertThat(preview.get("version").getAsInt()).isEqualTo(7);
    assertThat(preview.get("title").getAsString()).isEqualTo("tickets");
    assertThat(preview.get("flow").getAsString()).startsWith("<svg").contains("data-node=\"sft\"");
    assertThat(preview.get("timeline").getAsString()).startsWith("<svg").contains(">2 days<");
    assertThat(preview.get("totals").toString())
        .contains("{\"label\":\"Stages\",\"value\":\"1\"}")
        .contains(
            "{\"label\":\"Time\",\"value\":\"2 days\",\"note\":\"all durations are stated\"}");
    JsonArray nodes = preview.getAsJsonArray("nodes");
    assertThat(nodes).hasSize(3);
    JsonObject llama = nodes.get(0).getAsJsonObject();
    assertThat(llama.remove("messages").toString()).contains("`licence` is called `license` here");
    assertThat(llama)
        .hasToString(
            "{\"id\":\"llama\",\"uri\":\"file:///w/plan.genplan\","
                + "\"range\":{\"start\":{\"line\":1,\"character\":0},"
                + "\"end\":{\"line\":1,\"character\":28}},"
                + "\"selectionRange\":{\"start\":{\"line\":1,\"character\":6},"
                + "\"end\":{\"line\":1,\"character\":11}},"
                + "\"kind\":\"model\",\"name\":\"llama\",\"severity\":1}");
    assertThat(client.conversation().problems()).isEmpty();
  }

  @Test
  void leavesTheDrawingsOutWhereTheyAreNotWanted() throws IOException {
    client.initialize("{\"capabilities\": {}, \"locale\": \"en\"}");
    open(PLAN);

    JsonObject preview =
        client
            .answer(
                METHOD, "{\"textDocument\": {\"uri\": \"%s\"}, \"drawings\": false}".formatted(URI))
            .getAsJsonObject();

    assertThat(preview.keySet()).containsExactlyInAnyOrder("version", "title", "totals", "nodes");
    assertThat(preview.get("totals").toString()).contains("{\"label\":\"Stages\",\"value\":\"1\"}");
  }

  @Test
  void speaksTheLanguageOfTheClient() throws IOException {
    client.initialize("{\"capabilities\": {}, \"locale\": \"zh-cn\"}");
    open(PLAN);

    JsonObject preview = preview(URI).getAsJsonObject();

    assertThat(preview.get("flow").getAsString()).contains("tickets 的流程").contains(">微调<");
    assertThat(preview.get("totals").toString()).contains("\"label\":\"阶段\"");
  }

  @Test
  void hasNothingToShowOfADocumentThatIsNotOpen() throws IOException {
    client.initialize("{\"capabilities\": {}}");

    assertThat(preview("file:///w/other.genplan").isJsonNull()).isTrue();
  }

  @Test
  void refusesARequestWithoutADocument() throws IOException {
    client.initialize("{\"capabilities\": {}}");

    int id = client.request(METHOD, new JsonObject());

    assertThat(client.await(RawClient.isAnswerTo(id)).toString())
        .contains("-32602")
        .contains("`textDocument` is missing");
  }

  @Test
  void canBeCancelled() throws IOException {
    client.initialize("{\"capabilities\": {}}");
    StringBuilder plan = new StringBuilder("model m { }\n");
    for (int i = 0; i < 300; i++) {
      plan.append("prompt p%d { model: m }\n".formatted(i));
    }
    open(plan.toString());

    JsonObject params = new JsonObject();
    JsonObject document = new JsonObject();
    document.addProperty("uri", URI);
    params.add("textDocument", document);
    int id = client.request(METHOD, params);
    client.notify("$/cancelRequest", "{\"id\": %d}".formatted(id));

    assertThat(client.await(RawClient.isAnswerTo(id)).toString()).contains("-32800");
  }
}
