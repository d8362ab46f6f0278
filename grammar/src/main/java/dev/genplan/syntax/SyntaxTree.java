package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import java.util.List;

/**
 * A file's text and what stands in it: immutable and lossless, the tokens of its chunks give the text
 * back unit by unit, whatever is in it.
 */
public final class SyntaxTree {

  private final String text;
  private final List<Chunk> chunks;
  private final int[] starts;

  /**
   * @param chunks pieces that follow each other without gaps
   * @param starts offset of each chunk in the text
   */
  SyntaxTree(String text, List<Chunk> chunks, int[] starts) {
    this.text = text;
    this.chunks = List.copyOf(chunks);
    this.starts = starts;
  }

  public String text() {
    return text;
  }

  public List<Chunk> chunks() {
    return chunks;
  }

  /** Offset in the text at which a chunk starts. */
  public int start(int chunk) {
    return starts[chunk];
  }

  /** A member at the top of the file and the offset from which its positions count. */
  public record Placed(Member member, int base, int chunk) {}
}
