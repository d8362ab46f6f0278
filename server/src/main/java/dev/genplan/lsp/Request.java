package dev.genplan.lsp;

import dev.genplan.analysis.Cancellation;
import dev.genplan.syntax.LineIndex;
import dev.genplan.workspace.Document;
import dev.genplan.workspace.Snapshot;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/**
 * A request while it is worked on.
 *
 * @param snapshot what was current when it came in
 * @param client what the client can take
 * @param uris how the client spells its URIs
 * @param translator for what is found in the snapshot
 * @param cancellation asked between steps
 */
record Request(
    Snapshot snapshot,
    ClientFeatures client,
    ClientUris uris,
    Translator translator,
    Cancellation cancellation) {

  /** The document a request is about; empty if it is not open. */
  Optional<Document> document(TextDocumentIdentifier identifier) {
    return snapshot.document(uris.inside(identifier.getUri()));
  }

  /** The offset of a position in a document. */
  int offset(Document document, Position position) {
    return client.positions().offset(lines(document), position);
  }

  private static LineIndex lines(Document document) {
    return document.file().tree().lines();
  }
}
