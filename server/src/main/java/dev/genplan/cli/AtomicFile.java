package dev.genplan.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes a file so that at every moment it has either its old content or all of the new one. */
final class AtomicFile {

  private AtomicFile() {}

  /**
   * Replaces the content of a file and keeps its permissions.
   *
   * @param file an existing file, not a link
   * @throws IOException if that is not possible; the file is then as it was
   */
  static void write(Path file, String text) throws IOException {
    if (!Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    Path part = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp");
    try {
      Files.writeString(part, text);
      PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
      if (view != null) {
        view.setPermissions(Files.getPosixFilePermissions(file));
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
