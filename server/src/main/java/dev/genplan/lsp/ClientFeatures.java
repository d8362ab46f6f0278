package dev.genplan.lsp;

import dev.genplan.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DiagnosticsTagSupport;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;

/**
 * What the client has announced, as far as it makes a difference. What it does not mention it does
 * not have.
 *
 * @param language of everything a person reads
 * @param positions units of columns
 * @param snippets whether completions may hold placeholders
 * @param markdownHover whether hovers may be Markdown
 * @param markdownCompletion whether documentation of completions may be Markdown
 * @param symbolTree whether document symbols may be nested
 * @param definitionLinks whether a definition may say which text leads to it
 * @param actionLiterals whether code actions need not be commands
 * @param preferredActions whether a code action may be marked as the one to take
 * @param versionedEdits whether an edit may say to which version of a document it applies
 * @param relatedPlaces whether a diagnostic may have related places
 * @param codeLinks whether a diagnostic's code may have a link
 * @param diagnosticData whether a diagnostic may carry data
 * @param diagnosticTags which tags diagnostics may have
 * @param watchesFiles whether it can be asked to watch files
 */
record ClientFeatures(
    Language language,
    Positions positions,
    boolean snippets,
    boolean markdownHover,
    boolean markdownCompletion,
    boolean symbolTree,
    boolean definitionLinks,
    boolean actionLiterals,
    boolean preferredActions,
    boolean versionedEdits,
    boolean relatedPlaces,
    boolean codeLinks,
    boolean diagnosticData,
    List<DiagnosticTag> diagnosticTags,
    boolean watchesFiles) {

  static ClientFeatures of(InitializeParams params, Language usual) {
    Optional<ClientCapabilities> all = Optional.ofNullable(params.getCapabilities());
    Optional<TextDocumentClientCapabilities> text = all.map(ClientCapabilities::getTextDocument);
    Optional<WorkspaceClientCapabilities> workspace = all.map(ClientCapabilities::getWorkspace);
    Optional<CompletionItemCapabilities> completion =
        text.map(TextDocumentClientCapabilities::getCompletion)
            .map(CompletionCapabilities::getCompletionItem);
    Optional<CodeActionCapabilities> action =
        text.map(TextDocumentClientCapabilities::getCodeAction);
    Optional<PublishDiagnosticsCapabilities> diagnostics =
        text.map(TextDocumentClientCapabilities::getPublishDiagnostics);
    return new ClientFeatures(
        Optional.ofNullable(params.getLocale()).map(Language::of).orElse(usual),
        Positions.of(
            all.map(ClientCapabilities::getGeneral)
                .map(GeneralClientCapabilities::getPositionEncodings)
                .orElse(List.of())),
        is(completion, CompletionItemCapabilities::getSnippetSupport),
        markdown(
            text.map(TextDocumentClientCapabilities::getHover)
                .map(HoverCapabilities::getContentFormat)),
        markdown(completion.map(CompletionItemCapabilities::getDocumentationFormat)),
        is(
            text.map(TextDocumentClientCapabilities::getDocumentSymbol),
            DocumentSymbolCapabilities::getHierarchicalDocumentSymbolSupport),
        is(
            text.map(TextDocumentClientCapabilities::getDefinition),
            DefinitionCapabilities::getLinkSupport),
        action.map(CodeActionCapabilities::getCodeActionLiteralSupport).isPresent(),
        is(action, CodeActionCapabilities::getIsPreferredSupport),
        is(
            workspace.map(WorkspaceClientCapabilities::getWorkspaceEdit),
            WorkspaceEditCapabilities::getDocumentChanges),
        is(diagnostics, PublishDiagnosticsCapabilities::getRelatedInformation),
        is(diagnostics, PublishDiagnosticsCapabilities::getCodeDescriptionSupport),
        is(diagnostics, PublishDiagnosticsCapabilities::getDataSupport),
        tags(diagnostics),
        is(
            workspace.map(WorkspaceClientCapabilities::getDidChangeWatchedFiles),
            DidChangeWatchedFilesCapabilities::getDynamicRegistration));
  }

  private static <T> boolean is(Optional<T> capabilities, Function<T, Boolean> feature) {
    return capabilities.map(feature).orElse(false);
  }

  private static boolean markdown(Optional<List<String>> formats) {
    return formats.filter(list -> list.contains(MarkupKind.MARKDOWN)).isPresent();
  }

  /** Before the list of known tags there was a mere yes, which meant all that there were. */
  private static List<DiagnosticTag> tags(Optional<PublishDiagnosticsCapabilities> diagnostics) {
    return diagnostics
        .map(PublishDiagnosticsCapabilities::getTagSupport)
        .map(
            support ->
                support.isRight()
                    ? Optional.ofNullable(support.getRight())
                        .map(DiagnosticsTagSupport::getValueSet)
                        .orElse(List.of())
                    : Boolean.TRUE.equals(support.getLeft())
                        ? List.of(DiagnosticTag.values())
                        : List.<DiagnosticTag>of())
        .orElse(List.of());
  }
}
