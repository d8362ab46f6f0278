package dev.genplan.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** The folders as they are written, absolute. */
  List<Path> all() {
    return written;
  }

  /** Whether a path lies inside, as it is written. */
  boolean contain(Path path) {
    return written.stream().anyMatch(path::startsWith) || real.stream().anyMatch(path::startsWith);
  }

  /**
   * The path of a file as the folder it lies in is written, without links inside of the folder.
   *
   * @param path a path in which no links are left
   * @return empty if it does not lie inside
   */
  Optional<Path> inside(Path path) {
    for (int i = 0; i < real.size(); i++) {
      if (path.startsWith(real.get(i))) {
        return Optional.of(written.get(i).resolve(real.get(i).relativize(path)));
      }
    }
    return Optional.empty();
  }
}
