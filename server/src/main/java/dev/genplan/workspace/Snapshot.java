package dev.genplan.workspace;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All files at one moment. What is worked out about them is worked out when first asked for, and
 * kept; many threads may ask at once. Whatever is reused from before gives what working it out anew
 * would give.
 */
public final class Snapshot implements Imports {

  private final Folders folders;
  private final Map<String, Document> open;
  private final Disk disk;
  private final Analyzer analyzer;
  private final Cache cache;
  private Map<String, List<String>> importers;

  Snapshot(Folders folders, Map<String, Document> open, Disk disk, Analyzer analyzer, Cache cache) {
    this.folders = folders;
    this.open = Map.copyOf(open);
    this.disk = disk;
    this.analyzer = analyzer;
    this.cache = cache;
  }

  Folders folders() {
    return folders;
  }

  Map<String, Document> buffers() {
    return open;
  }

  Disk disk() {
    return disk;
  }

  Analyzer analyzer() {
    return analyzer;
  }

  /** The open buffers, in no particular order. */
  public Collection<Document> documents() {
    return open.values();
  }

  /** URIs of all plans: the open buffers, and what lies in the folders; sorted. */
  public SortedSet<String> files() {
    SortedSet<String> all = new TreeSet<>(open.keySet());
    for (Path folder : folders.all()) {
      for (Path file : disk.plans(folder)) {
        all.add(disk.uri(file));
      }
    }
    return all;
  }

  /** URIs of the plans that import a file; sorted. */
  public List<String> importers(String uri) {
    return importers().getOrDefault(uri, List.of());
  }

  private synchronized Map<String, List<String>> importers() {
    if (importers == null) {
      importers = new HashMap<>();
      for (String importer : files()) {
        Set<String> imported = new HashSet<>();
        for (String path : importPaths(importer)) {
          if (resolve(importer, path) instanceof Imports.Found found) {
            imported.add(found.file().uri());
          }
        }
        imported.forEach(
            file -> importers.computeIfAbsent(file, any -> new ArrayList<>()).add(importer));
      }
    }
    return importers;
  }

  private List<String> importPaths(String uri) {
    return stamp(uri)
        .map(
            stamp ->
                cache.importPaths(
                    uri, stamp, () -> glance(uri).map(SourceFile::imports).orElse(List.of())))
        .orElse(List.of());
  }

  /** What stays equal as long as a file is the same; empty if there is no such file. */
  public Optional<Object> stamp(String uri) {
    Document document = open.get(uri);
    return document != null
        ? Optional.of(document)
        : FileUris.path(uri).flatMap(disk::stamp).map(Object.class::cast);
  }

  /** Reads a file like {@link #file}, without keeping what is on disk. */
  public Optional<SourceFile> glance(String uri) {
    return open.containsKey(uri)
        ? file(uri)
        : FileUris.path(uri).flatMap(path -> disk.glance(path, uri).file());
  }

  /** Whether a file is open, or lies in a folder of the workspace when all links are followed. */
  public boolean holds(String uri) {
    return open.containsKey(uri)
        || FileUris.path(uri).flatMap(disk::real).flatMap(folders::inside).isPresent();
  }

  /** The open buffer of that URI. */
  public Optional<Document> document(String uri) {
    return Optional.ofNullable(open.get(uri));
  }

  /**
   * A file: its buffer where it is open, else what is on disk; empty if it cannot be read. Does not
   * ask whether the file lies in the workspace; that is for imports, which are written by others.
   *
   * @param uri in the spelling of {@link FileUris}
   */
  public Optional<SourceFile> file(String uri) {
    Document document = open.get(uri);
    return document != null
        ? Optional.of(document.file())
        : FileUris.path(uri).flatMap(path -> disk.read(path, uri));
  }

  /** Whether a file is a buffer or encoded in UTF-8; what else it holds cannot be trusted. */
  public boolean isUtf8(String uri) {
    return open.containsKey(uri)
        || FileUris.path(uri).filter(path -> disk.isUtf8(path, uri)).isPresent();
  }

  /** A file with its names bound; empty if it cannot be read. */
  public Optional<Plan> plan(String uri) {
    return file(uri).map(file -> cache.plan(file, this));
  }

  /**
   * A file analyzed; empty if it cannot be read.
   *
   * @param cancellation asked between steps
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Optional<Analysis> analysis(String uri, Cancellation cancellation) {
    return plan(uri).map(plan -> cache.analysis(plan, analyzer, cancellation));
  }

  /**
   * Checks a file as it is on disk and keeps nothing of it. It has no findings if it is not there.
   *
   * @param cancellation asked between steps
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public CheckedFile check(String uri, Cancellation cancellation) {
    Optional<Path> path = FileUris.path(uri);
    Optional<Disk.Entry> entry = path.map(known -> disk.glance(known, uri));
    Optional<SourceFile> file = entry.flatMap(Disk.Entry::file);
    Basis basis = new Basis(path, entry.flatMap(Disk.Entry::stamp), analyzer);
    if (file.isEmpty()) {
      boolean isThere = entry.flatMap(Disk.Entry::stamp).isPresent();
      return new CheckedFile(
          file, isThere ? List.of(CheckedFile.unreadable(uri)) : List.of(), basis);
    }
    if (!entry.get().isUtf8()) {
      return new CheckedFile(file, List.of(CheckedFile.notUtf8(file.get())), basis);
    }
    Plan plan = Plan.bind(file.get(), basis.recording(this));
    Analysis analysis = analyzer.analyze(plan, Optional.empty(), cancellation);
    return new CheckedFile(file, analysis.diagnostics(), basis);
  }

  /**
   * What would be found if a file had another text.
   *
   * @param before an analysis of the file as it is
   * @param cancellation asked between steps
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Analysis suppose(Analysis before, String text, Cancellation cancellation) {
    SourceFile source = before.plan().source();
    SourceFile file = new SourceFile(source.uri(), source.tree().update(text));
    return analyzer.analyze(file, this, Optional.of(before), cancellation);
  }

  /** What was last found in a file, be it in an earlier state of it. Waits for nothing. */
  public Optional<Analysis> lastAnalysis(String uri) {
    return cache.last(uri);
  }

  /** The day on which files are analyzed. */
  public LocalDate today() {
    return analyzer.today();
  }

  /**
   * What an import leads to.
   *
   * @param importer URI of the file in which it stands
   * @param path as written
   */
  @Override
  public Result resolve(String importer, String path) {
    Optional<Path> target = FileUris.path(importer).flatMap(file -> sibling(file, path));
    if (target.isEmpty()) {
      return new Missing();
    }
    if (!folders.contain(target.get())) {
      return new Outside();
    }
    String uri = disk.uri(target.get());
    if (open.containsKey(uri)) {
      return found(uri);
    }
    Optional<Path> real = disk.real(target.get());
    if (real.isEmpty()) {
      return new Imports.Missing();
    }
    return folders
        .inside(real.get())
        .map(file -> found(disk.uri(file)))
        .orElseGet(Imports.Outside::new);
  }

  private Imports.Result found(String uri) {
    return file(uri).<Imports.Result>map(Imports.Found::new).orElseGet(Imports.Missing::new);
  }

  private static Optional<Path> sibling(Path file, String path) {
    try {
      return path.isBlank() ? Optional.empty() : Optional.of(file.resolveSibling(path).normalize());
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }
}
