package dev.genplan.lsp;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Span;
import dev.genplan.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/** Answers {@code textDocument/codeAction} with the repairs that findings propose. */
final class CodeActionHandler {
  private CodeActionHandler() {}

  static Feature<CodeActionParams> feature() {
    return new Feature<>(
        "textDocument/codeAction",
        CodeActionParams.class,
        CodeActionHandler::handle,
        (client, server) -> {
          if (client
              .text(TextDocumentClientCapabilities::getCodeAction)
              .map(CodeActionCapabilities::getCodeActionLiteralSupport)
              .isPresent()) {
            server.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
          }
        });
  }

  private static List<CodeAction> handle(CodeActionParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty() || !wantsFixes(params.getContext())) {
      return List.of();
    }
    Span range = request.span(document.get(), params.getRange());
    List<CodeAction> actions = new ArrayList<>();
    request
        .analysis(document.get())
        .ifPresent(
            analysis -> {
              for (Diagnostic found : analysis.diagnostics()) {
                Span span = found.location().span();
                if (span.touches(range.start()) || range.touches(span.start())) {
                  add(found, request, actions);
                }
              }
            });
    return actions;
  }

  private static boolean wantsFixes(CodeActionContext context) {
    return context.getOnly() == null
        || context.getOnly().stream()
            .anyMatch(kind -> kind.isEmpty() || kind.equals(CodeActionKind.QuickFix));
  }

  private static boolean canPrefer(ClientFeatures client) {
    return ClientFeatures.is(
        client
            .text(TextDocumentClientCapabilities::getCodeAction)
            .map(CodeActionCapabilities::getIsPreferredSupport));
  }

  private static void add(Diagnostic found, Request request, List<CodeAction> actions) {
    for (int i = 0; i < found.fixes().size(); i++) {
      Fix fix = found.fixes().get(i);
      CodeAction action = new CodeAction(request.translator().text(fix.title()));
      action.setKind(CodeActionKind.QuickFix);
      action.setDiagnostics(List.of(request.translator().diagnostic(found)));
      action.setEdit(request.translator().edits(fix.edits()));
      if (i == 0 && canPrefer(request.client())) {
        action.setIsPreferred(true);
      }
      actions.add(action);
    }
  }
}
