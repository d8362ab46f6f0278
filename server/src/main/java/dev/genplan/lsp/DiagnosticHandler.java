package dev.genplan.lsp;

import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;

/**
 * Answers {@code textDocument/diagnostic} and {@code workspace/diagnostic} for clients that ask for
 * findings instead of having them sent. There are no related documents in an answer: whatever is
 * found about a file is found in that file.
 */
final class DiagnosticHandler {

  private static final String IDENTIFIER = "genplan";

  private DiagnosticHandler() {}

  static Feature<DocumentDiagnosticParams> ofDocuments() {
    return new Feature<>(
        "textDocument/diagnostic",
        DocumentDiagnosticParams.class,
        DiagnosticHandler::document,
        (client, server) -> {
          if (client.pullsDiagnostics()) {
            DiagnosticRegistrationOptions options = new DiagnosticRegistrationOptions(true, true);
            options.setIdentifier(IDENTIFIER);
            options.setWorkDoneProgress(true);
            server.setDiagnosticProvider(options);
          }
        });
  }

  static Feature<WorkspaceDiagnosticParams> ofWorkspace() {
    return Feature.unannounced(
        "workspace/diagnostic",
        WorkspaceDiagnosticParams.class,
        (params, request) -> request.findings().pull(params, request));
  }

  private static Object document(DocumentDiagnosticParams params, Request request) {
    String uri = request.uris().inside(params.getTextDocument().getUri());
    List<Diagnostic> found = request.findings().findings(uri, request);
    String id = request.findings().id(uri, found);
    if (id.equals(params.getPreviousResultId())) {
      return new RelatedUnchangedDocumentDiagnosticReport(id);
    }
    RelatedFullDocumentDiagnosticReport report = new RelatedFullDocumentDiagnosticReport(found);
    report.setResultId(id);
    return report;
  }
}
