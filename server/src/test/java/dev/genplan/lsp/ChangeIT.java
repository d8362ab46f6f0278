package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeActionResolveSupportCapabilities;
import org.eclipse.lsp4j.CodeActionTriggerKind;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentRangesFormattingParams;
import org.eclipse.lsp4j.FileOperationsWorkspaceCapabilities;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RangeFormattingCapabilities;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes documents, asked of the packaged server over its pipes. */
class ChangeIT {

  private static final FormattingOptions OPTIONS = new FormattingOptions(4, false);

  @TempDir Path folder;
  private String uri;
  private TestClient client;

  @BeforeEach
  void start() throws Exception {
    uri = uri("plan.genplan");
    client = TestClient.start();
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private String uri(String name) {
    return folder.resolve(name).toUri().toString();
  }

  private InitializeParams plain() {
    InitializeParams params = new InitializeParams();
    params.setCapabilities(new ClientCapabilities());
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "w")));
    return params;
  }

  private InitializeParams able() {
    CodeActionCapabilities action = new CodeActionCapabilities();
    action.setCodeActionLiteralSupport(new CodeActionLiteralSupportCapabilities());
    action.setIsPreferredSupport(true);
    action.setDisabledSupport(true);
    action.setDataSupport(true);
    action.setResolveSupport(new CodeActionResolveSupportCapabilities(List.of("edit")));
    RangeFormattingCapabilities ranges = new RangeFormattingCapabilities();
    ranges.setRangesSupport(true);
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    text.setCodeAction(action);
    text.setRename(new RenameCapabilities(true, false));
    text.setRangeFormatting(ranges);
    WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(true);
    edits.setSnippetEditSupport(true);
    FileOperationsWorkspaceCapabilities files = new FileOperationsWorkspaceCapabilities();
    files.setWillRename(true);
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setWorkspaceEdit(edits);
    workspace.setFileOperations(files);
    InitializeParams params = plain();
    params.setLocale("en");
    params.setCapabilities(new ClientCapabilities(workspace, text, null));
    return params;
  }

  private TextDocumentIdentifier document() {
    return new TextDocumentIdentifier(uri);
  }

  private TextDocumentService documents() {
    return client.server().getTextDocumentService();
  }

  private static Range range(int line, int from, int toLine, int to) {
    return new Range(new Position(line, from), new Position(toLine, to));
  }

  private static List<TextDocumentEdit> changes(WorkspaceEdit edit) {
    return edit.getDocumentChanges().stream().map(change -> change.getLeft()).toList();
  }

  @Test
  void tellsWhatItCanChange() {
    InitializeResult result = client.initialize(able());

    assertThat(result.getCapabilities().getRenameProvider().getRight().getPrepareProvider())
        .isTrue();
    assertThat(result.getCapabilities().getCodeActionProvider().getRight().getCodeActionKinds())
        .containsExactly(
            "quickfix",
            "refactor.extract",
            "refactor.inline",
            "refactor.rewrite",
            "source.organizeImports",
            "source.fixAll.genplan");
    assertThat(
            result
                .getCapabilities()
                .getWorkspace()
                .getFileOperations()
                .getWillRename()
                .getFilters())
        .extracting(filter -> filter.getPattern().getGlob())
        .containsExactly("**/*.genplan", "**");
    assertThat(result.getCapabilities().getDocumentOnTypeFormattingProvider())
        .extracting(on -> on.getFirstTriggerCharacter(), on -> on.getMoreTriggerCharacter())
        .containsExactly("\n", List.of("}"));
  }

  @Test
  void tellsAPlainClientNoMoreThanItKnows() {
    InitializeResult result = client.initialize(plain());

    assertThat(result.getCapabilities().getRenameProvider().getLeft()).isTrue();
    assertThat(result.getCapabilities().getCodeActionProvider()).isNull();
  }

  @Test
  void renamesInOpenAndClosedFilesIntoChinese() throws Exception {
    Files.writeString(folder.resolve("house.genplan"), "/// 🙂\nmodel flan { }\n");
    Files.writeString(
        folder.resolve("closed.genplan"),
        "import \"house.genplan\"\r\nprompt p { model: flan }\r\n");
    client.initialize(able());
    client.open(uri, "import \"house.genplan\"\nprompt q { model: flan }\n");

    Position at = new Position(1, 20);
    PrepareRenameResult prepared =
        TestClient.await(documents().prepareRename(new PrepareRenameParams(document(), at)))
            .getSecond();
    assertThat(prepared.getPlaceholder()).isEqualTo("flan");
    assertThat(prepared.getRange()).isEqualTo(range(1, 18, 1, 22));

    WorkspaceEdit edit =
        TestClient.await(documents().rename(new RenameParams(document(), at, "基座")));
    assertThat(changes(edit))
        .extracting(
            change -> change.getTextDocument().getUri(),
            change -> change.getTextDocument().getVersion(),
            change -> change.getEdits().get(0).getLeft())
        .containsExactlyInAnyOrder(
            tuple(uri("house.genplan"), null, new TextEdit(range(1, 6, 1, 10), "基座")),
            tuple(uri("closed.genplan"), null, new TextEdit(range(1, 18, 1, 22), "基座")),
            tuple(uri, 1, new TextEdit(range(1, 18, 1, 22), "基座")));
  }

  @Test
  void saysWhySomethingCannotBeRenamed() {
    InitializeParams params = able();
    params.setLocale("zh-CN");
    client.initialize(params);
    client.open(uri, "model flan { }\nmodel t5 { }\n");

    assertThatThrownBy(
            () ->
                TestClient.await(
                    documents()
                        .prepareRename(new PrepareRenameParams(document(), new Position(0, 2)))))
        .hasMessageContaining("`model` 是语言本身的词");
    assertThatThrownBy(
            () ->
                TestClient.await(
                    documents().rename(new RenameParams(document(), new Position(0, 8), "t5"))))
        .hasMessageContaining("`t5` 已在 `plan.genplan` 中声明");
  }

  @Test
  void mendsImportsBeforeAFileIsRenamed() throws Exception {
    Files.createDirectory(folder.resolve("a"));
    Files.writeString(folder.resolve("a/house.genplan"), "model flan { }\n");
    client.initialize(able());
    client.open(uri, "import \"a/house.genplan\"\nprompt q { model: flan }\n");

    WorkspaceEdit edit =
        TestClient.await(
            client
                .server()
                .getWorkspaceService()
                .willRenameFiles(
                    new RenameFilesParams(List.of(new FileRename(uri("a"), uri("公司"))))));
    assertThat(changes(edit).get(0).getEdits().get(0).getLeft())
        .isEqualTo(new TextEdit(range(0, 7, 0, 24), "\"公司/house.genplan\""));
  }

  @Test
  void formatsRangesAndWhatWasTyped() {
    client.initialize(able());
    client.open(uri, "model  a {}\n\nmodel  b {}\n\nmodel  c {}\n\nfinetune f {\n");

    assertThat(
            TestClient.await(
                documents()
                    .rangeFormatting(
                        new DocumentRangeFormattingParams(document(), OPTIONS, range(0, 0, 0, 3)))))
        .containsExactly(new TextEdit(range(0, 6, 0, 7), ""));
    assertThat(
            TestClient.await(
                documents()
                    .rangesFormatting(
                        new DocumentRangesFormattingParams(
                            document(),
                            OPTIONS,
                            List.of(range(0, 0, 0, 3), range(4, 0, 4, 3), range(0, 1, 0, 2))))))
        .containsExactly(new TextEdit(range(0, 6, 0, 7), ""), new TextEdit(range(4, 6, 4, 7), ""));
    assertThat(
            TestClient.await(
                documents()
                    .onTypeFormatting(
                        new DocumentOnTypeFormattingParams(
                            document(), OPTIONS, new Position(7, 0), "\n"))))
        .containsExactly(new TextEdit(range(7, 0, 7, 0), "  "));
  }

  private List<CodeAction> actions(Range range, CodeActionContext context) {
    return TestClient.await(
            documents().codeAction(new CodeActionParams(document(), range, context)))
        .stream()
        .map(either -> either.getRight())
        .toList();
  }

  private static CodeAction titled(List<CodeAction> actions, String title) {
    return actions.stream()
        .filter(action -> action.getTitle().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError(actions.stream().map(CodeAction::getTitle).toList()));
  }

  @Test
  void resolvesAnActionWhenItIsChosen() {
    client.initialize(able());
    client.open(
        uri,
        "project p { goal: \"x\" }\nmodel m { id: \"Qwen/Qwen3-8B\" }\ndeploy d { model: m }\n");
    CodeAction allow =
        titled(
            actions(range(2, 7, 2, 7), new CodeActionContext(List.of())),
            "Allow `deploy-without-monitoring` in `d`, with a reason");
    assertThat(allow.getEdit()).isNull();
    assertThat(allow.getKind()).isEqualTo("quickfix");
    assertThat(allow.getDiagnostics())
        .extracting(found -> found.getCode().getLeft())
        .containsExactly("deploy-without-monitoring");

    SnippetTextEdit edit =
        changes(TestClient.await(documents().resolveCodeAction(allow)).getEdit())
            .get(0)
            .getEdits()
            .get(0)
            .getRight();
    assertThat(edit.getSnippet().getKind()).isEqualTo("snippet");
    assertThat(edit.getSnippet().getValue())
        .isEqualTo(", allow deploy-without-monitoring: \"${1:why it is right here}\"");

    client.change(uri, 2, 0, 0, 0, "\n");
    assertThatThrownBy(() -> TestClient.await(documents().resolveCodeAction(allow)))
        .hasMessageContaining("the document has changed");
  }

  @Test
  void givesWholeActionsToAClientThatResolvesNone() {
    InitializeParams params = able();
    params.getCapabilities().getTextDocument().getCodeAction().setResolveSupport(null);
    params.getCapabilities().getWorkspace().getWorkspaceEdit().setSnippetEditSupport(false);
    client.initialize(params);
    client.open(uri, "finetune f { epoch: 3 }\n");

    CodeActionContext context = new CodeActionContext(List.of(), List.of("source.fixAll"));
    assertThat(actions(range(0, 0, 0, 0), context))
        .singleElement()
        .satisfies(
            action -> {
              assertThat(action.getKind()).isEqualTo("source.fixAll.genplan");
              assertThat(changes(action.getEdit()).get(0).getEdits().get(0).getLeft().getNewText())
                  .isEqualTo("s");
            });
  }

  @Test
  void offersWhatIsForTheFileOnlyToThoseWhoAsk() {
    client.initialize(able());
    client.open(uri, "finetune f { epoch: 3 }\n");
    CodeActionContext automatic = new CodeActionContext(List.of());
    automatic.setTriggerKind(CodeActionTriggerKind.Automatic);
    CodeActionContext asked = new CodeActionContext(List.of());
    asked.setTriggerKind(CodeActionTriggerKind.Invoked);

    assertThat(actions(range(0, 14, 0, 14), automatic))
        .extracting(CodeAction::getKind)
        .contains("quickfix")
        .doesNotContain("source.fixAll.genplan");
    assertThat(actions(range(0, 14, 0, 14), asked))
        .extracting(CodeAction::getKind)
        .contains("quickfix", "source.fixAll.genplan");
    assertThat(actions(range(0, 14, 0, 14), new CodeActionContext(List.of(), List.of("refactor"))))
        .extracting(CodeAction::getKind)
        .containsOnly("refactor.rewrite");
  }
}
