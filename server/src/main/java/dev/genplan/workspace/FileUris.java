package dev.genplan.workspace;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.HexFormat;
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
      return Optional.of(Path.of(new URI(escaped(uri))).normalize());
    } catch (CharacterCodingException
        | URISyntaxException
        | IllegalArgumentException
        | FileSystemNotFoundException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * Whatever is not ASCII as its bytes in UTF-8. Unlike {@link URI#toASCIIString} it composes no
   * letters, for that would name another file, and tells half a character from a whole one.
   */
  private static String escaped(String uri) throws CharacterCodingException {
    ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(uri));
    StringBuilder ascii = new StringBuilder(bytes.remaining());
    while (bytes.hasRemaining()) {
      byte unit = bytes.get();
      if (unit < 0) {
        ascii.append('%').append(HexFormat.of().withUpperCase().toHexDigits(unit));
      } else {
        ascii.append((char) unit);
      }
    }
    return ascii.toString();
  }

  /** The name of a file as people call it; the URI where there is none. */
  public static String name(String uri) {
    return path(uri).map(Path::getFileName).map(Path::toString).orElse(uri);
  }

  /** The one spelling of a URI; one that does not name a file on this machine stays as it is. */
  public static String normalize(String uri) {
    return path(uri).map(FileUris::of).orElse(uri);
  }
}
