package dev.genplan.lsp;

import dev.genplan.editing.Caret;
import dev.genplan.editing.Carets;
import dev.genplan.editing.Completion;
import dev.genplan.editing.Completions;
import dev.genplan.editing.ItemKind;
import dev.genplan.plan.Plan;
import dev.genplan.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.CompletionTriggerKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers {@code textDocument/completion}. */
final class CompletionHandler {

  private static final List<String> TRIGGERS = List.of(" ", ".", "[");

  private CompletionHandler() {}

  static Feature<CompletionParams> feature() {
    return new Feature<>(
        "textDocument/completion",
        CompletionParams.class,
        CompletionHandler::handle,
        (client, server) -> server.setCompletionProvider(new CompletionOptions(false, TRIGGERS)));
  }

  private static Optional<CompletionItemCapabilities> items(ClientFeatures client) {
    return client
        .text(TextDocumentClientCapabilities::getCompletion)
        .map(CompletionCapabilities::getCompletionItem);
  }

  private static CompletionList handle(CompletionParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty()) {
      return new CompletionList();
    }
    Plan plan = request.plan(document.get());
    request.cancellation().check();
    Caret caret = Carets.typing(plan, request.offset(document.get(), params.getPosition()));
    if (isIndenting(params, caret)) {
      return new CompletionList();
    }
    List<CompletionItem> items = new ArrayList<>();
    for (Completion completion : Completions.of(plan, caret, request.client().language())) {
      items.add(item(completion, items.size(), document.get(), request));
    }
    return new CompletionList(false, items);
  }

  /** A space typed where a member begins indents it; to be asked for one then is a nuisance. */
  private static boolean isIndenting(CompletionParams params, Caret caret) {
    return caret instanceof Caret.MemberStart
        && params.getContext() != null
        && params.getContext().getTriggerKind() == CompletionTriggerKind.TriggerCharacter
        && " ".equals(params.getContext().getTriggerCharacter());
  }

  private static CompletionItem item(
      Completion completion, int rank, Document document, Request request) {
    CompletionItem item = new CompletionItem(completion.label());
    item.setKind(kind(completion.kind()));
    if (!completion.detail().isEmpty()) {
      item.setDetail(completion.detail());
    }
    documentation(completion, request).ifPresent(item::setDocumentation);
    item.setSortText(String.format("%04d", rank));
    boolean snippet =
        ClientFeatures.is(
                items(request.client()).map(CompletionItemCapabilities::getSnippetSupport))
            && completion.snippet().isPresent();
    item.setTextEdit(
        Either.forLeft(
            new TextEdit(
                request.translator().range(document.uri(), completion.replace()),
                snippet ? completion.snippet().get() : completion.text())));
    if (snippet) {
      item.setInsertTextFormat(InsertTextFormat.Snippet);
    }
    return item;
  }

  private static Optional<MarkupContent> documentation(Completion completion, Request request) {
    boolean markdown =
        ClientFeatures.markdown(
            items(request.client()).map(CompletionItemCapabilities::getDocumentationFormat));
    String text =
        markdown
            ? completion.documentation().get().markdown()
            : completion.documentation().get().plain();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MarkupContent(markdown ? MarkupKind.MARKDOWN : MarkupKind.PLAINTEXT, text));
  }

  private static CompletionItemKind kind(ItemKind kind) {
    return switch (kind) {
      case KIND -> CompletionItemKind.Class;
      case PROPERTY -> CompletionItemKind.Property;
      case SECTION -> CompletionItemKind.Module;
      case WORD -> CompletionItemKind.EnumMember;
      case CONSTANT -> CompletionItemKind.Constant;
      case REFERENCE -> CompletionItemKind.Variable;
      case VERDICT -> CompletionItemKind.Event;
      case METRIC -> CompletionItemKind.Field;
      case UNIT -> CompletionItemKind.Unit;
      case RULE -> CompletionItemKind.Value;
      case KEYWORD -> CompletionItemKind.Keyword;
      case OPERATOR -> CompletionItemKind.Operator;
    };
  }
}
