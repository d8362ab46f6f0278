package dev.genplan.lsp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Diagnostic;

/** Names for the findings of files, so that a client need not be sent the same ones twice. */
final class ResultIds {

  private record Result(String id, List<Diagnostic> findings) {}

  private final Map<String, Result> results = new HashMap<>();
  private long last;

  /** The name of these findings of a file: the same one as long as they are the same. */
  synchronized String of(String uri, List<Diagnostic> findings) {
    Result before = results.get(uri);
    if (before != null && before.findings().equals(findings)) {
      return before.id();
    }
    String id = Long.toString(++last);
    results.put(uri, new Result(id, findings));
    return id;
  }

  /** Forgets all other files. */
  synchronized void keep(Predicate<String> files) {
    results.keySet().removeIf(uri -> !files.test(uri));
  }
}
