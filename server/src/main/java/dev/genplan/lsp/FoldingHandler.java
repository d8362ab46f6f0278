package dev.genplan.lsp;

import dev.genplan.editing.Folds;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.workspace.Document;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/** Answers {@code textDocument/foldingRange}: with whole lines for clients that fold only those. */
final class FoldingHandler {
  private FoldingHandler() {}

  static Feature<FoldingRangeRequestParams> feature() {
    return new Feature<>(
        "textDocument/foldingRange",
        FoldingRangeRequestParams.class,
        FoldingHandler::handle,
        (client, server) -> server.setFoldingRangeProvider(true));
  }

  private static List<FoldingRange> handle(FoldingRangeRequestParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty()) {
      return List.of();
    }
    SyntaxTree tree = document.get().file().tree();
    Optional<FoldingRangeCapabilities> client =
        request.client().text(TextDocumentClientCapabilities::getFoldingRange);
    int limit = client.map(FoldingRangeCapabilities::getRangeLimit).orElse(Integer.MAX_VALUE);
    boolean lines = ClientFeatures.is(client.map(FoldingRangeCapabilities::getLineFoldingOnly));
    return (lines ? Folds.ofLines(tree, limit) : Folds.of(tree, limit))
        .stream().map(fold -> range(fold, lines, document.get(), request)).toList();
  }

  private static FoldingRange range(
      Folds.Fold fold, boolean lines, Document document, Request request) {
    FoldingRange range = new FoldingRange(fold.startLine(), fold.endLine());
    if (!lines) {
      Range span = request.translator().range(document.uri(), fold.span());
      range.setEndLine(span.getEnd().getLine());
      range.setStartCharacter(span.getStart().getCharacter());
      range.setEndCharacter(span.getEnd().getCharacter());
    }
    switch (fold.kind()) {
      case COMMENT -> range.setKind(FoldingRangeKind.Comment);
      case IMPORTS -> range.setKind(FoldingRangeKind.Imports);
      case CODE -> {
        // The protocol has no name for it.
      }
    }
    return range;
  }
}
