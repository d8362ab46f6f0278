package dev.genplan.lsp;

import java.util.List;

/** The requests about documents and the workspace that the server answers. */
final class Features {
  private Features() {}

  static List<Feature<?>> all() {
    WorkspaceSymbolHandler symbols = new WorkspaceSymbolHandler();
    TokensHandler tokens = new TokensHandler();
    return List.of(
        CompletionHandler.feature(),
        CompletionHandler.resolving(),
        HoverHandler.feature(),
        SignatureHelpHandler.feature(),
        DefinitionHandler.definition(),
        DefinitionHandler.declaration(),
        DefinitionHandler.typeDefinition(),
        DefinitionHandler.implementation(),
        ReferencesHandler.references(),
        ReferencesHandler.highlights(),
        FlowHandler.prepare(),
        FlowHandler.incoming(),
        FlowHandler.outgoing(),
        symbols.search(),
        symbols.resolve(),
        LinkHandler.feature(),
        FoldingHandler.feature(),
        SelectionHandler.feature(),
        tokens.full(),
        tokens.delta(),
        tokens.range(),
        HintHandler.feature(),
        HintHandler.resolve(),
        LensHandler.feature(),
        LensHandler.resolve(),
        SymbolHandler.feature(),
        FormattingHandler.document(),
        FormattingHandler.range(),
        FormattingHandler.ranges(),
        FormattingHandler.onType(),
        CodeActionHandler.feature(),
        CodeActionHandler.resolution(),
        RenameHandler.feature(),
        RenameHandler.preparation(),
        WillRenameHandler.feature(),
        PreviewHandler.feature(),
        DiagnosticHandler.ofDocuments(),
        DiagnosticHandler.ofWorkspace());
  }
}
