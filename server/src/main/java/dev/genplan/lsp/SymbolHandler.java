package dev.genplan.lsp;

import dev.genplan.editing.Outline;
import dev.genplan.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/** Answers {@code textDocument/documentSymbol}: nested, or flat for clients that know no trees. */
final class SymbolHandler {

  private final Request request;
  private final Document document;
  private final String uri;

  private SymbolHandler(Request request, Document document, String uri) {
    this.request = request;
    this.document = document;
    this.uri = uri;
  }

  static Feature<DocumentSymbolParams> feature() {
    return new Feature<>(
        "textDocument/documentSymbol",
        DocumentSymbolParams.class,
        SymbolHandler::handle,
        (client, server) -> server.setDocumentSymbolProvider(true));
  }

  private static List<?> handle(DocumentSymbolParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty()) {
      return List.of();
    }
    SymbolHandler handler =
        new SymbolHandler(request, document.get(), params.getTextDocument().getUri());
    List<Outline.Entry> outline = Outline.of(document.get().file().tree());
    if (ClientFeatures.is(
        request
            .client()
            .text(TextDocumentClientCapabilities::getDocumentSymbol)
            .map(DocumentSymbolCapabilities::getHierarchicalDocumentSymbolSupport))) {
      return outline.stream().map(handler::tree).toList();
    }
    List<SymbolInformation> flat = new ArrayList<>();
    outline.forEach(entry -> handler.flatten(entry, null, flat));
    return flat;
  }

  private DocumentSymbol tree(Outline.Entry entry) {
    DocumentSymbol symbol =
        new DocumentSymbol(
            entry.name(),
            kind(entry.type()),
            request.translator().range(document.uri(), entry.range()),
            request.translator().range(document.uri(), entry.selection()),
            entry.detail());
    symbol.setChildren(entry.children().stream().map(this::tree).toList());
    return symbol;
  }

  private void flatten(Outline.Entry entry, String container, List<SymbolInformation> flat) {
    flat.add(
        new SymbolInformation(
            entry.name(),
            kind(entry.type()),
            new Location(uri, request.translator().range(document.uri(), entry.range())),
            container));
    entry.children().forEach(child -> flatten(child, entry.name(), flat));
  }

  private static SymbolKind kind(Outline.Type type) {
    return switch (type) {
      case PROJECT -> SymbolKind.Module;
      case ARTIFACT -> SymbolKind.Class;
      case STAGE -> SymbolKind.Function;
      case PART -> SymbolKind.Field;
      case UNKNOWN -> SymbolKind.Object;
    };
  }
}
