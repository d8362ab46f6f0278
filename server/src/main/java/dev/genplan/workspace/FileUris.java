package dev.genplan.workspace;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** The URIs by which files are known: one spelling for each file, whatever a client writes. */
public final class FileUris {
  private FileUris() {}

  /** The URI of a file, made absolute and without {@code ..}. */
  public static String of(Path path) {
    return path.toAbsolutePath().normalize().toUri().toString();
  }

  /** The path behind a URI; empty if it does not name a file on this machine. */
  public static Optional<Path> path(String uri) {
    if (!uri.regionMatches(true, 0, "file:", 0, 5)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(URI.create(new URI(uri).toASCIIString())).normalize());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notOurs) {
      return Optional.empty();
    }
  }

  /** The one spelling of a URI; one that does not name a file on this machine stays as it is. */
  public static String normalize(String uri) {
    return path(uri).map(FileUris::of).orElse(uri);
  }
}
