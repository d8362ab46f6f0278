package dev.genplan.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders of a workspace, outside of which nothing is read: neither by {@code ..} nor through a
 * link.
 */
final class Folders {

  private final List<Path> written;
  private final List<Path> real;

  /**
   * @param folders absolute or relative to the working folder; one that does not exist holds
   *     nothing
   */
  Folders(List<Path> folders) {
    List<Path> asWritten = new ArrayList<>();
    List<Path> asTheyAre = new ArrayList<>();
    for (Path folder : folders) {
      Path absolute = folder.toAbsolutePath().normalize();
      asWritten.add(absolute);
      try {
        asTheyAre.add(absolute.toRealPath());
      } catch (IOException missing) {
        asTheyAre.add(absolute);
      }
    }
    this.written = List.copyOf(asWritten);
    this.real = List.copyOf(asTheyAre);
  }

  /** Whether a path lies inside, as it is written. */
  boolean contain(Path path) {
    return written.stream().anyMatch(path::startsWith) || containReal(path);
  }

  /** Whether a path in which no links are left lies inside. */
  boolean containReal(Path path) {
    return real.stream().anyMatch(path::startsWith);
  }
}
