package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The judge of the other tests sees what it is there for. */
class ConversationTest {

  private final Conversation conversation = new Conversation();

  @BeforeEach
  void start() {
    client("{id:1, method:'initialize', params:{capabilities:{}}}");
    server("{id:1, result:{capabilities:{documentFormattingProvider:true}}}");
    client(
        "{method:'textDocument/didOpen', params:{textDocument:{uri:'file:///a', version:1,"
            + " text:'ab\\ncd'}}}");
  }

  private static JsonObject message(String json) {
    JsonObject message = JsonParser.parseString(json).getAsJsonObject();
    message.addProperty("jsonrpc", "2.0");
    return message;
  }

  private void client(String json) {
    conversation.fromClient(message(json));
  }

  private void server(String json) {
    conversation.fromServer(message(json));
  }

  private void finds(String problem) {
    assertThat(conversation.problems()).anySatisfy(it -> assertThat(it).contains(problem));
  }

  private static String range(int line, int from, int to) {
    return "{start:{line:%d,character:%d},end:{line:%d,character:%d}}"
        .formatted(line, from, line, to);
  }

  private void publish(String diagnostic) {
    server(
        "{method:'textDocument/publishDiagnostics', params:{uri:'file:///a', version:1,"
            + " diagnostics:[%s]}}".formatted(diagnostic));
  }

  private void answer(String method, String result) {
    client("{id:2, method:'%s', params:{textDocument:{uri:'file:///a'}}}".formatted(method));
    server("{id:2, result:%s}".formatted(result));
  }

  @Test
  void isSatisfiedWithWhatIsRight() {
    publish("{range:%s, message:'m', severity:1}".formatted(range(1, 0, 2)));
    answer("textDocument/formatting", "[{range:%s, newText:''}]".formatted(range(0, 0, 1)));

    assertThat(conversation.problems()).isEmpty();
    assertThat(conversation.unanswered()).isEmpty();
  }

  @Test
  void seesWrongShapes() {
    publish("{range:%s}".formatted(range(0, 0, 1)));
    finds("a Diagnostic needs `message`");
    publish("{range:%s, message:'m', severity:7}".formatted(range(0, 0, 1)));
    finds("expected DiagnosticSeverity, found 7");
    publish("{range:%s, message:'m', sevrity:1}".formatted(range(0, 0, 1)));
    finds("a Diagnostic has no `sevrity`");
    publish("{range:{start:{line:-1,character:0},end:{line:0,character:0}}, message:'m'}");
    finds("expected uinteger, found -1");
    server("{id:9, result:null}");
    finds("an answer that nobody waits for");
    server("{method:'textDocument/hover', params:{}}");
    finds("textDocument/hover is nothing that a server may send");
  }

  @Test
  void seesRangesOutsideOfTheText() {
    publish("{range:%s, message:'m'}".formatted(range(1, 0, 3)));
    finds("not in the text");
  }

  @Test
  void seesWhatTheClientDidNotAnnounce() {
    publish("{range:%s, message:'m', tags:[1]}".formatted(range(0, 0, 1)));
    finds("the client does not know the tag 1");
    answer("textDocument/hover", "{contents:{kind:'markdown', value:''}}");
    finds("Markdown without the client's `textDocument.hover.contentFormat`");
    answer("textDocument/completion", "[{label:'a', insertText:'a', insertTextFormat:2}]");
    finds("snippetSupport");
    server("{id:'c', method:'workspace/configuration', params:{items:[]}}");
    finds("workspace/configuration without the client's `workspace.configuration`");
  }

  @Test
  void seesEditsThatOverlap() {
    answer(
        "textDocument/formatting",
        "[{range:%s, newText:''}, {range:%s, newText:''}]"
            .formatted(range(0, 0, 2), range(0, 1, 2)));
    finds("edits overlap");
  }

  @Test
  void seesTokensThatCannotBe() {
    client("{id:3, method:'initialize', params:{capabilities:{}}}");
    server(
        "{id:3, result:{capabilities:{semanticTokensProvider:"
            + "{full:true, legend:{tokenTypes:['a'], tokenModifiers:[]}}}}}");
    answer("textDocument/semanticTokens/full", "{data:[0,0,2,0,0, 0,1,1,0,0]}");
    finds("token [0, 1, 1, 0, 0] at 0:1 cannot be");
  }
}
