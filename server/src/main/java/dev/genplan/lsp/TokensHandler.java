package dev.genplan.lsp;

import dev.genplan.diagnostics.Span;
import dev.genplan.editing.Highlighter;
import dev.genplan.plan.Plan;
import dev.genplan.workspace.Document;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensCapabilities;
import org.eclipse.lsp4j.SemanticTokensClientCapabilitiesRequests;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TokenFormat;

/**
 * Answers the requests for semantic tokens. Remembers the last answer for each open document, so
 * that the next one need only say what is different.
 */
final class TokensHandler {

  private record Answer(String id, TokenData data) {}

  private final Highlighter highlighter = new Highlighter();
  private final Map<String, Answer> last = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();

  Feature<SemanticTokensParams> full() {
    return new Feature<>(
        "textDocument/semanticTokens/full",
        SemanticTokensParams.class,
        (params, request) -> full(params.getTextDocument(), request).orElse(null),
        TokensHandler::announce);
  }

  Feature<SemanticTokensDeltaParams> delta() {
    return Feature.unannounced(
        "textDocument/semanticTokens/full/delta",
        SemanticTokensDeltaParams.class,
        (params, request) -> delta(params, request).orElse(null));
  }

  Feature<SemanticTokensRangeParams> range() {
    return Feature.unannounced(
        "textDocument/semanticTokens/range",
        SemanticTokensRangeParams.class,
        (params, request) -> range(params, request).orElse(null));
  }

  private static void announce(ClientFeatures client, ServerCapabilities server) {
    Optional<SemanticTokensCapabilities> announced = announced(client);
    if (announced.isEmpty()) {
      return;
    }
    SemanticTokensWithRegistrationOptions options =
        new SemanticTokensWithRegistrationOptions(
            TokenLegend.of(announced.get()).announced(), new SemanticTokensServerFull(true));
    if (!takesDelta(client)) {
      options.setFull(true);
    }
    options.setRange(true);
    server.setSemanticTokensProvider(options);
  }

  private static Optional<SemanticTokensCapabilities> announced(ClientFeatures client) {
    return client
        .text(TextDocumentClientCapabilities::getSemanticTokens)
        .filter(tokens -> tokens.getTokenTypes() != null && !tokens.getTokenTypes().isEmpty())
        .filter(
            tokens ->
                tokens.getFormats() == null || tokens.getFormats().contains(TokenFormat.Relative));
  }

  private static boolean takesDelta(ClientFeatures client) {
    return announced(client)
        .map(SemanticTokensCapabilities::getRequests)
        .map(SemanticTokensClientCapabilitiesRequests::getFull)
        .filter(full -> full.isRight() && Boolean.TRUE.equals(full.getRight().getDelta()))
        .isPresent();
  }

  private Optional<SemanticTokens> full(TextDocumentIdentifier identifier, Request request) {
    return request.document(identifier).map(document -> full(document, request));
  }

  private SemanticTokens full(Document document, Request request) {
    TokenData data = encode(document, whole(document), request);
    SemanticTokens tokens = new SemanticTokens(data);
    if (takesDelta(request.client())) {
      tokens.setResultId(remember(document, data, request));
    }
    return tokens;
  }

  private Optional<Object> delta(SemanticTokensDeltaParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    if (document.isEmpty()) {
      return Optional.empty();
    }
    Answer before = last.get(document.get().uri());
    if (before == null || !before.id().equals(params.getPreviousResultId())) {
      return Optional.of(full(document.get(), request));
    }
    TokenData data = encode(document.get(), whole(document.get()), request);
    return Optional.of(
        new SemanticTokensDelta(
            before.data().edits(data), remember(document.get(), data, request)));
  }

  private Optional<SemanticTokens> range(SemanticTokensRangeParams params, Request request) {
    return request
        .document(params.getTextDocument())
        .map(
            document ->
                new SemanticTokens(
                    encode(document, request.span(document, params.getRange()), request)));
  }

  private static Span whole(Document document) {
    return new Span(0, document.text().length());
  }

  /** Keeps an answer, and forgets those of documents that are not open any more. */
  private String remember(Document document, TokenData data, Request request) {
    String id = Long.toString(ids.incrementAndGet());
    last.keySet().removeIf(uri -> request.snapshot().document(uri).isEmpty());
    last.put(document.uri(), new Answer(id, data));
    return id;
  }

  private TokenData encode(Document document, Span range, Request request) {
    Plan plan = request.plan(document);
    Optional<SemanticTokensCapabilities> client = announced(request.client());
    if (client.isEmpty()) {
      return TokenData.of(new int[0]);
    }
    request.cancellation().check();
    TokenEncoder encoder =
        new TokenEncoder(
            plan.source().tree(),
            range,
            request.client().positions(),
            TokenLegend.of(client.get()),
            Boolean.TRUE.equals(client.get().getMultilineTokenSupport()));
    highlighter.each(plan, range, encoder);
    return encoder.data();
  }
}
