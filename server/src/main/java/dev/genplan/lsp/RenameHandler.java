package dev.genplan.lsp;

import dev.genplan.editing.Rename;
import dev.genplan.plan.Symbol;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.workspace.Document;
import dev.genplan.workspace.FileUris;
import java.util.Optional;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Answers {@code textDocument/rename} and {@code textDocument/prepareRename}. What cannot be
 * renamed is refused with an error that says why, for editors show it.
 */
final class RenameHandler {

  private static final Localized NOT_UTF_8 =
      Localized.of(
          "`{0}` mentions it too, but is not encoded in UTF-8; convert that file first",
          "`{0}` 也提到了它，但该文件不是 UTF-8 编码；请先转换编码");
  private static final Message NOTHING = Message.of("There is no name here", "此处没有名称");

  private RenameHandler() {}

  static Feature<RenameParams> feature() {
    return new Feature<>(
        "textDocument/rename",
        RenameParams.class,
        RenameHandler::rename,
        (client, server) -> {
          if (canPrepare(client)) {
            server.setRenameProvider(new RenameOptions(true));
          } else {
            server.setRenameProvider(true);
          }
        });
  }

  static Feature<PrepareRenameParams> preparation() {
    return Feature.unannounced(
        "textDocument/prepareRename", PrepareRenameParams.class, RenameHandler::prepare);
  }

  private static boolean canPrepare(ClientFeatures client) {
    return ClientFeatures.is(
        client
            .text(TextDocumentClientCapabilities::getRename)
            .map(RenameCapabilities::getPrepareSupport));
  }

  private static PrepareRenameResult prepare(PrepareRenameParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty()) {
      return null;
    }
    int offset = request.offset(document.get(), params.getPosition());
    Rename.Subject subject = Rename.at(request.plan(document.get()), offset);
    if (subject instanceof Rename.Subject.Refused refused) {
      throw refusal(refused.why(), request);
    }
    return subject instanceof Rename.Subject.Named named
        ? new PrepareRenameResult(
            request.translator().range(document.get().uri(), named.span()), named.symbol().name())
        : null;
  }

  private static WorkspaceEdit rename(RenameParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty()) {
      return null;
    }
    int offset = request.offset(document.get(), params.getPosition());
    Rename.Subject subject = Rename.at(request.plan(document.get()), offset);
    if (subject instanceof Rename.Subject.Named named) {
      return rename(named.symbol(), params.getNewName(), request);
    }
    throw refusal(
        subject instanceof Rename.Subject.Refused refused ? refused.why() : NOTHING, request);
  }

  private static WorkspaceEdit rename(Symbol symbol, String name, Request request) {
    Rename.Outcome outcome = Rename.to(symbol, name, request.plansNaming(symbol.file()));
    if (outcome instanceof Rename.Outcome.Edits edits) {
      edits.edits().stream()
          .map(edit -> edit.location().file())
          .filter(file -> !request.snapshot().isUtf8(file))
          .findFirst()
          .ifPresent(
              file -> {
                throw refusal(NOT_UTF_8.with(FileUris.name(file)), request);
              });
      return request.translator().edits(edits.edits());
    }
    throw refusal(((Rename.Outcome.Refused) outcome).why(), request);
  }

  private static ResponseErrorException refusal(Message why, Request request) {
    return Failures.of(ResponseErrorCode.RequestFailed, request.translator().text(why));
  }
}
