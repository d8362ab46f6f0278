package dev.genplan.lsp;

import com.google.gson.JsonObject;
import dev.genplan.analysis.Analysis;
import dev.genplan.diagnostics.Span;
import dev.genplan.editing.actions.Action;
import dev.genplan.editing.actions.ActionKind;
import dev.genplan.editing.actions.Actions;
import dev.genplan.editing.actions.Place;
import dev.genplan.workspace.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionDisabled;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeActionTriggerKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Answers {@code textDocument/codeAction} and {@code codeAction/resolve}. For a client that can
 * resolve an action's edit, the edit is worked out when the action is chosen.
 */
final class CodeActionHandler {

  private static final String URI = "uri";
  private static final String VERSION = "version";
  private static final String START = "start";
  private static final String END = "end";
  private static final String ID = "id";

  private final Request request;
  private final CodeActionContext context;
  private final Document document;
  private final Place place;

  private CodeActionHandler(
      Request request, CodeActionContext context, Document document, Place place) {
    this.request = request;
    this.context = context;
    this.document = document;
    this.place = place;
  }

  static Feature<CodeActionParams> feature() {
    return new Feature<>(
        "textDocument/codeAction",
        CodeActionParams.class,
        CodeActionHandler::handle,
        (client, server) -> {
          if (action(client).map(CodeActionCapabilities::getCodeActionLiteralSupport).isPresent()) {
            CodeActionOptions options =
                new CodeActionOptions(
                    Arrays.stream(ActionKind.values()).map(ActionKind::id).toList());
            if (canResolve(client)) {
              options.setResolveProvider(true);
            }
            server.setCodeActionProvider(options);
          }
        });
  }

  static Feature<CodeAction> resolution() {
    return Feature.unannounced("codeAction/resolve", CodeAction.class, CodeActionHandler::resolve);
  }

  private static Optional<CodeActionCapabilities> action(ClientFeatures client) {
    return client.text(TextDocumentClientCapabilities::getCodeAction);
  }

  private static boolean canResolve(ClientFeatures client) {
    return ClientFeatures.is(action(client).map(CodeActionCapabilities::getDataSupport))
        && action(client)
            .map(CodeActionCapabilities::getResolveSupport)
            .filter(support -> support.getProperties().contains("edit"))
            .isPresent();
  }

  private static Place place(Request request, Analysis analysis, Span range) {
    return new Place(
        analysis,
        range,
        request.client().language(),
        text -> request.snapshot().suppose(analysis, text, request.cancellation()));
  }

  private static List<CodeAction> handle(CodeActionParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    Optional<Analysis> analysis = document.flatMap(request::analysis);
    if (analysis.isEmpty()) {
      return List.of();
    }
    Span range = request.span(document.get(), params.getRange());
    Place place = place(request, analysis.get(), range);
    CodeActionHandler handler =
        new CodeActionHandler(request, params.getContext(), document.get(), place);
    return handler.answer();
  }

  private List<CodeAction> answer() {
    List<CodeAction> answer = new ArrayList<>();
    for (Action action : Actions.at(place, this::isWanted)) {
      if (action.obstacle().isEmpty() || showsDisabled()) {
        answer.add(translate(action));
      }
    }
    return answer;
  }

  /**
   * Whether a kind is asked for. What is about the whole file is not offered where the client only
   * asks by itself whether there is something at the caret.
   */
  private boolean isWanted(ActionKind kind) {
    return context.getOnly() == null
        ? !kind.isForFile() || context.getTriggerKind() != CodeActionTriggerKind.Automatic
        : context.getOnly().stream().anyMatch(kind::isA);
  }

  private boolean showsDisabled() {
    return context.getTriggerKind() != CodeActionTriggerKind.Automatic
        && ClientFeatures.is(
            action(request.client()).map(CodeActionCapabilities::getDisabledSupport));
  }

  private CodeAction translate(Action action) {
    CodeAction result = new CodeAction(request.translator().text(action.title()));
    result.setKind(action.kind().id());
    if (!action.repairs().isEmpty()) {
      result.setDiagnostics(
          action.repairs().stream()
              .map(request.translator()::diagnostic)
              .map(this::known)
              .toList());
    }
    if (action.preferred()
        && ClientFeatures.is(
            action(request.client()).map(CodeActionCapabilities::getIsPreferredSupport))) {
      result.setIsPreferred(true);
    }
    if (action.obstacle().isPresent()) {
      result.setDisabled(
          new CodeActionDisabled(request.translator().text(action.obstacle().get())));
    } else if (canResolve(request.client())) {
      result.setData(data(action));
    } else {
      result.setEdit(request.translator().change(action.work().change()));
    }
    return result;
  }

  /** A finding as the client itself has sent it, where it has. */
  private Diagnostic known(Diagnostic found) {
    List<Diagnostic> all = context.getDiagnostics();
    for (Diagnostic sent : all == null ? List.<Diagnostic>of() : all) {
      if (sent.getRange().equals(found.getRange())
          && Objects.equals(sent.getCode(), found.getCode())
          && Objects.equals(sent.getMessage(), found.getMessage())) {
        return sent;
      }
    }
    return found;
  }

  private JsonObject data(Action action) {
    JsonObject data = new JsonObject();
    data.addProperty(URI, document.uri());
    data.addProperty(VERSION, document.version());
    data.addProperty(START, place.range().start());
    data.addProperty(END, place.range().end());
    data.addProperty(ID, action.id());
    return data;
  }

  private static CodeAction resolve(CodeAction action, Request request) {
    if (action.getEdit() != null || !(action.getData() instanceof JsonObject data)) {
      return action;
    }
    Optional<Document> document =
        request
            .document(new TextDocumentIdentifier(data.get(URI).getAsString()))
            .filter(open -> open.version() == data.get(VERSION).getAsInt());
    Optional<Analysis> analysis = document.flatMap(request::analysis);
    if (analysis.isEmpty()) {
      throw outdated();
    }
    Span range = new Span(data.get(START).getAsInt(), data.get(END).getAsInt());
    Place place = place(request, analysis.get(), range);
    String id = data.get(ID).getAsString();
    for (Action offered : Actions.at(place, kind -> kind.id().equals(action.getKind()))) {
      if (offered.id().equals(id)) {
        action.setEdit(request.translator().change(offered.work().change()));
        return action;
      }
    }
    throw outdated();
  }

  private static ResponseErrorException outdated() {
    return Failures.of(ResponseErrorCode.ContentModified, "the document has changed");
  }
}
