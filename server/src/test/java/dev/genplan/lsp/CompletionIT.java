package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionContext;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemInsertTextModeSupportCapabilities;
import org.eclipse.lsp4j.CompletionItemResolveSupportCapabilities;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionListCapabilities;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.CompletionTriggerKind;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InsertReplaceRange;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformationCapabilities;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpCapabilities;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformationCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Completion, hover and signature help over the pipes, for clients of different abilities. */
class CompletionIT {

  @TempDir Path folder;
  private String uri;
  private TestClient client;

  @BeforeEach
  void start() throws Exception {
    uri = folder.resolve("plan.genplan").toUri().toString();
    client = TestClient.start();
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private InitializeParams with(TextDocumentClientCapabilities text) {
    InitializeParams params = new InitializeParams();
    params.setProcessId((int) ProcessHandle.current().pid());
    params.setCapabilities(new ClientCapabilities(null, text, null));
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "w")));
    return params;
  }

  private static TextDocumentClientCapabilities able() {
    CompletionItemCapabilities item = new CompletionItemCapabilities(true);
    item.setDocumentationFormat(List.of(MarkupKind.MARKDOWN, MarkupKind.PLAINTEXT));
    item.setCommitCharactersSupport(true);
    item.setPreselectSupport(true);
    item.setInsertReplaceSupport(true);
    item.setLabelDetailsSupport(true);
    item.setResolveSupport(
        new CompletionItemResolveSupportCapabilities(List.of("documentation", "detail")));
    item.setInsertTextModeSupport(
        new CompletionItemInsertTextModeSupportCapabilities(
            List.of(InsertTextMode.AsIs, InsertTextMode.AdjustIndentation)));
    CompletionCapabilities completion = new CompletionCapabilities(item);
    completion.setCompletionList(
        new CompletionListCapabilities(
            List.of("commitCharacters", "editRange", "insertTextFormat", "data")));
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    text.setCompletion(completion);
    text.setHover(new HoverCapabilities(List.of(MarkupKind.MARKDOWN), false));
    SignatureInformationCapabilities signature =
        new SignatureInformationCapabilities(List.of(MarkupKind.MARKDOWN));
    signature.setActiveParameterSupport(true);
    signature.setParameterInformation(new ParameterInformationCapabilities(true));
    text.setSignatureHelp(new SignatureHelpCapabilities(signature, false));
    return text;
  }

  private CompletionList complete(int line, int column) {
    return TestClient.await(
            client
                .server()
                .getTextDocumentService()
                .completion(
                    new CompletionParams(
                        new TextDocumentIdentifier(uri), new Position(line, column))))
        .getRight();
  }

  private static CompletionItem item(CompletionList list, String label) {
    return list.getItems().stream()
        .filter(item -> item.getLabel().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not in " + list));
  }

  private static Range range(int line, int from, int to) {
    return new Range(new Position(line, from), new Position(line, to));
  }

  @Test
  void saysOnceWhatAllItemsHaveInCommon() throws Exception {
    CompletionOptions options =
        client.initialize(with(able())).getCapabilities().getCompletionProvider();
    assertThat(options.getResolveProvider()).isTrue();
    assertThat(options.getTriggerCharacters()).containsExactly(" ", ".", "[", "\"", "/");

    client.open(uri, "finetune f {\n  learning-rate: 1e-4\n}\n");
    CompletionList list = complete(1, 10);
    assertThat(list.isIncomplete()).isFalse();
    assertThat(list.getItemDefaults().getEditRange().getRight())
        .isEqualTo(new InsertReplaceRange(range(1, 2, 10), range(1, 2, 15)));

    CompletionItem rate = item(list, "learning-rate");
    assertThat(rate.getTextEdit()).isNull();
    assertThat(rate.getTextEditText()).isNull();
    assertThat(rate.getData()).isNull();
    assertThat(rate.getDocumentation()).isNull();
    assertThat(rate.getDetail()).isNull();
    assertThat(rate.getLabelDetails().getDescription()).isEqualTo("Learning rate");
    assertThat(client.end()).isZero();
  }

  @Test
  void explainsAnItemWhenAskedTo() throws Exception {
    client.initialize(with(able()));
    client.open(uri, "finetune f {\n  \n}\n");
    CompletionList list = complete(1, 2);
    CompletionItem epochs = item(list, "epochs");
    // As a client does that has been told the data once for all.
    epochs.setData(list.getItemDefaults().getData());

    // What is typed in between does no harm.
    client.change(uri, 2, 1, 2, 2, "ep");
    CompletionItem resolved =
        TestClient.await(client.server().getTextDocumentService().resolveCompletionItem(epochs));
    assertThat(resolved.getDocumentation().getRight().getKind()).isEqualTo(MarkupKind.MARKDOWN);
    assertThat(resolved.getDocumentation().getRight().getValue()).startsWith("**Epochs**");
    assertThat(resolved.getLabel()).isEqualTo("epochs");

    CompletionItem strange = new CompletionItem("epochs");
    strange.setData("nothing of ours");
    CompletionItem same =
        TestClient.await(client.server().getTextDocumentService().resolveCompletionItem(strange));
    assertThat(same.getLabel()).isEqualTo("epochs");
    assertThat(same.getDocumentation()).isNull();
    assertThat(client.end()).isZero();
  }

  @Test
  void indentsSnippetsAndPreselects() throws Exception {
    client.initialize(with(able()));
    client.open(uri, "model flan { }\n\ndeploy d { model:  }\n");
    CompletionItem finetune = item(complete(1, 0), "finetune");
    assertThat(finetune.getInsertTextFormat()).isEqualTo(InsertTextFormat.Snippet);
    assertThat(finetune.getInsertTextMode()).isEqualTo(InsertTextMode.AdjustIndentation);
    assertThat(finetune.getTextEditText())
        .isEqualTo("finetune ${1:sft} {\n  model: ${2:flan}\n  data:  $3\n}");

    CompletionList models = complete(2, 18);
    assertThat(item(models, "flan").getPreselect()).isTrue();
    assertThat(item(models, "unknown").getPreselect()).isNull();
    assertThat(client.end()).isZero();
  }

  @Test
  void givesAPlainClientAllOfItAtOnce() throws Exception {
    CompletionOptions options =
        client
            .initialize(with(new TextDocumentClientCapabilities()))
            .getCapabilities()
            .getCompletionProvider();
    assertThat(options.getResolveProvider()).isFalse();
    client.open(uri, "fine\nmodel m { id: \"\" }\n");

    CompletionList list = complete(0, 4);
    CompletionItem finetune = item(list, "finetune");
    assertThat(list.getItemDefaults()).isNull();
    assertThat(finetune.getInsertTextFormat()).isNull();
    assertThat(finetune.getInsertTextMode()).isNull();
    assertThat(finetune.getLabelDetails()).isNull();
    assertThat(finetune.getCommitCharacters()).isNull();
    assertThat(finetune.getDetail()).isEqualTo("Fine-tuning");
    assertThat(finetune.getTextEdit().getLeft().getNewText()).isEqualTo("finetune ");
    assertThat(finetune.getTextEdit().getLeft().getRange()).isEqualTo(range(0, 0, 4));
    assertThat(finetune.getDocumentation().getRight().getKind()).isEqualTo(MarkupKind.PLAINTEXT);
    assertThat(list.getItems())
        .noneMatch(item -> item.getLabel().equals("align dpo"))
        .noneMatch(item -> item.getTextEdit().getLeft().getNewText().contains("$"));

    assertThat(item(complete(1, 15), "Qwen/Qwen3-8B").getTextEdit().getLeft().getRange())
        .isEqualTo(range(1, 15, 15));
    assertThat(client.end()).isZero();
  }

  @Test
  void offersFilesOfTheWorkspaceOnly() throws Exception {
    Files.createDirectories(folder.resolve("house"));
    Files.writeString(folder.resolve("house/hardware.genplan"), "compute c { }\n");
    Files.writeString(folder.resolve("notes.txt"), "");
    client.initialize(with(able()));
    client.open(uri, "import \"\"\n");

    CompletionParams params =
        new CompletionParams(
            new TextDocumentIdentifier(uri),
            new Position(0, 8),
            new CompletionContext(CompletionTriggerKind.TriggerCharacter, "\""));
    assertThat(
            TestClient.await(client.server().getTextDocumentService().completion(params))
                .getRight()
                .getItems())
        .extracting(CompletionItem::getLabel)
        .containsExactly("house/hardware.genplan");
    assertThat(client.end()).isZero();
  }

  private List<CompletionItem> afterSpace(int line, int column) {
    CompletionParams params =
        new CompletionParams(
            new TextDocumentIdentifier(uri),
            new Position(line, column),
            new CompletionContext(CompletionTriggerKind.TriggerCharacter, " "));
    return TestClient.await(client.server().getTextDocumentService().completion(params))
        .getRight()
        .getItems();
  }

  @Test
  void doesNotAskWhereASpaceIndents() throws Exception {
    client.initialize(with(able()));
    client.open(uri, "finetune f {\n \n}\nfinetune g { }\n");

    assertThat(afterSpace(1, 1)).isEmpty();
    assertThat(afterSpace(3, 13)).isNotEmpty();
    assertThat(client.end()).isZero();
  }

  @Test
  void opensTheListAgainForThoseWhoCan() throws Exception {
    JsonObject experimental =
        JsonParser.parseString("{\"commands\": {\"commands\": [\"editor.action.triggerSuggest\"]}}")
            .getAsJsonObject();
    InitializeParams params = with(able());
    params.getCapabilities().setExperimental(experimental);
    client.initialize(params);
    client.open(uri, "deploy d {\n  \n}\n");

    CompletionList list = complete(1, 2);
    assertThat(item(list, "gate").getCommand().getCommand())
        .isEqualTo("editor.action.triggerSuggest");
    assertThat(item(list, "serving").getCommand()).isNull();
    assertThat(client.end()).isZero();
  }

  private SignatureHelp signature(int line, int column) {
    return TestClient.await(
        client
            .server()
            .getTextDocumentService()
            .signatureHelp(
                new SignatureHelpParams(
                    new TextDocumentIdentifier(uri), new Position(line, column))));
  }

  @Test
  void showsSignatures() throws Exception {
    assertThat(
            client
                .initialize(with(able()))
                .getCapabilities()
                .getSignatureHelpProvider()
                .getTriggerCharacters())
        .containsExactly("{", ",");
    client.open(uri, "finetune f { method: lora { rank: 16,  } }\n");

    SignatureHelp help = signature(0, 38);
    assertThat(help.getSignatures()).hasSize(1);
    assertThat(help.getSignatures().get(0).getLabel()).startsWith("lora { rank: integer, ");
    assertThat(help.getSignatures().get(0).getActiveParameter()).isEqualTo(1);
    assertThat(help.getActiveParameter()).isEqualTo(1);
    assertThat(help.getSignatures().get(0).getParameters().get(0).getLabel().getRight())
        .isEqualTo(Tuple.two(7, 20));
    assertThat(signature(0, 13)).isNull();
    assertThat(client.end()).isZero();
  }

  @Test
  void showsSignaturesToPlainClients() throws Exception {
    client.initialize(with(new TextDocumentClientCapabilities()));
    client.open(uri, "finetune f { method: lora { rank: 16,  } }\n");

    SignatureHelp help = signature(0, 38);
    assertThat(help.getSignatures().get(0).getActiveParameter()).isNull();
    assertThat(help.getSignatures().get(0).getParameters().get(0).getLabel().getLeft())
        .isEqualTo("rank: integer");
    assertThat(
            help.getSignatures()
                .get(0)
                .getParameters()
                .get(0)
                .getDocumentation()
                .getRight()
                .getKind())
        .isEqualTo(MarkupKind.PLAINTEXT);
    assertThat(client.end()).isZero();
  }

  @Test
  void explainsFindingsOnHover() throws Exception {
    client.initialize(with(able()));
    client.open(uri, "project p { goal: \"g\" }\nmodel lonely { license: mit }\n");
    client.findings(uri, 1);

    Hover hover =
        TestClient.await(
            client
                .server()
                .getTextDocumentService()
                .hover(new HoverParams(new TextDocumentIdentifier(uri), new Position(1, 8))));
    assertThat(hover.getRange()).isEqualTo(range(1, 6, 12));
    assertThat(hover.getContents().getRight().getValue())
        .startsWith("```genplan\nmodel lonely\n```")
        .contains("`unused-declaration`: ");
    assertThat(client.end()).isZero();
  }
}
