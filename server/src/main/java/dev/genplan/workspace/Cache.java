package dev.genplan.workspace;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What was last worked out about each file, for the snapshots that follow. Nothing in it is taken
 * on trust: a plan holds while its file and everything its imports led to are the same, an analysis
 * while its plan is.
 */
final class Cache {

  /** So many milliseconds pass before somebody who waits is asked whether he still wants to. */
  private static final long PATIENCE = 5;

  private record Import(String importer, String path) {}

  /** A plan, and what its imports led to when it was bound. */
  private record Bound(SourceFile file, Plan plan, Map<Import, Imports.Result> imports) {

    boolean holds(SourceFile now, Snapshot snapshot) {
      return file.equals(now)
          && imports.entrySet().stream()
              .allMatch(
                  entry ->
                      snapshot
                          .resolve(entry.getKey().importer(), entry.getKey().path())
                          .equals(entry.getValue()));
    }
  }

  private record Analyzed(Analysis analysis, Analyzer by) {}

  /** What is known about one file. Binding never waits for an analysis. */
  private static final class Slot {
    private final Object binding = new Object();
    private final ReentrantLock analyzing = new ReentrantLock();
    private Optional<Bound> bound = Optional.empty();
    private volatile Optional<Analyzed> analyzed = Optional.empty();
  }

  private record ImportPaths(Object stamp, List<String> paths) {}

  private final Map<String, Slot> slots = new ConcurrentHashMap<>();
  private final Map<String, ImportPaths> importPaths = new ConcurrentHashMap<>();

  private Slot slot(String uri) {
    return slots.computeIfAbsent(uri, any -> new Slot());
  }

  /**
   * The paths of a file's imports.
   *
   * @param stamp equal as long as the file is the same
   * @param read reads them
   */
  List<String> importPaths(String uri, Object stamp, Supplier<List<String>> read) {
    ImportPaths known = importPaths.get(uri);
    if (known == null || !known.stamp().equals(stamp)) {
      known = new ImportPaths(stamp, read.get());
      importPaths.put(uri, known);
    }
    return known.paths();
  }

  /** Forgets a file. */
  void forget(String uri) {
    slots.remove(uri);
    importPaths.remove(uri);
  }

  /** Forgets all other files. */
  void keep(Predicate<String> files) {
    slots.keySet().removeIf(uri -> !files.test(uri));
    importPaths.keySet().removeIf(uri -> !files.test(uri));
  }

  Plan plan(SourceFile file, Snapshot snapshot) {
    Slot slot = slot(file.uri());
    synchronized (slot.binding) {
      Optional<Bound> known = slot.bound.filter(bound -> bound.holds(file, snapshot));
      if (known.isPresent()) {
        return known.get().plan();
      }
      Map<Import, Imports.Result> imports = new HashMap<>();
      Plan plan =
          Plan.bind(
              file,
              (importer, path) ->
                  imports.computeIfAbsent(
                      new Import(importer, path), any -> snapshot.resolve(importer, path)),
              slot.bound.map(Bound::plan));
      slot.bound = Optional.of(new Bound(file, plan, imports));
      return plan;
    }
  }

  /** What was last found in a file, be it in an earlier state of it. Waits for nothing. */
  Optional<Analysis> last(String uri) {
    Slot slot = slots.get(uri);
    return slot == null ? Optional.empty() : slot.analyzed.map(Analyzed::analysis);
  }

  /**
   * A plan analyzed.
   *
   * @param cancellation asked between steps, also while somebody else analyzes the same file
   */
  Analysis analysis(Plan plan, Analyzer analyzer, Cancellation cancellation) {
    Slot slot = slot(plan.file());
    lock(slot.analyzing, cancellation);
    try {
      Optional<Analyzed> before = slot.analyzed;
      if (before.isPresent()
          && before.get().analysis().plan() == plan
          && before.get().by() == analyzer) {
        return before.get().analysis();
      }
      Analysis analysis = analyzer.analyze(plan, before.map(Analyzed::analysis), cancellation);
      slot.analyzed = Optional.of(new Analyzed(analysis, analyzer));
      return analysis;
    } finally {
      slot.analyzing.unlock();
    }
  }

  private static void lock(ReentrantLock lock, Cancellation cancellation) {
    try {
      while (!lock.tryLock(PATIENCE, TimeUnit.MILLISECONDS)) {
        cancellation.check();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the program ends");
    }
  }
}
