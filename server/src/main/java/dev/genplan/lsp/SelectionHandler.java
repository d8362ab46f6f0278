package dev.genplan.lsp;

import dev.genplan.diagnostics.Span;
import dev.genplan.editing.Selections;
import dev.genplan.workspace.Document;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;

/** Answers {@code textDocument/selectionRange}. */
final class SelectionHandler {
  private SelectionHandler() {}

  static Feature<SelectionRangeParams> feature() {
    return new Feature<>(
        "textDocument/selectionRange",
        SelectionRangeParams.class,
        SelectionHandler::handle,
        (client, server) -> server.setSelectionRangeProvider(true));
  }

  private static List<SelectionRange> handle(SelectionRangeParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    return document
        .map(
            open ->
                params.getPositions().stream()
                    .map(position -> ranges(open, position, request))
                    .toList())
        .orElse(List.of());
  }

  private static SelectionRange ranges(Document document, Position position, Request request) {
    SelectionRange range = null;
    int offset = request.offset(document, position);
    for (Span step : Selections.at(document.file().tree(), offset)) {
      range = new SelectionRange(request.translator().range(document.uri(), step), range);
    }
    return range;
  }
}
