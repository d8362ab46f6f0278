package dev.genplan.lsp;

import com.google.gson.JsonObject;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.editing.Hints;
import dev.genplan.editing.Hints.Hint;
import dev.genplan.editing.Markup;
import dev.genplan.editing.Surroundings;
import dev.genplan.plan.Symbol;
import dev.genplan.workspace.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintCapabilities;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.InlayHintRegistrationOptions;
import org.eclipse.lsp4j.InlayHintResolveSupportCapabilities;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Answers {@code textDocument/inlayHint}. Explanations, and where names lead, come later for a
 * client that can ask for them.
 */
final class HintHandler {

  private static final String TOOLTIP = "tooltip";
  private static final String LOCATION = "label.location";
  private static final String PROPERTY = "property";

  private HintHandler() {}

  static Feature<InlayHintParams> feature() {
    return new Feature<>(
        "textDocument/inlayHint",
        InlayHintParams.class,
        HintHandler::handle,
        (client, server) -> {
          InlayHintRegistrationOptions options = new InlayHintRegistrationOptions();
          options.setResolveProvider(resolves(client, TOOLTIP) || resolves(client, LOCATION));
          server.setInlayHintProvider(options);
        });
  }

  static Feature<InlayHint> resolve() {
    return Feature.unannounced("inlayHint/resolve", InlayHint.class, HintHandler::resolve);
  }

  private static boolean resolves(ClientFeatures client, String property) {
    return client
        .text(TextDocumentClientCapabilities::getInlayHint)
        .map(InlayHintCapabilities::getResolveSupport)
        .map(InlayHintResolveSupportCapabilities::getProperties)
        .filter(properties -> properties.contains(property))
        .isPresent();
  }

  private static List<InlayHint> handle(InlayHintParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty() || !request.settings().inlayHints()) {
      return List.of();
    }
    Span range = request.span(document.get(), params.getRange());
    return Hints.of(request.plan(document.get()), range, request.client().language()).stream()
        .map(hint -> hint(hint, document.get(), request))
        .toList();
  }

  private static InlayHint hint(Hint found, Document document, Request request) {
    Location place = new Location(document.uri(), new Span(found.offset(), found.offset()));
    InlayHint hint =
        new InlayHint(request.translator().range(place).getStart(), Either.forLeft(found.label()));
    if (found instanceof Hint.Default fallback) {
      hint.setKind(InlayHintKind.Parameter);
      hint.setPaddingLeft(true);
      hint.setTextEdits(List.of(request.translator().edit(place, fallback.text())));
      JsonObject data = SymbolData.of(fallback.in());
      data.addProperty(PROPERTY, fallback.property().name());
      hint.setData(data);
      fill(hint, () -> Optional.of(fallback.in()), request, false);
    } else if (found instanceof Hint.Made made) {
      hint.setKind(InlayHintKind.Type);
      hint.setLabel(List.of(new InlayHintLabelPart(found.label())));
      hint.setData(SymbolData.of(made.symbol()));
      fill(hint, () -> Optional.of(made.symbol()), request, false);
    } else {
      hint.setPaddingLeft(true);
    }
    return hint;
  }

  private static InlayHint resolve(InlayHint hint, Request request) {
    fill(hint, () -> SymbolData.find(hint.getData(), request), request, true);
    return hint;
  }

  /** Adds what the client asks for now, or what it never asks for later. */
  private static void fill(
      InlayHint hint, Supplier<Optional<Symbol>> about, Request request, boolean later) {
    boolean tooltip = resolves(request.client(), TOOLTIP) == later;
    boolean location = resolves(request.client(), LOCATION) == later;
    Optional<Symbol> symbol = tooltip || location ? about.get() : Optional.empty();
    if (symbol.isEmpty()) {
      return;
    }
    if (tooltip) {
      explain(symbol.get(), (JsonObject) hint.getData(), request)
          .ifPresent(text -> hint.setTooltip(content(text)));
    }
    if (location && hint.getLabel().isRight()) {
      for (InlayHintLabelPart part : hint.getLabel().getRight()) {
        part.setLocation(request.translator().location(symbol.get().location()));
      }
    }
  }

  private static Optional<Markup> explain(Symbol symbol, JsonObject data, Request request) {
    Surroundings surroundings =
        Surroundings.of(request.client().language(), request.snapshot().today());
    if (!data.has(PROPERTY)) {
      return Optional.of(Hints.explain(symbol.plan(), symbol, surroundings));
    }
    return symbol
        .attributes()
        .spec()
        .property(data.get(PROPERTY).getAsString())
        .map(property -> Hints.explain(property, surroundings));
  }

  /** The protocol lets clients announce no format here: Markdown is what a tooltip may hold. */
  private static MarkupContent content(Markup text) {
    return new MarkupContent(MarkupKind.MARKDOWN, text.markdown());
  }
}
