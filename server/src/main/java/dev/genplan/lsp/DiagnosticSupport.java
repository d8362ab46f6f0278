package dev.genplan.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DiagnosticsTagSupport;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/**
 * What a diagnostic may carry. Clients that pull diagnostics announce it there since 3.18, and with
 * pushed diagnostics before.
 *
 * @param relatedPlaces whether it may have related places
 * @param codeLinks whether its code may have a link
 * @param data whether it may carry data
 * @param tags which tags it may have
 */
record DiagnosticSupport(
    boolean relatedPlaces, boolean codeLinks, boolean data, List<DiagnosticTag> tags) {

  static DiagnosticSupport of(ClientFeatures client) {
    Optional<PublishDiagnosticsCapabilities> pushed =
        client.text(TextDocumentClientCapabilities::getPublishDiagnostics);
    Optional<DiagnosticCapabilities> pulled =
        client.text(TextDocumentClientCapabilities::getDiagnostic);
    return new DiagnosticSupport(
        ClientFeatures.is(pulled.map(DiagnosticCapabilities::getRelatedInformation))
            || ClientFeatures.is(pushed.map(PublishDiagnosticsCapabilities::getRelatedInformation)),
        ClientFeatures.is(pulled.map(DiagnosticCapabilities::getCodeDescriptionSupport))
            || ClientFeatures.is(
                pushed.map(PublishDiagnosticsCapabilities::getCodeDescriptionSupport)),
        ClientFeatures.is(pulled.map(DiagnosticCapabilities::getDataSupport))
            || ClientFeatures.is(pushed.map(PublishDiagnosticsCapabilities::getDataSupport)),
        pulled
            .map(DiagnosticCapabilities::getTagSupport)
            .map(DiagnosticsTagSupport::getValueSet)
            .orElseGet(() -> tags(pushed)));
  }

  /** Before the list of known tags there was a mere yes, which meant all that there were. */
  private static List<DiagnosticTag> tags(Optional<PublishDiagnosticsCapabilities> announced) {
    return announced
        .map(PublishDiagnosticsCapabilities::getTagSupport)
        .map(
            support ->
                support.isRight()
                    ? Optional.ofNullable(support.getRight())
                        .map(DiagnosticsTagSupport::getValueSet)
                        .orElse(List.of())
                    : Boolean.TRUE.equals(support.getLeft())
                        ? List.of(DiagnosticTag.values())
                        : List.<DiagnosticTag>of())
        .orElse(List.of());
  }
}
