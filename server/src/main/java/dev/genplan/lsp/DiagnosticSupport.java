package dev.genplan.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DiagnosticsTagSupport;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/**
 * What a diagnostic may carry.
 *
 * @param relatedPlaces whether it may have related places
 * @param codeLinks whether its code may have a link
 * @param data whether it may carry data
 * @param tags which tags it may have
 */
record DiagnosticSupport(
    boolean relatedPlaces, boolean codeLinks, boolean data, List<DiagnosticTag> tags) {

  static DiagnosticSupport of(ClientFeatures client) {
    Optional<PublishDiagnosticsCapabilities> announced =
        client.text(TextDocumentClientCapabilities::getPublishDiagnostics);
    return new DiagnosticSupport(
        ClientFeatures.is(announced.map(PublishDiagnosticsCapabilities::getRelatedInformation)),
        ClientFeatures.is(announced.map(PublishDiagnosticsCapabilities::getCodeDescriptionSupport)),
        ClientFeatures.is(announced.map(PublishDiagnosticsCapabilities::getDataSupport)),
        tags(announced));
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
