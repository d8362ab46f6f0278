package dev.genplan.workspace;

import dev.genplan.plan.SourceFile;
import dev.genplan.syntax.SyntaxTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files on disk as they were when each was first asked for. Snapshots share it as long as
 * nothing says that files have changed, so that an edit of a buffer never waits for the disk.
 */
final class Disk {

  /** By which a file that was written to is told from one that was not. */
  record Stamp(FileTime modified, long size, Optional<Object> key) {

    static Stamp of(BasicFileAttributes attributes) {
      return new Stamp(
          attributes.lastModifiedTime(),
          attributes.size(),
          Optional.ofNullable(attributes.fileKey()));
    }
  }

  /**
   * A file as it was looked at.
   *
   * @param stamp empty if there is no file
   * @param file empty if it cannot be read
   * @param isUtf8 whether its text is all there
   */
  record Entry(Optional<Stamp> stamp, Optional<SourceFile> file, boolean isUtf8) {}

  private static final Entry NOTHING = new Entry(Optional.empty(), Optional.empty(), false);

  private final Map<Path, Entry> entries = new ConcurrentHashMap<>();
  private final Map<Path, Optional<Stamp>> stamps = new ConcurrentHashMap<>();
  private final Map<Path, Optional<Path>> real = new ConcurrentHashMap<>();
  private final Map<Path, List<Path>> listings = new ConcurrentHashMap<>();
  private final Map<Path, String> uris = new ConcurrentHashMap<>();
  private final Map<Path, Entry> earlier;

  Disk() {
    this(Map.of());
  }

  private Disk(Map<Path, Entry> earlier) {
    this.earlier = earlier;
  }

  /**
   * A view that looks at each file anew; what has not changed is not read again, what is gone is
   * forgotten.
   */
  Disk refreshed() {
    Map<Path, Entry> known = new HashMap<>(earlier);
    known.putAll(entries);
    known.keySet().removeIf(path -> lookAtStamp(path).isEmpty());
    return new Disk(known);
  }

  /**
   * Reads a file.
   *
   * @param path where it lies
   * @param uri under which it is known
   * @return empty if it is not there or cannot be read
   */
  Optional<SourceFile> read(Path path, String uri) {
    return entries.computeIfAbsent(path, any -> look(path, uri)).file();
  }

  /** Whether a file is encoded as it should be, so that its text is all there. */
  boolean isUtf8(Path path, String uri) {
    return entries.computeIfAbsent(path, any -> look(path, uri)).isUtf8();
  }

  /** Reads a file like {@link #read} without keeping what stands in it. */
  Entry glance(Path path, String uri) {
    Entry kept = entries.get(path);
    Entry entry = kept == null ? look(path, uri) : kept;
    stamps.put(path, entry.stamp());
    return entry;
  }

  /** By which a file is known to be the same; empty if there is none. */
  Optional<Stamp> stamp(Path path) {
    Entry kept = entries.get(path);
    return kept == null ? stamps.computeIfAbsent(path, Disk::lookAtStamp) : kept.stamp();
  }

  private static Optional<Stamp> lookAtStamp(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return attributes.isRegularFile() ? Optional.of(Stamp.of(attributes)) : Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  private Entry look(Path path, String uri) {
    Optional<Stamp> found = lookAtStamp(path);
    if (found.isEmpty()) {
      return NOTHING;
    }
    try {
      Stamp stamp = found.get();
      Entry before = earlier.get(path);
      if (before != null
          && before.file().isPresent()
          && before.stamp().filter(stamp::equals).isPresent()) {
        return before;
      }
      FileText content = FileText.read(path);
      SourceFile file = new SourceFile(uri, SyntaxTree.parse(content.text()));
      return new Entry(Optional.of(stamp), Optional.of(file), content.isUtf8());
    } catch (IOException unreadable) {
      return new Entry(found, Optional.empty(), false);
    }
  }

  /**
   * The plans in a folder and below, as {@link PlanFiles} finds them, named as the folder is, be it
   * a link.
   */
  List<Path> plans(Path folder) {
    return listings.computeIfAbsent(
        folder, any -> real(folder).map(real -> plans(folder, real)).orElse(List.of()));
  }

  private static List<Path> plans(Path folder, Path real) {
    return PlanFiles.in(real).files().stream()
        .map(file -> folder.resolve(real.relativize(file)))
        .toList();
  }

  /** Where a path leads when all links are followed; empty if there is nothing. */
  Optional<Path> real(Path path) {
    return real.computeIfAbsent(path, Disk::follow);
  }

  /** The URI of a path, which the JDK asks the disk for: that of a folder ends with a slash. */
  String uri(Path path) {
    return uris.computeIfAbsent(path, FileUris::of);
  }

  private static Optional<Path> follow(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException missing) {
      return Optional.empty();
    }
  }
}
