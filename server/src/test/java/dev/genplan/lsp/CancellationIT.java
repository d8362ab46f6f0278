package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are not wanted any more, and changes that come faster than they can be checked. */
class CancellationIT {

  private static final String URI = "file:///w/plan.genplan";
  private static final int REQUEST_CANCELLED = -32800;
  private static final int CONTENT_MODIFIED = -32801;

  private static final String DECLARATION =
      """
      finetune sft%d {
        model: qwen
        data:  tickets.train
        epochs: 3
      }
      """;

  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    client = RawClient.start();
    client.initialize(
        "{\"capabilities\": {\"textDocument\": {\"codeAction\":"
            + " {\"codeActionLiteralSupport\": {\"codeActionKind\": {\"valueSet\": [\"quickfix\"]}}}}}}");
  }

  @AfterEach
  void stop() {
    client.close();
  }

  /** A plan of as many declarations of five lines. */
  private void open(int declarations) throws IOException {
    StringBuilder text = new StringBuilder("model qwen { }\n");
    IntStream.range(0, declarations).forEach(i -> text.append(DECLARATION.formatted(i)));
    JsonObject item = new JsonObject();
    item.addProperty("uri", URI);
    item.addProperty("languageId", "genplan");
    item.addProperty("version", 1);
    item.addProperty("text", text.toString());
    JsonObject params = new JsonObject();
    params.add("textDocument", item);
    client.notify("textDocument/didOpen", params);
  }

  private void change(int version, int line, String text) throws IOException {
    client.notify(
        "textDocument/didChange",
        """
        {"textDocument": {"uri": "%s", "version": %d}, "contentChanges": [{"text": "%s",
         "range": {"start": {"line": %d, "character": 0}, "end": {"line": %d, "character": 0}}}]}
        """
            .formatted(URI, version, text, line, line));
  }

  private int ask() throws IOException {
    return client.request(
        "textDocument/codeAction",
        JsonParser.parseString(
            """
            {"textDocument": {"uri": "%s"}, "context": {"diagnostics": []},
             "range": {"start": {"line": 0, "character": 0}, "end": {"line": 1, "character": 0}}}
            """
                .formatted(URI)));
  }

  @Test
  void answersCancelledRequestsAtOnceAndEachOnce() throws IOException {
    open(2_000);
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      change(2 + i, 1, "// " + i + "\\n");
      int id = ask();
      long start = System.nanoTime();
      client.notify("$/cancelRequest", "{\"id\": %d}".formatted(id));
      JsonObject answer = client.await(RawClient.isAnswerTo(id));
      waits.add((System.nanoTime() - start) / 1_000);
      if (answer.has("error")) {
        assertThat(answer.getAsJsonObject("error").get("code").getAsInt())
            .isEqualTo(REQUEST_CANCELLED);
      }
    }
    waits.sort(null);
    System.out.printf(
        "from $/cancelRequest to the answer, plan of 10,000 lines: p50 %d us, longest %d us%n",
        waits.get(waits.size() / 2), waits.get(waits.size() - 1));
    client.answer(
        "textDocument/documentSymbol", "{\"textDocument\": {\"uri\": \"%s\"}}".formatted(URI));
    assertThat(client.conversation().unanswered()).isEmpty();
  }

  @Test
  void answersStaleRequestsForTheirVersionOrNotAtAll() throws IOException {
    open(1_000);
    List<Integer> asked = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      asked.add(ask());
      change(2 + i, 1, "// " + i + "\\n");
    }
    for (int id : asked) {
      JsonObject answer = client.await(RawClient.isAnswerTo(id));
      if (answer.has("error")) {
        assertThat(answer.getAsJsonObject("error").get("code").getAsInt())
            .isEqualTo(CONTENT_MODIFIED);
      }
    }
    assertThat(client.conversation().unanswered()).isEmpty();
  }

  @Test
  void findsWhatIsInTheLastOfAThousandChanges() throws IOException {
    open(1_000);
    client.findings(URI, 1);
    long start = System.nanoTime();
    for (int version = 2; version <= 1_001; version++) {
      change(version, version * 5 - 9, "// a line more\\n");
    }
    change(1_002, 0, "finetun x { }\\n");
    long sent = System.nanoTime();
    String found = client.findings(URI, 1_002).toString();
    System.out.printf(
        "1,000 changes without a pause, plan of 5,000 lines: sent in %d ms, findings %d ms later%n",
        (sent - start) / 1_000_000, (System.nanoTime() - sent) / 1_000_000);

    assertThat(found).contains("There is no kind `finetun`; did you mean `finetune`?");
    try (RawClient fresh = RawClient.start()) {
      fresh.initialize("{\"capabilities\": {}}");
      JsonObject item = new JsonObject();
      item.addProperty("uri", URI);
      item.addProperty("languageId", "genplan");
      item.addProperty("version", 1);
      item.addProperty("text", client.conversation().text(URI));
      JsonObject params = new JsonObject();
      params.add("textDocument", item);
      fresh.notify("textDocument/didOpen", params);
      assertThat(found).isEqualTo(fresh.findings(URI, 1).toString());
    }
  }
}
