package dev.genplan.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a client has announced, and so what a server may say to it. */
final class Announced {

  /** What a server may send only to clients that have announced it. */
  private static final Map<String, String> MESSAGES =
      table(
          """
          workspace/configuration          workspace.configuration
          workspace/workspaceFolders       workspace.workspaceFolders
          workspace/applyEdit              workspace.applyEdit
          window/workDoneProgress/create   window.workDoneProgress
          window/showDocument              window.showDocument.support
          workspace/diagnostic/refresh     workspace.diagnostics.refreshSupport
          workspace/codeLens/refresh       workspace.codeLens.refreshSupport
          workspace/inlayHint/refresh      workspace.inlayHint.refreshSupport
          workspace/semanticTokens/refresh workspace.semanticTokens.refreshSupport
          workspace/foldingRange/refresh   workspace.foldingRange.refreshSupport
          """);

  /** Parts of the server's capabilities, and what a client must have announced for them. */
  private static final Map<String, String> OFFERS =
      table(
          """
          codeActionProvider.codeActionKinds            textDocument.codeAction.codeActionLiteralSupport
          codeActionProvider.resolveProvider            textDocument.codeAction.resolveSupport
          renameProvider.prepareProvider                textDocument.rename.prepareSupport
          inlayHintProvider.resolveProvider             textDocument.inlayHint.resolveSupport
          workspaceSymbolProvider.resolveProvider       workspace.symbol.resolveSupport
          diagnosticProvider                            textDocument.diagnostic
          semanticTokensProvider                        textDocument.semanticTokens
          documentRangeFormattingProvider.rangesSupport textDocument.rangeFormatting.rangesSupport
          workspace.fileOperations                      workspace.fileOperations
          """);

  /** Properties of structures, and what must be announced for them. */
  private static final Map<String, String> PROPERTIES =
      table(
          """
          CompletionItem.labelDetails     textDocument.completion.completionItem.labelDetailsSupport
          CompletionItem.commitCharacters textDocument.completion.completionItem.commitCharactersSupport
          CompletionItem.insertTextMode   textDocument.completion.completionItem.insertTextModeSupport
          CompletionItem.tags             textDocument.completion.completionItem.tagSupport
          CompletionItem.preselect        textDocument.completion.completionItem.preselectSupport
          InsertReplaceEdit.insert        textDocument.completion.completionItem.insertReplaceSupport
          CodeAction.isPreferred          textDocument.codeAction.isPreferredSupport
          CodeAction.disabled             textDocument.codeAction.disabledSupport
          CodeAction.data                 textDocument.codeAction.dataSupport
          CodeAction.kind                 textDocument.codeAction.codeActionLiteralSupport
          WorkspaceEdit.documentChanges   workspace.workspaceEdit.documentChanges
          WorkspaceEdit.changeAnnotations workspace.workspaceEdit.changeAnnotationSupport
          CreateFile.kind                 workspace.workspaceEdit.resourceOperations
          RenameFile.kind                 workspace.workspaceEdit.resourceOperations
          DeleteFile.kind                 workspace.workspaceEdit.resourceOperations
          SnippetTextEdit.snippet         workspace.workspaceEdit.snippetEditSupport
          DocumentSymbol.name             textDocument.documentSymbol.hierarchicalDocumentSymbolSupport
          DocumentLink.tooltip            textDocument.documentLink.tooltipSupport
          RelatedFullDocumentDiagnosticReport.relatedDocuments      textDocument.diagnostic.relatedDocumentSupport
          RelatedUnchangedDocumentDiagnosticReport.relatedDocuments textDocument.diagnostic.relatedDocumentSupport
          """);

  private final JsonObject client;

  Announced(JsonObject client) {
    this.client = client;
  }

  private static Map<String, String> table(String rows) {
    Map<String, String> table = new TreeMap<>();
    rows.lines()
        .map(row -> row.strip().split(" +"))
        .forEach(cells -> table.put(cells[0], cells[1]));
    return table;
  }

  private Optional<JsonElement> at(String path) {
    return Conversation.at(client, path).filter(it -> !isFalse(it));
  }

  private static boolean isFalse(JsonElement value) {
    return value.isJsonPrimitive()
        && value.getAsJsonPrimitive().isBoolean()
        && !value.getAsBoolean();
  }

  private boolean lists(String path, JsonElement value) {
    return at(path).filter(it -> it.getAsJsonArray().contains(value)).isPresent();
  }

