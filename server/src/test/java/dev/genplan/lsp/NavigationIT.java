package dev.genplan.lsp;

import static dev.genplan.lsp.TestClient.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DeclarationCapabilities;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkCapabilities;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintCapabilities;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.InlayHintResolveSupportCapabilities;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensCapabilities;
import org.eclipse.lsp4j.SemanticTokensClientCapabilitiesRequests;
import org.eclipse.lsp4j.SemanticTokensClientCapabilitiesRequestsFull;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SemanticTokensWorkspaceCapabilities;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SymbolCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TypeDefinitionParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.WorkspaceSymbolResolveSupportCapabilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding one's way, over the pipes of the packaged server. */
class NavigationIT {

  private static final String LIBRARY = "/// 小模型\r\nmodel flan { id: \"google/flan-t5-base\" }\r\n";
  private static final String PLAN =
      """
      import "library.genplan"
      dataset 对话 {
        source: "hf://knkarthick/dialogsum" // 🙂
        split train { size: 10 examples }
      }
      evaluate base { model: flan, metrics { rougeL >= 40% } }
      finetune sft {
        model: flan, data: 对话.train
        when: base.fails
        description: \"""
          多行
        \"""
      }
      """;

  @TempDir Path folder;
  private String library;
  private String uri;
  private TestClient client;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("library.genplan"), LIBRARY);
    Files.writeString(
        folder.resolve("other.genplan"), "import \"library.genplan\"\nprompt p { model: flan }\n");
    library = folder.resolve("library.genplan").toUri().toString();
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
    params.setCapabilities(new ClientCapabilities());
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "w")));
    return params;
  }

  /** A client that can do all that the server makes use of. */
  private InitializeParams able() {
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    text.setDeclaration(new DeclarationCapabilities(false, true));
    text.setDocumentLink(new DocumentLinkCapabilities(false, true));
    FoldingRangeCapabilities folding = new FoldingRangeCapabilities();
    folding.setLineFoldingOnly(true);
    folding.setRangeLimit(2);
    text.setFoldingRange(folding);
    text.setSemanticTokens(
        new SemanticTokensCapabilities(
            new SemanticTokensClientCapabilitiesRequests(
                new SemanticTokensClientCapabilitiesRequestsFull(true), true),
            List.of(
                SemanticTokenTypes.Keyword,
                SemanticTokenTypes.Class,
                SemanticTokenTypes.String,
                SemanticTokenTypes.Property),
            List.of(SemanticTokenModifiers.Declaration),
            List.of("relative")));
    InlayHintCapabilities hints = new InlayHintCapabilities(false);
    hints.setResolveSupport(
        new InlayHintResolveSupportCapabilities(List.of("tooltip", "label.location")));
    text.setInlayHint(hints);
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    SymbolCapabilities symbols = new SymbolCapabilities();
    symbols.setResolveSupport(
        new WorkspaceSymbolResolveSupportCapabilities(List.of("location.range")));
    workspace.setSymbol(symbols);
    JsonArray names = new JsonArray();
    names.add(new JsonPrimitive("genplan.showReferences"));
    JsonObject commands = new JsonObject();
    commands.add("commands", names);
    JsonObject experimental = new JsonObject();
    experimental.add("commands", commands);
    InitializeParams params = plain();
    params.setCapabilities(new ClientCapabilities(workspace, text, experimental));
    return params;
  }

  private TextDocumentIdentifier document() {
    return new TextDocumentIdentifier(uri);
  }

  private static Range range(int line, int from, int to) {
    return new Range(new Position(line, from), new Position(line, to));
  }

  /** In {@code flan} of the fine-tuning. */
  private static final Position FLAN = new Position(7, 10);

  @Test
  void leadsToOtherFiles() throws Exception {
    client.initialize(able());
    client.open(uri, PLAN);
    Location declared = new Location(library, range(1, 6, 10));

    var text = client.server().getTextDocumentService();
    assertThat(await(text.definition(new DefinitionParams(document(), FLAN))).getLeft())
        .isEqualTo(List.of(declared));
    assertThat(await(text.declaration(new DeclarationParams(document(), FLAN))).getRight())
        .isEqualTo(
            List.of(
                new LocationLink(
                    library,
                    new Range(new Position(1, 0), new Position(1, 40)),
                    declared.getRange(),
                    range(7, 9, 13))));
    assertThat(
            await(text.typeDefinition(new TypeDefinitionParams(document(), new Position(6, 10))))
                .getLeft())
        .isEqualTo(List.of(declared));
    List<? extends Location> built =
        await(text.implementation(new ImplementationParams(document(), FLAN))).getLeft();
    assertThat(built)
        .extracting(Location::getUri, Location::getRange)
        .containsExactlyInAnyOrder(
            tuple(uri, range(6, 9, 12)),
            tuple(folder.resolve("other.genplan").toUri().toString(), range(1, 7, 8)));
    assertThat(client.end()).isZero();
  }

  private List<? extends Location> references(boolean declaration) {
    return await(
        client
            .server()
            .getTextDocumentService()
            .references(new ReferenceParams(document(), FLAN, new ReferenceContext(declaration))));
  }

  @Test
  void findsReferencesInFilesThatAreNotOpen() throws Exception {
    client.initialize(plain());
    client.open(uri, PLAN);
    String other = folder.resolve("other.genplan").toUri().toString();

    List<Location> used =
        List.of(
            new Location(other, range(1, 18, 22)),
            new Location(uri, range(5, 23, 27)),
            new Location(uri, range(7, 9, 13)));
    assertThat(references(false)).isEqualTo(used);
    List<Location> all = new ArrayList<>(used);
    all.add(0, new Location(library, range(1, 6, 10)));
    assertThat(references(true)).isEqualTo(all);

    client.open(other, "import \"library.genplan\"\n\nprompt p { model: flan }\n");
    assertThat(references(false).get(0)).isEqualTo(new Location(other, range(2, 18, 22)));
    List<? extends DocumentHighlight> highlights =
        await(
            client
                .server()
                .getTextDocumentService()
                .documentHighlight(new DocumentHighlightParams(document(), new Position(7, 22))));
    assertThat(highlights)
        .extracting(DocumentHighlight::getRange, DocumentHighlight::getKind)
        .containsExactly(
            tuple(range(1, 8, 10), DocumentHighlightKind.Write),
            tuple(range(7, 21, 23), DocumentHighlightKind.Read));
    assertThat(client.end()).isZero();
  }

  @Test
  void findsSymbolsInAllFiles() throws Exception {
    client.initialize(able());
    client.open(uri, PLAN);
    var workspace = client.server().getWorkspaceService();

    List<? extends WorkspaceSymbol> found =
        await(workspace.symbol(new WorkspaceSymbolParams("fl"))).getRight();
    assertThat(found).extracting(WorkspaceSymbol::getName).containsExactly("flan");
    assertThat(found.get(0).getLocation().getRight().getUri()).isEqualTo(library);
    WorkspaceSymbol resolved = await(workspace.resolveWorkspaceSymbol(found.get(0)));
    assertThat(resolved.getLocation().getLeft()).isEqualTo(new Location(library, range(1, 6, 10)));

    assertThat(await(workspace.symbol(new WorkspaceSymbolParams("train"))).getRight())
        .extracting(WorkspaceSymbol::getName, WorkspaceSymbol::getContainerName)
        .containsExactly(tuple("train", "对话"));
    assertThat(client.end()).isZero();
  }

  @Test
  void givesWholeSymbolsToClientsThatAskNoMore() throws Exception {
    client.initialize(plain());
    client.open(uri, PLAN);
    List<? extends WorkspaceSymbol> found =
        await(client.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("")))
            .getRight();
    assertThat(found)
        .extracting(WorkspaceSymbol::getName)
        .containsExactly("base", "flan", "p", "sft", "train", "对话");
    assertThat(found.get(1).getLocation().getLeft())
        .isEqualTo(new Location(library, range(1, 6, 10)));
    assertThat(client.end()).isZero();
  }

  @Test
  void showsWhatFlowsWhere() throws Exception {
    client.initialize(plain());
    client.open(uri, PLAN);
    var text = client.server().getTextDocumentService();

    List<CallHierarchyItem> items =
        await(text.prepareCallHierarchy(new CallHierarchyPrepareParams(document(), FLAN)));
    assertThat(items).hasSize(1);
    CallHierarchyItem flan = items.get(0);
    assertThat(flan.getName()).isEqualTo("flan");
    assertThat(flan.getUri()).isEqualTo(library);
    assertThat(flan.getSelectionRange()).isEqualTo(range(1, 6, 10));
    assertThat(await(text.callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(flan))))
        .isEmpty();
    assertThat(await(text.callHierarchyOutgoingCalls(new CallHierarchyOutgoingCallsParams(flan))))
        .extracting(call -> call.getTo().getName(), CallHierarchyOutgoingCall::getFromRanges)
        .containsExactly(
            tuple("p", List.of(range(1, 6, 10))),
            tuple("base", List.of(range(1, 6, 10))),
            tuple("sft", List.of(range(1, 6, 10))));

    CallHierarchyItem sft =
        await(
                text.prepareCallHierarchy(
                    new CallHierarchyPrepareParams(document(), new Position(6, 10))))
            .get(0);
    assertThat(await(text.callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(sft))))
        .extracting(call -> call.getFrom().getName(), CallHierarchyIncomingCall::getFromRanges)
        .containsExactly(
            tuple("flan", List.of(range(1, 6, 10))), tuple("对话.train", List.of(range(7, 21, 29))));
    assertThat(client.end()).isZero();
  }

  @Test
  void linksFoldsAndSelects() throws Exception {
    client.initialize(able());
    client.open(uri, PLAN);
    var text = client.server().getTextDocumentService();

    assertThat(await(text.documentLink(new DocumentLinkParams(document()))))
        .extracting(DocumentLink::getRange, DocumentLink::getTarget, DocumentLink::getTooltip)
        .containsExactly(
            tuple(range(0, 7, 24), library, "Open the imported file"),
            tuple(
                range(2, 11, 36),
                "https://huggingface.co/datasets/knkarthick/dialogsum",
                "Open on Hugging Face"));
    assertThat(await(text.foldingRange(new FoldingRangeRequestParams(document()))))
        .extracting(FoldingRange::getStartLine, FoldingRange::getEndLine)
        .containsExactly(tuple(1, 3), tuple(6, 11));
    List<SelectionRange> selections =
        await(
            text.selectionRange(
                new SelectionRangeParams(document(), List.of(new Position(8, 15), FLAN))));
    assertThat(selections)
        .extracting(SelectionRange::getRange)
        .containsExactly(range(8, 13, 18), range(7, 9, 13));
    assertThat(selections.get(0).getParent().getRange()).isEqualTo(range(8, 8, 18));
    assertThat(client.end()).isZero();
  }

  /** The tokens as line, column, length, type, modifiers, each line of the text apart. */
  private static List<String> decode(List<Integer> data, ServerCapabilities server) {
    List<String> types = server.getSemanticTokensProvider().getLegend().getTokenTypes();
    List<String> modifiers = server.getSemanticTokensProvider().getLegend().getTokenModifiers();
    List<String> tokens = new ArrayList<>();
    int line = 0;
    int column = 0;
    for (int i = 0; i < data.size(); i += 5) {
      column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
      line += data.get(i);
      StringBuilder token = new StringBuilder();
      token.append(line).append(':').append(column).append('+').append(data.get(i + 2));
      token.append(' ').append(types.get(data.get(i + 3)));
      for (int bit = 0; bit < modifiers.size(); bit++) {
        token.append((data.get(i + 4) >> bit & 1) == 1 ? " " + modifiers.get(bit) : "");
      }
      tokens.add(token.toString());
    }
    return tokens;
  }

  @Test
  void givesOnlyTokensThatTheClientKnows() throws Exception {
    ServerCapabilities server = client.initialize(able()).getCapabilities();
    assertThat(server.getSemanticTokensProvider().getLegend().getTokenTypes())
        .containsExactly("keyword", "property", "string", "class");
    assertThat(server.getSemanticTokensProvider().getLegend().getTokenModifiers())
        .containsExactly("declaration", "unused", "conditional");
    client.open(uri, PLAN);
    var text = client.server().getTextDocumentService();

    SemanticTokens tokens = await(text.semanticTokensFull(new SemanticTokensParams(document())));
    assertThat(decode(tokens.getData(), server))
        .startsWith("0:0+6 keyword", "0:7+17 string", "1:0+7 keyword", "2:2+6 property")
        .endsWith(
            "6:0+8 keyword",
            "6:9+3 class declaration conditional",
            "7:2+5 property",
            "7:9+4 class",
            "7:15+4 property",
            "8:2+4 property",
            "9:2+11 property",
            "9:15+3 string",
            "10:0+6 string",
            "11:0+5 string");
    Range lines = new Range(new Position(7, 8), new Position(8, 3));
    SemanticTokens part =
        await(text.semanticTokensRange(new SemanticTokensRangeParams(document(), lines)));
    assertThat(decode(part.getData(), server))
        .containsExactly("7:9+4 class", "7:15+4 property", "8:2+4 property");
    assertThat(client.end()).isZero();
  }

  @Test
  void saysWhatIsDifferentAfterAKey() throws Exception {
    client.initialize(able());
    client.open(uri, PLAN);
    var text = client.server().getTextDocumentService();
    SemanticTokens before = await(text.semanticTokensFull(new SemanticTokensParams(document())));

    client.change(uri, 2, 10, 5, 5, "x");
    SemanticTokensDelta delta =
        await(
                text.semanticTokensFullDelta(
                    new SemanticTokensDeltaParams(document(), before.getResultId())))
            .getRight();
    SemanticTokens after = await(text.semanticTokensFull(new SemanticTokensParams(document())));
    assertThat(delta.getEdits()).hasSize(1);
    assertThat(delta.getEdits().get(0).getDeleteCount()).isEqualTo(5);
    assertThat(applied(before.getData(), delta.getEdits())).isEqualTo(after.getData());

    assertThat(
            await(
                    text.semanticTokensFullDelta(
                        new SemanticTokensDeltaParams(document(), after.getResultId())))
                .getRight()
                .getEdits())
        .isEmpty();
    assertThat(
            await(
                    text.semanticTokensFullDelta(
                        new SemanticTokensDeltaParams(document(), "forgotten")))
                .getLeft()
                .getData())
        .isEqualTo(after.getData());
    assertThat(client.end()).isZero();
  }

  private static List<Integer> applied(List<Integer> data, List<SemanticTokensEdit> edits) {
    List<Integer> result = new ArrayList<>(data);
    for (SemanticTokensEdit edit : edits) {
      result.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount()).clear();
      result.addAll(edit.getStart(), edit.getData());
    }
    return result;
  }

  @Test
  void announcesNoTokensToThoseWhoKnowNone() throws Exception {
    ServerCapabilities server = client.initialize(plain()).getCapabilities();
    assertThat(server.getSemanticTokensProvider()).isNull();
    client.open(uri, PLAN);
    assertThat(
            await(
                    client
                        .server()
                        .getTextDocumentService()
                        .semanticTokensFull(new SemanticTokensParams(document())))
                .getData())
        .isEmpty();
    assertThat(client.end()).isZero();
  }

  @Test
  void explainsHintsLater() throws Exception {
    client.initialize(able());
    client.open(
        uri,
        """
        model m { }
        finetune sft { model: m }
        prompt p { model: m }
        evaluate e { model: p }
        """);
    var text = client.server().getTextDocumentService();
    Range all = new Range(new Position(0, 0), new Position(4, 0));

    List<InlayHint> hints = await(text.inlayHint(new InlayHintParams(document(), all)));
    assertThat(hints).hasSize(2);
    assertThat(hints.get(0).getLabel().getLeft()).isEqualTo("method: full");
    assertThat(hints.get(0).getPosition()).isEqualTo(new Position(1, 14));
    assertThat(hints.get(0).getTooltip()).isNull();
    assertThat(hints.get(0).getTextEdits().get(0).getNewText()).isEqualTo(" method: full,");
    assertThat(await(text.resolveInlayHint(hints.get(0))).getTooltip().getRight().getValue())
        .contains("Which weights are trained.");

    InlayHint system = await(text.resolveInlayHint(hints.get(1)));
    assertThat(system.getLabel().getRight().get(0).getValue()).isEqualTo(": system");
    assertThat(system.getLabel().getRight().get(0).getLocation())
        .isEqualTo(new Location(uri, range(2, 7, 8)));
    assertThat(client.end()).isZero();
  }

  private List<CodeLens> lenses() {
    var text = client.server().getTextDocumentService();
    List<CodeLens> resolved = new ArrayList<>();
    for (CodeLens lens : await(text.codeLens(new CodeLensParams(document())))) {
      assertThat(lens.getCommand()).isNull();
      resolved.add(await(text.resolveCodeLens(lens)));
    }
    return resolved;
  }

  @Test
  void countsReferencesAboveDeclarations() throws Exception {
    client.initialize(able());
    client.open(uri, LIBRARY);
    uri = library;
    client.open(library, LIBRARY);

    List<CodeLens> lenses = lenses();
    assertThat(lenses)
        .extracting(lens -> lens.getCommand().getTitle(), lens -> lens.getCommand().getCommand())
        .containsExactly(
            tuple("1 reference", "genplan.showReferences"),
            tuple("flows into p", "genplan.showReferences"));
    assertThat(lenses.get(0).getCommand().getArguments()).hasSize(3);
    assertThat(((JsonPrimitive) lenses.get(0).getCommand().getArguments().get(0)).getAsString())
        .isEqualTo(library);
    assertThat(client.end()).isZero();
  }

  @Test
  void onlyTellsClientsWithoutTheCommand() throws Exception {
    client.initialize(plain());
    client.open(uri, PLAN);
    assertThat(lenses())
        .extracting(lens -> lens.getCommand().getTitle(), lens -> lens.getCommand().getCommand())
        .contains(tuple("1 reference", ""), tuple("flows into sft", ""));
    assertThat(client.end()).isZero();
  }

  @Test
  void asksToAskAgainWhenAnotherFileHasChanged() throws Exception {
    InitializeParams params = able();
    WorkspaceClientCapabilities workspace = params.getCapabilities().getWorkspace();
    workspace.setSemanticTokens(new SemanticTokensWorkspaceCapabilities(true));
    workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
    client.initialize(params);
    client.open(uri, PLAN);
    client.open(library, LIBRARY);
    assertThat(client.refreshed()).isEqualTo("semantic tokens");
    assertThat(client.refreshed()).isEqualTo("code lenses");

    client.change(library, 2, 1, 6, 10, "flam");
    assertThat(client.refreshed()).isEqualTo("semantic tokens");
    assertThat(client.refreshed()).isEqualTo("code lenses");
    assertThat(client.end()).isZero();
  }

  @Test
  void showsNeitherHintsNorLensesToThoseWhoWantNone() throws Exception {
    InitializeParams params = able();
    JsonObject disabled = new JsonObject();
    disabled.addProperty("enabled", false);
    JsonObject settings = new JsonObject();
    settings.add("inlayHints", disabled);
    settings.add("codeLens", disabled);
    params.setInitializationOptions(settings);
    client.initialize(params);
    client.open(uri, PLAN);
    var text = client.server().getTextDocumentService();
    Range all = new Range(new Position(0, 0), new Position(12, 0));
    assertThat(await(text.inlayHint(new InlayHintParams(document(), all)))).isEmpty();
    assertThat(lenses()).isEmpty();
    assertThat(client.end()).isZero();
  }
}
