package dev.genplan.workspace;

import dev.genplan.syntax.SyntaxTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What stands in a file.
 *
 * @param text all of it, or of a file that is too large to be parsed so much that this shows
 * @param isUtf8 whether its bytes are; where they are not, the text holds replacement characters
 */
public record FileText(String text, boolean isUtf8) {

  /** No text that is short enough to be parsed takes more bytes than this. */
  private static final int MOST_BYTES = 3 * SyntaxTree.MAX_LENGTH;

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   */
  public static FileText read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in);
    }
  }

  /**
   * Reads a stream to its end.
   *
   * @throws IOException if it cannot be read
   */
  public static FileText read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new FileText(text, true);
    } catch (CharacterCodingException e) {
      // Where a large file was cut, half a character may stand at the end.
      return new FileText(new String(bytes, StandardCharsets.UTF_8), bytes.length > MOST_BYTES);
    }
  }
}
