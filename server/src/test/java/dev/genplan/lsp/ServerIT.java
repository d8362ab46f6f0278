package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DiagnosticsTagSupport;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged server as a real process, spoken to over its pipes. */
class ServerIT {

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

  /** A client that can do nothing but what everybody can. */
  private InitializeParams plain() {
    InitializeParams params = new InitializeParams();
    params.setProcessId((int) ProcessHandle.current().pid());
    params.setCapabilities(new ClientCapabilities());
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "w")));
    return params;
  }

  /** A client that can do all that the server makes use of. */
  private InitializeParams able() {
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    PublishDiagnosticsCapabilities diagnostics = new PublishDiagnosticsCapabilities(true);
    diagnostics.setTagSupport(
        new DiagnosticsTagSupport(List.of(DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated)));
    diagnostics.setCodeDescriptionSupport(true);
    diagnostics.setDataSupport(true);
    text.setPublishDiagnostics(diagnostics);
    CompletionItemCapabilities item = new CompletionItemCapabilities(true);
    item.setDocumentationFormat(List.of(MarkupKind.MARKDOWN));
    text.setCompletion(new CompletionCapabilities(item));
    text.setHover(new HoverCapabilities(List.of(MarkupKind.MARKDOWN, MarkupKind.PLAINTEXT), false));
    DefinitionCapabilities definition = new DefinitionCapabilities();
    definition.setLinkSupport(true);
    text.setDefinition(definition);
    DocumentSymbolCapabilities symbols = new DocumentSymbolCapabilities();
    symbols.setHierarchicalDocumentSymbolSupport(true);
    text.setDocumentSymbol(symbols);
    CodeActionCapabilities action = new CodeActionCapabilities();
    action.setCodeActionLiteralSupport(new CodeActionLiteralSupportCapabilities());
    action.setIsPreferredSupport(true);
    text.setCodeAction(action);
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(true);
    workspace.setWorkspaceEdit(edits);
    workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
    InitializeParams params = plain();
    params.setCapabilities(new ClientCapabilities(workspace, text, null));
    return params;
  }

  private static InitializeParams encoding(InitializeParams params, String encoding) {
    GeneralClientCapabilities general = new GeneralClientCapabilities();
    general.setPositionEncodings(List.of(encoding));
    params.getCapabilities().setGeneral(general);
    return params;
  }

  private TextDocumentIdentifier document() {
    return new TextDocumentIdentifier(uri);
  }

  private static Range range(int line, int from, int to) {
    return new Range(new Position(line, from), new Position(line, to));
  }

  @Test
  void tellsWhatItCan() throws Exception {
    InitializeResult result = client.initialize(able());

    assertThat(result.getServerInfo().getName()).isEqualTo("genplan");
    assertThat(result.getServerInfo().getVersion()).isNotBlank();
    assertThat(result.getCapabilities().getPositionEncoding()).isEqualTo("utf-16");
    assertThat(result.getCapabilities().getCodeActionProvider()).isNotNull();
    assertThat(client.end()).isZero();
  }

  @Test
  void publishesTheFindingsOfEachVersion() throws Exception {
    client.initialize(able());
    client.open(uri, "finetun sft {\n}\n");

    PublishDiagnosticsParams first = client.findings(uri, 1);
    assertThat(first.getDiagnostics()).hasSize(1);
    Diagnostic found = first.getDiagnostics().get(0);
    assertThat(found.getRange()).isEqualTo(range(0, 0, 7));
    assertThat(found.getCode().getLeft()).isEqualTo("unknown-kind");
    assertThat(found.getSource()).isEqualTo("genplan");
    assertThat(found.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
    assertThat(found.getMessage().getLeft())
        .isEqualTo("There is no kind `finetun`; did you mean `finetune`?");
    assertThat(((JsonObject) found.getData()).get("fixes").getAsJsonArray()).hasSize(1);

    client.change(uri, 2, 0, 0, 13, "model m {");
    assertThat(client.findings(uri, 2).getDiagnostics())
        .extracting(each -> each.getCode().getLeft())
        .doesNotContain("unknown-kind");

    client.close(uri);
    PublishDiagnosticsParams last = client.findings(each -> each.getVersion() == null);
    assertThat(last.getUri()).isEqualTo(uri);
    assertThat(last.getDiagnostics()).isEmpty();
    assertThat(client.end()).isZero();
  }

  @Test
  void followsImportsIntoBuffersAndFiles() throws Exception {
    String library = folder.resolve("library.genplan").toUri().toString();
    client.initialize(able());
    client.open(
        uri, "import \"library.genplan\"\nfinetune f { model: flan, data: d }\ndataset d { }\n");
    assertThat(codes(client.findings(uri, 1))).contains("import-not-found");

    Files.writeString(folder.resolve("library.genplan"), "model flam { }\n");
    client
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of()));
    PublishDiagnosticsParams onDisk =
        client.findings(found -> codes(found).contains("unknown-reference"));
    assertThat(onDisk.getUri()).isEqualTo(uri);
    assertThat(codes(onDisk)).doesNotContain("import-not-found");

    client.open(library, "model flan { }\n");
    assertThat(codes(client.findings(found -> found.getUri().equals(uri))))
        .doesNotContain("unknown-reference", "import-not-found");
    assertThat(client.registered()).hasSize(1);
    assertThat(client.end()).isZero();
  }

  private static List<String> codes(PublishDiagnosticsParams published) {
    return published.getDiagnostics().stream().map(found -> found.getCode().getLeft()).toList();
  }

  @ParameterizedTest
  @CsvSource({"utf-8, 38, 43", "utf-16, 32, 35", "utf-32, 31, 34"})
  void agreesOnUnitsOfColumns(String encoding, int start, int end) {
    InitializeResult result = client.initialize(encoding(able(), encoding));
    assertThat(result.getCapabilities().getPositionEncoding()).isEqualTo(encoding);

    client.open(uri, "model 模型 { description: \"🙂 x\", ro模: policy }\n");
    assertThat(client.findings(uri, 1).getDiagnostics())
        .filteredOn(found -> found.getCode().getLeft().equals("unknown-property"))
        .extracting(Diagnostic::getRange)
        .containsExactly(range(0, start, end));

    client.change(uri, 2, 0, start, end, "role");
    assertThat(codes(client.findings(uri, 2))).doesNotContain("unknown-property");
  }

  @Test
  void speaksChinese() {
    InitializeParams params = able();
    params.setLocale("zh-cn");
    client.initialize(params);
    client.open(uri, "finetun sft {\n}\n");

    assertThat(client.findings(uri, 1).getDiagnostics())
        .extracting(found -> found.getMessage().getLeft())
        .containsExactly("没有类别 `finetun`，是否想写 `finetune`？");
  }

  @Test
  void completesWhatIsBeingTyped() {
    client.initialize(able());
    client.open(uri, "model flan { }\nfinetune sft {\n  mod\n}\n");
    client.change(uri, 2, 2, 5, 5, "el: fl");

    List<CompletionItem> items = complete(2, 11);

    assertThat(items).extracting(CompletionItem::getLabel).startsWith("flan");
    assertThat(items.get(0).getTextEdit().getLeft())
        .isEqualTo(new TextEdit(range(2, 9, 11), "flan"));
    assertThat(items.get(0).getDocumentation().getRight().getKind()).isEqualTo(MarkupKind.MARKDOWN);
    assertThat(complete(3, 1)).isEmpty();
  }

  private List<CompletionItem> complete(int line, int column) {
    return TestClient.await(
            client
                .server()
                .getTextDocumentService()
                .completion(new CompletionParams(document(), new Position(line, column))))
        .getRight()
        .getItems();
  }

  @Test
  void explainsAndLeadsToDeclarations() {
    client.initialize(able());
    client.open(uri, "/// Small.\nmodel flan { }\nprompt p { model: flan }\n");

    Hover hover =
        TestClient.await(
            client
                .server()
                .getTextDocumentService()
                .hover(new HoverParams(document(), new Position(2, 19))));
    assertThat(hover.getRange()).isEqualTo(range(2, 18, 22));
    assertThat(hover.getContents().getRight().getValue())
        .isEqualTo("```genplan\nmodel flan\n```\n\nSmall.\n\nA model.\n\n- Used by `p`");

    LocationLink link =
        TestClient.await(
                client
                    .server()
                    .getTextDocumentService()
                    .definition(new DefinitionParams(document(), new Position(2, 19))))
            .getRight()
            .get(0);
    assertThat(link.getTargetUri()).isEqualTo(uri);
    assertThat(link.getTargetRange()).isEqualTo(range(1, 0, 14));
    assertThat(link.getTargetSelectionRange()).isEqualTo(range(1, 6, 10));
    assertThat(link.getOriginSelectionRange()).isEqualTo(range(2, 18, 22));
  }

  @Test
  void listsSymbolsAsATree() {
    client.initialize(able());
    client.open(uri, "dataset d {\n  split train { }\n}\n");

    List<Either<SymbolInformation, DocumentSymbol>> symbols = symbols();

    assertThat(symbols).hasSize(1);
    assertThat(symbols.get(0).getRight().getName()).isEqualTo("d");
    assertThat(symbols.get(0).getRight().getChildren())
        .extracting(DocumentSymbol::getName)
        .containsExactly("train");
  }

  private List<Either<SymbolInformation, DocumentSymbol>> symbols() {
    return TestClient.await(
        client
            .server()
            .getTextDocumentService()
            .documentSymbol(new DocumentSymbolParams(document())));
  }

  @Test
  void formats() {
    client.initialize(able());
    client.open(uri, "model   m{ }\n");

    List<? extends TextEdit> edits =
        TestClient.await(
            client
                .server()
                .getTextDocumentService()
                .formatting(
                    new DocumentFormattingParams(document(), new FormattingOptions(2, true))));

    assertThat(edits).isNotEmpty();
    assertThat(edits).allSatisfy(edit -> assertThat(edit.getNewText()).isBlank());
  }

  @Test
  void repairs() {
    client.initialize(able());
    client.open(uri, "finetun sft {\n}\n");

    List<CodeAction> actions =
        TestClient.await(
                client
                    .server()
                    .getTextDocumentService()
                    .codeAction(
                        new CodeActionParams(
                            document(), range(0, 3, 3), new CodeActionContext(List.of()))))
            .stream()
            .map(Either::getRight)
            .toList();

    assertThat(actions).hasSize(1);
    assertThat(actions.get(0).getTitle()).isEqualTo("Replace with `finetune`");
    assertThat(actions.get(0).getKind()).isEqualTo("quickfix");
    TextDocumentEdit edit = actions.get(0).getEdit().getDocumentChanges().get(0).getLeft();
    assertThat(edit.getTextDocument().getVersion()).isEqualTo(1);
    assertThat(edit.getEdits().get(0).getLeft())
        .isEqualTo(new TextEdit(range(0, 0, 7), "finetune"));
  }

  @Test
  void asksNothingOfAPlainClient() throws Exception {
    InitializeResult result = client.initialize(plain());
    assertThat(result.getCapabilities().getCodeActionProvider()).isNull();
    client.open(uri, "model flan { }\nfinetun sft { model: flan }\n");

    Diagnostic found = client.findings(uri, 1).getDiagnostics().get(0);
    assertThat(found.getData()).isNull();
    assertThat(found.getCodeDescription()).isNull();
    assertThat(found.getRelatedInformation()).isNull();
    assertThat(complete(0, 0)).allSatisfy(item -> assertThat(item.getInsertTextFormat()).isNull());
    assertThat(symbols().get(0).isLeft()).isTrue();
    assertThat(client.registered()).isEmpty();
    assertThat(client.end()).isZero();
  }

  @Test
  void sendsTheFindingsOfTheLastOfManyVersions() {
    client.initialize(able());
    client.open(uri, "model m { }\n");
    for (int version = 2; version <= 1000; version++) {
      client.change(uri, version, 0, 0, 0, "a");
    }

    assertThat(client.findings(uri, 1000).getDiagnostics())
        .extracting(Diagnostic::getRange)
        .containsExactly(range(0, 0, "model".length() + 999));
  }

  @Test
  void answersWhatIsNotCancelled() {
    client.initialize(able());
    client.open(uri, "model flan { }\nprompt p { model: flan }\n");
    List<CompletableFuture<Hover>> answers =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    client
                        .server()
                        .getTextDocumentService()
                        .hover(new HoverParams(document(), new Position(1, 19))))
            .toList();
    for (int i = 0; i < answers.size(); i += 2) {
      answers.get(i).cancel(true);
    }
    for (int i = 1; i < answers.size(); i += 2) {
      assertThat(TestClient.await(answers.get(i))).isNotNull();
    }
  }

  @Test
  void refusesRequestsBeforeItsStartAndAfterItsEnd() throws Exception {
    HoverParams anywhere = new HoverParams(document(), new Position(0, 0));
    assertThatThrownBy(
            () -> TestClient.await(client.server().getTextDocumentService().hover(anywhere)))
        .hasMessageContaining("not initialized yet");
    client.initialize(able());
    TestClient.await(client.server().shutdown());
    assertThatThrownBy(
            () -> TestClient.await(client.server().getTextDocumentService().hover(anywhere)))
        .hasMessageContaining("already shut down");
    client.server().exit();
    assertThat(client.exitCode()).isZero();
  }

  @Test
  void endsWithOneWithoutAShutdown() throws Exception {
    client.initialize(able());
    client.server().exit();

    assertThat(client.exitCode()).isEqualTo(1);
  }

  @Test
  void endsWithItsInput() throws Exception {
    client.initialize(able());
    client.process().getOutputStream().close();

    assertThat(client.exitCode()).isEqualTo(1);
  }

  @Test
  void endsWithTheProcessOfTheClient() throws Exception {
    try (TestClient editor = TestClient.start()) {
      InitializeParams params = able();
      params.setProcessId((int) editor.process().pid());
      client.initialize(params);
    }

    assertThat(client.exitCode()).isEqualTo(1);
  }

  @Test
  void livesOnAfterNonsense() throws Exception {
    client.initialize(able());
    client.send("{\"jsonrpc\":");
    client.open(uri, "model m { }\n");

    assertThat(symbols()).hasSize(1);
  }
}
