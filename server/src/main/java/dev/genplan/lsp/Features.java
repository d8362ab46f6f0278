package dev.genplan.lsp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The requests about documents and the workspace that the server answers. */
final class Features {
  private Features() {}

  static List<Feature<?>> all() {
    List<Feature<?>> all = new ArrayList<>(new TokensHandler().features());
    Collections.addAll(
        all,
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
        WorkspaceSymbolHandler.search(),
        WorkspaceSymbolHandler.resolve(),
        LinkHandler.feature(),
        FoldingHandler.feature(),
        SelectionHandler.feature(),
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
        RenameHandler.feature(),
        RenameHandler.preparation(),
        WillRenameHandler.feature(),
        DiagnosticHandler.ofDocuments(),
        DiagnosticHandler.ofWorkspace());
    return all;
  }
}
