package dev.genplan.lsp;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Cancellation;
import dev.genplan.diagnostics.Span;
import dev.genplan.editing.Surroundings;
import dev.genplan.plan.Plan;
import dev.genplan.report.DocLinks;
import dev.genplan.workspace.Document;
import dev.genplan.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/**
 * A request while it is worked on.
 *
 * @param snapshot what was current when it came in
 * @param client what the client can take
 * @param settings what the client has set
 * @param uris how the client spells its URIs
 * @param translator for what is found in the snapshot
 * @param cancellation asked between steps
 * @param findings has the findings of the newest snapshot
 * @param whileCurrent asked between steps of work that is in vain once there is a newer snapshot
 */
record Request(
    Snapshot snapshot,
    ClientFeatures client,
    ClientSettings settings,
    ClientUris uris,
    Translator translator,
    Publisher findings,
    Cancellation cancellation,
    Cancellation whileCurrent) {

  /** The document a request is about; empty if it is not open. */
  Optional<Document> document(TextDocumentIdentifier identifier) {
    return snapshot.document(uris.inside(identifier.getUri()));
  }

  /** A document with its names bound. */
  Plan plan(Document document) {
    return snapshot.plan(document.uri()).orElseThrow();
  }

  /**
   * A file and those that import it, with their names bound: all in which a name of it can stand.
   * Empty if the file cannot be read.
   *
   * @param file its URI, as the workspace knows it
   */
  List<Plan> plansNaming(String file) {
    List<Plan> plans = new ArrayList<>();
    snapshot.plan(file).ifPresent(plans::add);
    for (String importer : snapshot.importers(file)) {
      cancellation.check();
      if (!importer.equals(file)) {
        snapshot.plan(importer).ifPresent(plans::add);
      }
    }
    return plans;
  }

  /** A document analyzed. */
  Optional<Analysis> analysis(Document document) {
    return snapshot.analysis(
        document.uri(),
        () -> {
          cancellation.check();
          whileCurrent.check();
        });
  }

  /** What an answer about a document depends on besides its plan. */
  Surroundings surroundings(Document document) {
    return new Surroundings(
        client.language(),
        snapshot.today(),
        snapshot::files,
        snapshot.lastAnalysis(document.uri()),
        rule -> new DocLinks().why(rule, client.language()));
  }

  /** The offset of a position in a document. */
  int offset(Document document, Position position) {
    return client.positions().offset(document.file().tree().lines(), position);
  }

  /** The span of a range in a document. */
  Span span(Document document, Range range) {
    return client.positions().span(document.file().tree().lines(), range);
  }
}
