package dev.genplan.lsp;

import com.google.gson.JsonObject;
import dev.genplan.editing.Lenses;
import dev.genplan.plan.Symbol;
import dev.genplan.workspace.Document;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Location;

/**
 * Answers {@code textDocument/codeLens}; what a lens says is worked out when it comes into view. A
 * click shows the places behind it in a client that has the command for it, and does nothing in
 * others.
 */
final class LensHandler {

  /**
   * A command of the client: shows places. Takes a URI, a position in it, and the places, as the
   * protocol has them.
   */
  static final String SHOW = "genplan.showReferences";

  private static final String KIND = "kind";

  private LensHandler() {}

  static Feature<CodeLensParams> feature() {
    return new Feature<>(
        "textDocument/codeLens",
        CodeLensParams.class,
        LensHandler::handle,
        (client, server) -> server.setCodeLensProvider(new CodeLensOptions(true)));
  }

  static Feature<CodeLens> resolve() {
    return Feature.unannounced("codeLens/resolve", CodeLens.class, LensHandler::resolve);
  }

  private static List<CodeLens> handle(CodeLensParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty() || !request.settings().codeLens()) {
      return List.of();
    }
    return Lenses.of(request.plan(document.get())).stream()
        .map(lens -> lens(lens, document.get(), request))
        .toList();
  }

  private static CodeLens lens(Lenses.Lens found, Document document, Request request) {
    JsonObject data = SymbolData.of(found.symbol());
    data.addProperty(KIND, found.kind().name().toLowerCase(Locale.ROOT));
    return new CodeLens(request.translator().range(document.uri(), found.span()), null, data);
  }

  private static CodeLens resolve(CodeLens lens, Request request) {
    Optional<Symbol> symbol = SymbolData.find(lens.getData(), request);
    Lenses.Kind kind =
        lens.getData() instanceof JsonObject data
                && data.has(KIND)
                && data.get(KIND).getAsString().equals("flow")
            ? Lenses.Kind.FLOW
            : Lenses.Kind.REFERENCES;
    lens.setCommand(
        symbol
            .map(found -> command(kind, found, lens, request))
            .orElseGet(() -> new Command("", "")));
    return lens;
  }

  private static Command command(Lenses.Kind kind, Symbol symbol, CodeLens lens, Request request) {
    Lenses.Told told = Lenses.tell(kind, symbol, request.plansNaming(symbol.file()));
    String title = request.translator().text(told.title());
    List<Location> places = told.places().stream().map(request.translator()::location).toList();
    if (places.isEmpty() || !request.client().hasCommand(SHOW)) {
      return new Command(title, "");
    }
    String uri = request.uris().spelled(symbol.file());
    return new Command(title, SHOW, List.of(uri, lens.getRange().getStart(), places));
  }
}
