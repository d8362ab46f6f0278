package dev.genplan.lsp;

import java.util.List;

/** The requests about documents and the workspace that the server answers. */
final class Features {
  private Features() {}

  static List<Feature<?>> all() {
    return List.of(
        CompletionHandler.feature(),
        HoverHandler.feature(),
        DefinitionHandler.feature(),
        SymbolHandler.feature(),
        FormattingHandler.feature(),
        CodeActionHandler.feature());
  }
}
