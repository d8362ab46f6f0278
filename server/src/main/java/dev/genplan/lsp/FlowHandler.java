package dev.genplan.lsp;

import dev.genplan.diagnostics.Location;
import dev.genplan.editing.Flow;
import dev.genplan.editing.Mention;
import dev.genplan.editing.Mentions;
import dev.genplan.editing.Outline;
import dev.genplan.plan.Symbol;
import dev.genplan.workspace.Document;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.Range;

/**
 * Shows what flows from one declaration to another as a call hierarchy: incoming is what a thing is
 * made from, outgoing what is made of it.
 */
final class FlowHandler {
  private FlowHandler() {}

  static Feature<CallHierarchyPrepareParams> prepare() {
    return new Feature<>(
        "textDocument/prepareCallHierarchy",
        CallHierarchyPrepareParams.class,
        FlowHandler::prepare,
        (client, server) -> server.setCallHierarchyProvider(true));
  }

  static Feature<CallHierarchyIncomingCallsParams> incoming() {
    return Feature.unannounced(
        "callHierarchy/incomingCalls",
        CallHierarchyIncomingCallsParams.class,
        FlowHandler::incoming);
  }

  static Feature<CallHierarchyOutgoingCallsParams> outgoing() {
    return Feature.unannounced(
        "callHierarchy/outgoingCalls",
        CallHierarchyOutgoingCallsParams.class,
        FlowHandler::outgoing);
  }

  private static List<CallHierarchyItem> prepare(
      CallHierarchyPrepareParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    return document
        .flatMap(
            open -> Mentions.at(request.plan(open), request.offset(open, params.getPosition())))
        .map(Mention::symbol)
        .filter(symbol -> !symbol.name().isEmpty())
        .map(symbol -> List.of(item(symbol, request)))
        .orElse(List.of());
  }

  private static CallHierarchyItem item(Symbol symbol, Request request) {
    Translator translator = request.translator();
    CallHierarchyItem item =
        new CallHierarchyItem(
            symbol.qualifiedName(),
            SymbolHandler.kind(Outline.type(symbol)),
            request.uris().spelled(symbol.file()),
            translator.range(symbol.locate(symbol.node())),
            translator.range(symbol.location()));
    item.setDetail(symbol.node().keyword().text());
    item.setData(SymbolData.of(symbol));
    return item;
  }

  private static List<CallHierarchyIncomingCall> incoming(
      CallHierarchyIncomingCallsParams params, Request request) {
    return SymbolData.find(params.getItem().getData(), request)
        .map(Flow::madeFrom)
        .orElse(List.of())
        .stream()
        .map(
            step ->
                new CallHierarchyIncomingCall(
                    item(step.symbol(), request), places(step, step.symbol(), request)))
        .toList();
  }

  private static List<CallHierarchyOutgoingCall> outgoing(
      CallHierarchyOutgoingCallsParams params, Request request) {
    Optional<Symbol> symbol = SymbolData.find(params.getItem().getData(), request);
    return symbol
        .map(from -> Flow.madeOf(from, request.plansNaming(from.file())))
        .orElse(List.of())
        .stream()
        .map(
            step ->
                new CallHierarchyOutgoingCall(
                    item(step.symbol(), request), places(step, symbol.get(), request)))
        .toList();
  }

  /**
   * The references that connect the two, which stand where the thing is made. The protocol counts
   * these ranges in the file of the one they flow from; where that is another one, its name has to
   * stand for them.
   */
  private static List<Range> places(Flow.Step step, Symbol from, Request request) {
    List<Location> inFile =
        step.places().stream().filter(place -> place.file().equals(from.file())).toList();
    return (inFile.isEmpty() ? List.of(from.location()) : inFile)
        .stream().map(request.translator()::range).toList();
  }
}
