package dev.genplan.lsp;

import dev.genplan.analysis.Analysis;
import dev.genplan.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.Diagnostic;

/** The findings of analyses in the protocol's words, each analysis translated once. */
final class Findings {

  private record Translated(
      Analysis analysis, ClientFeatures client, List<Diagnostic> diagnostics) {}

  private final Map<String, Translated> known = new ConcurrentHashMap<>();

  /**
   * The findings of a document.
   *
   * @param uri of the document
   * @param translator of a snapshot that the analysis belongs to
   */
  // To compare analyses by what they hold would take as long as translating them.
  @SuppressWarnings("ReferenceEquality")
  List<Diagnostic> of(String uri, Analysis analysis, Translator translator) {
    Translated before = known.get(uri);
    if (before != null && before.analysis() == analysis && before.client() == translator.client()) {
      return before.diagnostics();
    }
    List<Diagnostic> found = translate(analysis.diagnostics(), translator);
    known.put(uri, new Translated(analysis, translator.client(), found));
    return found;
  }

  /** Findings that are translated here and now. */
  static List<Diagnostic> translate(
      List<dev.genplan.diagnostics.Diagnostic> diagnostics, Translator translator) {
    List<Diagnostic> found = new ArrayList<>(diagnostics.size());
    for (dev.genplan.diagnostics.Diagnostic each : diagnostics) {
      found.add(translator.diagnostic(each));
    }
    return found;
  }

  /** Forgets documents that are not open. */
  void keepOpen(Snapshot snapshot) {
    known.keySet().removeIf(uri -> snapshot.document(uri).isEmpty());
  }
}
