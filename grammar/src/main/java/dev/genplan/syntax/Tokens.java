package dev.genplan.syntax;

import java.util.Arrays;

/**
 * The tokens of a chunk, without gaps: each ends where the next one starts. Kept as two arrays,
 * because a large plan has hundreds of thousands of them.
 */
public final class Tokens {

  private static final TokenKind[] KINDS = TokenKind.values();

  private final byte[] kinds;
  private final int[] starts;

  /**
   * @param kinds one for each token
   * @param starts offsets from the start of the chunk, ascending, the first one 0; one more than
   *     kinds, the last one the chunk's length
   */
  @SuppressWarnings("EnumOrdinal") // A byte for a reference: large plans have very many tokens.
  Tokens(TokenKind[] kinds, int[] starts) {
    this.kinds = new byte[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      this.kinds[i] = (byte) kinds[i].ordinal();
    }
    this.starts = starts;
  }

  public int size() {
    return kinds.length;
  }

  public TokenKind kind(int index) {
    return KINDS[kinds[index]];
  }

  /** Offset of a token's first unit, from the start of the chunk. */
  public int start(int index) {
    return starts[index];
  }

  /** Offset behind a token's last unit, from the start of the chunk. */
  public int end(int index) {
    return starts[index + 1];
  }

  /** The index of the token that holds the unit at an offset; the last one at the chunk's end. */
  public int at(int offset) {
    int found = Arrays.binarySearch(starts, 0, kinds.length, offset);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }
}
