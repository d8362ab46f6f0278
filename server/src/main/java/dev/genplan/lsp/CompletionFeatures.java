package dev.genplan.lsp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemInsertTextModeSupportCapabilities;
import org.eclipse.lsp4j.CompletionItemResolveSupportCapabilities;
import org.eclipse.lsp4j.CompletionListCapabilities;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/**
 * What a client can take of completions.
 *
 * @param snippets places to fill in
 * @param markdown documentation as Markdown
 * @param resolvesDocumentation whether it asks for the documentation of an item when it shows it
 * @param insertReplace one range to insert at and another to replace
 * @param labelDetails a few words beside the label
 * @param commitCharacters characters that accept an item
 * @param preselect an item that is selected
 * @param adjustsIndentation lines of an item indented as the one at the caret, if asked to
 * @param suggestsAgain items that open the list again for what follows them, as VS Code's command
 *     does; announced as {@code experimental.commands.commands}
 * @param defaults what of the items can be said once for all
 */
record CompletionFeatures(
    boolean snippets,
    boolean markdown,
    boolean resolvesDocumentation,
    boolean insertReplace,
    boolean labelDetails,
    boolean commitCharacters,
    boolean preselect,
    boolean adjustsIndentation,
    boolean suggestsAgain,
    Set<String> defaults) {

  /** The command that opens the list of completions. */
  static final String SUGGEST = "editor.action.triggerSuggest";

  static CompletionFeatures of(ClientFeatures client) {
    Optional<CompletionCapabilities> all =
        client.text(TextDocumentClientCapabilities::getCompletion);
    Optional<CompletionItemCapabilities> item = all.map(CompletionCapabilities::getCompletionItem);
    return new CompletionFeatures(
        is(item, CompletionItemCapabilities::getSnippetSupport),
        ClientFeatures.markdown(item.map(CompletionItemCapabilities::getDocumentationFormat)),
        item.map(CompletionItemCapabilities::getResolveSupport)
            .map(CompletionItemResolveSupportCapabilities::getProperties)
            .filter(properties -> properties.contains("documentation"))
            .isPresent(),
        is(item, CompletionItemCapabilities::getInsertReplaceSupport),
        is(item, CompletionItemCapabilities::getLabelDetailsSupport),
        is(item, CompletionItemCapabilities::getCommitCharactersSupport),
        is(item, CompletionItemCapabilities::getPreselectSupport),
        item.map(CompletionItemCapabilities::getInsertTextModeSupport)
            .map(CompletionItemInsertTextModeSupportCapabilities::getValueSet)
            .filter(modes -> modes.contains(InsertTextMode.AdjustIndentation))
            .isPresent(),
        client.hasCommand(SUGGEST),
        Set.copyOf(
            all.map(CompletionCapabilities::getCompletionList)
                .map(CompletionListCapabilities::getItemDefaults)
                .orElse(List.of())));
  }

  private static boolean is(
      Optional<CompletionItemCapabilities> item,
      Function<CompletionItemCapabilities, Boolean> capability) {
    return ClientFeatures.is(item.map(capability));
  }

  /** Whether a property of the items can be said once for all of them. */
  boolean defaults(String property) {
    return defaults.contains(property);
  }
}
