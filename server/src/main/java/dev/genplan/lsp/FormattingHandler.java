package dev.genplan.lsp;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.editing.OnTypeFormatting;
import dev.genplan.syntax.Formatter;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.workspace.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentOnTypeFormattingOptions;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingOptions;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentRangesFormattingParams;
import org.eclipse.lsp4j.RangeFormattingCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;

/**
 * Formats a document, a range of it, several ranges, and what was just typed. There is one style,
 * so that the client's options are not asked.
 */
final class FormattingHandler {

  private static final String NEW_LINE = "\n";
  private static final String CLOSING_BRACE = "}";

  private FormattingHandler() {}

  static Feature<DocumentFormattingParams> document() {
    return new Feature<>(
        "textDocument/formatting",
        DocumentFormattingParams.class,
        (params, request) ->
            edits(params.getTextDocument(), request, (open, tree) -> Formatter.edits(tree)),
        (client, server) -> server.setDocumentFormattingProvider(true));
  }

  static Feature<DocumentRangeFormattingParams> range() {
    return new Feature<>(
        "textDocument/rangeFormatting",
        DocumentRangeFormattingParams.class,
        (params, request) ->
            edits(
                params.getTextDocument(),
                request,
                (open, tree) -> Formatter.edits(tree, request.span(open, params.getRange()))),
        (client, server) -> {
          DocumentRangeFormattingOptions options = new DocumentRangeFormattingOptions();
          if (ClientFeatures.is(
              client
                  .text(TextDocumentClientCapabilities::getRangeFormatting)
                  .map(RangeFormattingCapabilities::getRangesSupport))) {
            options.setRangesSupport(true);
          }
          server.setDocumentRangeFormattingProvider(options);
        });
  }

  static Feature<DocumentRangesFormattingParams> ranges() {
    return Feature.unannounced(
        "textDocument/rangesFormatting",
        DocumentRangesFormattingParams.class,
        (params, request) ->
            edits(
                params.getTextDocument(),
                request,
                (open, tree) -> {
                  List<Span> spans =
                      params.getRanges().stream().map(range -> request.span(open, range)).toList();
                  return Formatter.edits(tree, spans);
                }));
  }

  static Feature<DocumentOnTypeFormattingParams> onType() {
    return new Feature<>(
        "textDocument/onTypeFormatting",
        DocumentOnTypeFormattingParams.class,
        (params, request) ->
            edits(
                params.getTextDocument(),
                request,
                (open, tree) -> {
                  int offset = request.offset(open, params.getPosition());
                  return switch (params.getCh()) {
                    case NEW_LINE -> OnTypeFormatting.newLine(tree, offset);
                    case CLOSING_BRACE -> OnTypeFormatting.closingBrace(tree, offset);
                    default -> List.of();
                  };
                }),
        (client, server) ->
            server.setDocumentOnTypeFormattingProvider(
                new DocumentOnTypeFormattingOptions(NEW_LINE, List.of(CLOSING_BRACE))));
  }

  private static List<TextEdit> edits(
      TextDocumentIdentifier identifier,
      Request request,
      BiFunction<Document, SyntaxTree, List<LocalEdit>> format) {
    Optional<Document> document = request.document(identifier);
    return document
        .map(
            open ->
                format.apply(open, open.file().tree()).stream()
                    .map(
                        edit ->
                            request
                                .translator()
                                .edit(new Location(open.uri(), edit.span()), edit.text()))
                    .toList())
        .orElse(List.of());
  }
}
