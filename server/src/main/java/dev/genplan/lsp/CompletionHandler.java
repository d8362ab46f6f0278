package dev.genplan.lsp;

import com.google.gson.JsonObject;
import dev.genplan.diagnostics.Span;
import dev.genplan.editing.Caret;
import dev.genplan.editing.Carets;
import dev.genplan.editing.Completion;
import dev.genplan.editing.Completions;
import dev.genplan.editing.ItemKind;
import dev.genplan.plan.Plan;
import dev.genplan.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemDefaults;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.CompletionTriggerKind;
import org.eclipse.lsp4j.InsertReplaceEdit;
import org.eclipse.lsp4j.InsertReplaceRange;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Answers {@code textDocument/completion}, each item as the client can take it, and {@code
 * completionItem/resolve}, which works the list out anew at the word that is there by then: so
 * nothing has to be remembered, and what has been typed meanwhile does no harm.
 */
final class CompletionHandler {

  private static final List<String> TRIGGERS = List.of(" ", ".", "[", "\"", "/");

  private final CompletionFeatures client;
  private final Request request;
  private final Document document;
  private final dev.genplan.editing.CompletionList found;
  private final Either<Range, InsertReplaceRange> place;

  private CompletionHandler(
      Request request, Document document, dev.genplan.editing.CompletionList found) {
    this.client = CompletionFeatures.of(request.client());
    this.request = request;
    this.document = document;
    this.found = found;
    Range typed = range(found.typed());
    Range word = range(found.word());
    this.place =
        client.insertReplace()
            ? Either.forRight(new InsertReplaceRange(typed, word))
            : Either.forLeft(word);
  }

  static Feature<CompletionParams> feature() {
    return new Feature<>(
        "textDocument/completion",
        CompletionParams.class,
        CompletionHandler::handle,
        (client, server) -> {
          CompletionOptions options =
              new CompletionOptions(
                  CompletionFeatures.of(client).resolvesDocumentation(), TRIGGERS);
          server.setCompletionProvider(options);
        });
  }

  static Feature<CompletionItem> resolving() {
    return Feature.unannounced(
        "completionItem/resolve", CompletionItem.class, CompletionHandler::resolve);
  }

