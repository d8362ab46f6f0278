package dev.genplan.workspace;

import dev.genplan.plan.Imports;
import dev.genplan.plan.SourceFile;
import dev.genplan.syntax.SyntaxTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files as they are on the disk, each read and parsed once. Imports are followed inside the
 * workspace only: neither a path nor a link leads out of it. May be used by several threads.
 */
public final class DiskFiles implements Imports {

  /** No text that is short enough to be parsed takes more bytes than this. */
  private static final int MOST_BYTES = 3 * SyntaxTree.MAX_LENGTH;

  /**
   * A file read.
   *
   * @param isUtf8 whether its bytes are; where they are not, the text holds replacement characters
   */
  public record Content(SourceFile file, boolean isUtf8) {}

  private final List<Path> roots;
  private final Map<Path, Content> known = new ConcurrentHashMap<>();

  /**
   * @param roots real paths of the folders of the workspace
   */
  public DiskFiles(List<Path> roots) {
    this.roots = List.copyOf(roots);
  }

  /**
   * Takes what a stream gives for the content of a file, whatever is on the disk.
   *
   * @param path an absolute path
   * @throws IOException if the stream cannot be read
   */
  public Content put(Path path, InputStream in) throws IOException {
    Content content = content(path, in);
    known.put(path, content);
    return content;
  }

  /**
   * A file.
   *
   * @param path its real path, inside the workspace or not
   * @throws IOException if it cannot be read
   */
  public Content read(Path path) throws IOException {
    try {
      return known.computeIfAbsent(path, DiskFiles::loadUnchecked);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A file that has been read before, be it for an import. */
  public Optional<SourceFile> known(String uri) {
    return Optional.ofNullable(known.get(Path.of(URI.create(uri)))).map(Content::file);
  }

  @Override
  public Result resolve(String importer, String path) {
    try {
      Path target = Path.of(URI.create(importer)).resolveSibling(path).normalize();
      if (!isInside(target)) {
        return new Outside();
      }
      if (!known.containsKey(target)) {
        if (!Files.isRegularFile(target)) {
          return new Missing();
        }
        target = target.toRealPath();
      }
      return isInside(target) ? new Found(read(target).file()) : new Outside();
    } catch (InvalidPathException | IOException e) {
      return new Missing();
    }
  }

  private boolean isInside(Path path) {
    return roots.stream().anyMatch(path::startsWith);
  }

  private static Content loadUnchecked(Path path) {
    try {
      return load(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads and parses a file. */
  static Content load(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return content(path, in);
    }
  }

  private static Content content(Path path, InputStream in) throws IOException {
    // One byte more shows that the file is too large; the rest of it need not be read.
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    String text;
    boolean isUtf8 = true;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, StandardCharsets.UTF_8);
      isUtf8 = bytes.length > MOST_BYTES;
    }
    return new Content(new SourceFile(path.toUri().toString(), SyntaxTree.parse(text)), isUtf8);
  }
}