  private void require(String path, String what, Collection<String> problems) {
    if (at(path).isEmpty()) {
      problems.add(what + " without the client's `" + path + "`");
    }
  }

  void mayBeSent(String method, JsonObject message, Collection<String> problems) {
    if (MESSAGES.containsKey(method)) {
      require(MESSAGES.get(method), method, problems);
    }
    if (method.equals("textDocument/publishDiagnostics")
        && at("textDocument.diagnostic").isPresent()) {
      problems.add("findings are pushed to a client that pulls them: " + message);
    }
  }

  void mayBeRegistered(String method, Collection<String> problems) {
    String name =
        method.equals("workspace/didChangeWorkspaceFolders")
            ? "workspace.workspaceFolders"
            : method.replace('/', '.') + ".dynamicRegistration";
    require(name, "registration of " + method, problems);
  }

  void mayBeOffered(JsonObject server, Collection<String> problems) {
    OFFERS.forEach(
        (offer, needed) ->
            Conversation.at(server, offer)
                .filter(it -> !isFalse(it))
                .ifPresent(it -> require(needed, offer, problems)));
    Conversation.at(server, "positionEncoding")
        .filter(it -> !it.getAsString().equals("utf-16"))
        .filter(it -> !lists("general.positionEncodings", it))
        .ifPresent(it -> problems.add("the client does not know the encoding " + it));
  }

  void mayContain(String structure, JsonObject value, String path, Collection<String> problems) {
    for (String property : value.keySet()) {
      String needed = PROPERTIES.get(structure + "." + property);
      if (needed != null) {
        require(needed, path + "." + property, problems);
      }
    }
    switch (structure) {
      case "CompletionItem" -> completionItem(value, path, problems);
      case "LocationLink" -> require(method(path) + ".linkSupport", path, problems);
      case "MarkupContent" -> markup(value, path, problems);
      case "Diagnostic" -> diagnostic(value, path, problems);
      case "FoldingRange" -> {
        if (at("textDocument.foldingRange.lineFoldingOnly").isPresent()
            && (value.has("startCharacter") || value.has("endCharacter"))) {
          problems.add(path + ": the client folds whole lines only");
        }
      }
      default -> {
        // Everybody can take it.
      }
    }
  }

  private static String method(String path) {
    int end = 0;
    while (end < path.length()
        && (Character.isLetter(path.charAt(end)) || path.charAt(end) == '/')) {
      end++;
    }
    return path.substring(0, end).replace('/', '.');
  }

  private void completionItem(JsonObject item, String path, Collection<String> problems) {
    if (item.has("insertTextFormat") && item.get("insertTextFormat").getAsInt() == 2) {
      require("textDocument.completion.completionItem.snippetSupport", path, problems);
    }
  }

  private void markup(JsonObject value, String path, Collection<String> problems) {
    String formats =
        switch (method(path)) {
          case "textDocument.hover" -> "textDocument.hover.contentFormat";
          case "textDocument.completion", "completionItem.resolve" ->
              "textDocument.completion.completionItem.documentationFormat";
          case "textDocument.signatureHelp" ->
              "textDocument.signatureHelp.signatureInformation.documentationFormat";
          default -> "";
        };
    if (!formats.isEmpty()
        && value.get("kind").getAsString().equals("markdown")
        && !lists(formats, value.get("kind"))) {
      problems.add(path + ": Markdown without the client's `" + formats + "`");
    }
  }

  private void diagnostic(JsonObject value, String path, Collection<String> problems) {
    // Both ways of delivery announce it, each for itself.
    String how =
        path.contains("iagnostic.") || path.startsWith("workspace/diagnostic")
            ? "textDocument.diagnostic"
            : "textDocument.publishDiagnostics";
    Map<String, String> needed =
        Map.of(
            "relatedInformation", "relatedInformation",
            "codeDescription", "codeDescriptionSupport",
            "data", "dataSupport");
    needed.forEach(
        (property, capability) -> {
          if (value.has(property)
              && List.of("textDocument.diagnostic", "textDocument.publishDiagnostics").stream()
                  .noneMatch(each -> at(each + "." + capability).isPresent())) {
            problems.add(path + "." + property + " without the client's `" + how + "`");
          }
        });
    if (value.has("tags")) {
      for (JsonElement tag : value.getAsJsonArray("tags")) {
        if (!lists(how + ".tagSupport.valueSet", tag)
            && !lists("textDocument.publishDiagnostics.tagSupport.valueSet", tag)) {
          problems.add(path + ": the client does not know the tag " + tag);
        }
      }
    }
  }
}