  private static CompletionList handle(CompletionParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty()) {
      return new CompletionList();
    }
    Plan plan = request.plan(document.get());
    request.cancellation().check();
    int offset = request.offset(document.get(), params.getPosition());
    Caret caret = Carets.typing(plan, offset);
    if (isUnasked(params, caret, document.get().text(), offset)) {
      // Incomplete, so that the letter typed next is answered even where this is still under way.
      return new CompletionList(true, List.of());
    }
    return new CompletionHandler(
            request,
            document.get(),
            Completions.of(plan, caret, offset, request.surroundings(document.get())))
        .list(params.getTextDocument().getUri());
  }

  /**
   * Whether a character was typed that asks for something elsewhere only: a space at the start of a
   * line indents it, a quote may end a text, a slash begin a comment.
   */
  private static boolean isUnasked(CompletionParams params, Caret caret, String text, int offset) {
    if (params.getContext() == null
        || params.getContext().getTriggerKind() != CompletionTriggerKind.TriggerCharacter) {
      return false;
    }
    return switch (String.valueOf(params.getContext().getTriggerCharacter())) {
      case " " -> caret instanceof Caret.MemberStart && startsLine(text, offset);
      case "\"", "/" ->
          !(caret instanceof Caret.InText
              || caret instanceof Caret.ImportPath
              || caret instanceof Caret.InUnit);
      default -> false;
    };
  }

  private static boolean startsLine(String text, int offset) {
    int at = offset;
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
  }

  private CompletionList list(String uri) {
    List<CompletionItem> items = new ArrayList<>(found.items().size());
    CompletionItemData data = new CompletionItemData(uri, place(found.word()));
    for (Completion completion : found.items()) {
      if (client.snippets() || !completion.text().isEmpty()) {
        items.add(item(completion, items.size(), data));
      }
    }
    CompletionList list = new CompletionList(found.changing(), items);
    if (!items.isEmpty()) {
      defaults(data).ifPresent(list::setItemDefaults);
    }
    return list;
  }

  private Position place(Span word) {
    return range(word).getStart();
  }

  private Range range(Span span) {
    return request.translator().range(document.uri(), span);
  }

  /** What all items have in common, as far as the client can take it said once. */
  private Optional<CompletionItemDefaults> defaults(CompletionItemData data) {
    CompletionItemDefaults defaults = new CompletionItemDefaults();
    boolean any = false;
    if (client.defaults("editRange")) {
      defaults.setEditRange(place);
      any = true;
    }
    if (client.defaults("data") && client.resolvesDocumentation()) {
      defaults.setData(data.toJson());
      any = true;
    }
    return any ? Optional.of(defaults) : Optional.empty();
  }

  private CompletionItem item(Completion completion, int rank, CompletionItemData data) {
    CompletionItem item = new CompletionItem(completion.label());
    item.setKind(kind(completion.kind()));
    detail(completion, item);
    if (client.resolvesDocumentation()) {
      if (!client.defaults("data")) {
        item.setData(data.toJson());
      }
    } else {
      documentation(completion, client).ifPresent(item::setDocumentation);
    }
    item.setSortText(String.format(Locale.ROOT, "%04d", rank));
    if (!completion.filter().equals(completion.label())) {
      item.setFilterText(completion.filter());
    }
    if (rank == 0 && found.sure() && client.preselect()) {
      item.setPreselect(true);
    }
    if (client.commitCharacters() && !completion.ends().isEmpty()) {
      item.setCommitCharacters(completion.ends());
    }
    text(completion, item);
    if (client.suggestsAgain() && isFollowed(completion)) {
      item.setCommand(new Command("", CompletionFeatures.SUGGEST));
    }
    return item;
  }

  /** Whether a value comes behind it that can be completed too. */
  private static boolean isFollowed(Completion completion) {
    return completion.snippet().isEmpty() && completion.text().endsWith(" ");
  }

  private void detail(Completion completion, CompletionItem item) {
    if (completion.detail().isEmpty()) {
      return;
    }
    if (client.labelDetails()) {
      CompletionItemLabelDetails details = new CompletionItemLabelDetails();
      details.setDescription(completion.detail());
      item.setLabelDetails(details);
    } else {
      item.setDetail(completion.detail());
    }
  }

  private void text(Completion completion, CompletionItem item) {
    boolean snippet = client.snippets() && completion.snippet().isPresent();
    String text = snippet ? completion.snippet().get() : completion.text();
    if (snippet) {
      item.setInsertTextFormat(InsertTextFormat.Snippet);
    }
    if (text.indexOf('\n') >= 0 && client.adjustsIndentation()) {
      item.setInsertTextMode(InsertTextMode.AdjustIndentation);
    }
    if (client.defaults("editRange")) {
      if (!text.equals(completion.label())) {
        item.setTextEditText(text);
      }
    } else if (place.isRight()) {
      item.setTextEdit(
          Either.forRight(
              new InsertReplaceEdit(
                  text, place.getRight().getInsert(), place.getRight().getReplace())));
    } else {
      item.setTextEdit(Either.forLeft(new TextEdit(place.getLeft(), text)));
    }
  }

  private static Optional<Either<String, MarkupContent>> documentation(
      Completion completion, CompletionFeatures client) {
    MarkupContent content = Translator.content(completion.documentation().get(), client.markdown());
    return content.getValue().isEmpty() ? Optional.empty() : Optional.of(Either.forRight(content));
  }

  private static CompletionItem resolve(CompletionItem item, Request request) {
    Optional<CompletionItemData> data = CompletionItemData.of(item.getData());
    Optional<Document> document = data.flatMap(known -> request.document(known.document()));
    if (document.isEmpty()) {
      return item;
    }
    CompletionFeatures client = CompletionFeatures.of(request.client());
    Plan plan = request.plan(document.get());
    int start = request.offset(document.get(), data.get().start());
    request.cancellation().check();
    for (Completion completion :
        Completions.at(plan, Carets.wordEnd(plan, start), request.surroundings(document.get()))
            .items()) {
      if (completion.label().equals(item.getLabel()) && kind(completion.kind()) == item.getKind()) {
        documentation(completion, client).ifPresent(item::setDocumentation);
        return item;
      }
    }
    return item;
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
      case RULE, VALUE, DATE -> CompletionItemKind.Value;
      case MODEL -> CompletionItemKind.Reference;
      case FILE -> CompletionItemKind.File;
      case KEYWORD -> CompletionItemKind.Keyword;
      case OPERATOR -> CompletionItemKind.Operator;
    };
  }

  /**
   * What an item carries so that it can be resolved.
   *
   * @param uri of the document, as the client spells it
   * @param start where the word begins that gives way; what stands behind it may change
   */
  private record CompletionItemData(String uri, Position start) {

    JsonObject toJson() {
      JsonObject json = new JsonObject();
      json.addProperty("uri", uri);
      json.addProperty("line", start.getLine());
      json.addProperty("character", start.getCharacter());
      return json;
    }

    /** Empty for what is none, be it whatever. */
    static Optional<CompletionItemData> of(Object data) {
      if (!(data instanceof JsonObject json)
          || !isPrimitive(json, "uri")
          || !isNumber(json, "line")
          || !isNumber(json, "character")) {
        return Optional.empty();
      }
      return Optional.of(
          new CompletionItemData(
              json.get("uri").getAsString(),
              new Position(json.get("line").getAsInt(), json.get("character").getAsInt())));
    }

    private static boolean isPrimitive(JsonObject json, String name) {
      return json.has(name) && json.get(name).isJsonPrimitive();
    }

    private static boolean isNumber(JsonObject json, String name) {
      return isPrimitive(json, name) && json.getAsJsonPrimitive(name).isNumber();
    }

    TextDocumentIdentifier document() {
      return new TextDocumentIdentifier(uri);
    }
  }
}
