package dev.genplan.workspace;

import dev.genplan.analysis.Analyzer;
import dev.genplan.plan.Imports;
import dev.genplan.plan.SourceFile;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the findings of a file on disk were worked out from, so that they can be kept without the
 * file: they hold as long as working them out anew would start from the same.
 */
public final class Basis {

  private record Import(String importer, String path) {}

  /** What an import led to; the file itself is not kept for its sake. */
  private record Target(Optional<Imports.Result> nowhere, WeakReference<SourceFile> file) {

    static Target of(Imports.Result result) {
      return result instanceof Imports.Found found
          ? new Target(Optional.empty(), new WeakReference<>(found.file()))
          : new Target(Optional.of(result), new WeakReference<>(null));
    }

    boolean is(Imports.Result result) {
      return result instanceof Imports.Found found
          ? file.refersTo(found.file())
          : nowhere.filter(result::equals).isPresent();
    }
  }

  private final Optional<Path> path;
  private final Optional<Disk.Stamp> stamp;
  private final Analyzer analyzer;
  private final Map<Import, Target> imports = new HashMap<>();
  private final Set<String> imported = new HashSet<>();

  Basis(Optional<Path> path, Optional<Disk.Stamp> stamp, Analyzer analyzer) {
    this.path = path;
    this.stamp = stamp;
    this.analyzer = analyzer;
  }

  /** Finds imports in a snapshot and remembers them. */
  Imports recording(Snapshot snapshot) {
    return (importer, written) -> {
      Imports.Result result = snapshot.resolve(importer, written);
      imports.put(new Import(importer, written), Target.of(result));
      if (result instanceof Imports.Found found) {
        imported.add(found.file().uri());
      }
      return result;
    };
  }

  /** Whether a file was imported. */
  public boolean contains(String uri) {
    return imported.contains(uri);
  }

  /** Whether the findings are those that the file has in a snapshot. */
  public boolean holds(Snapshot now) {
    return now.analyzer() == analyzer
        && path.flatMap(now.disk()::stamp).equals(stamp)
        && imports.entrySet().stream()
            .allMatch(
                entry ->
                    entry
                        .getValue()
                        .is(now.resolve(entry.getKey().importer(), entry.getKey().path())));
  }
}
