package dev.genplan.lsp;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.eclipse.lsp4j.SemanticTokensEdit;

/** Numbers of tokens as the list that LSP4J wants, without a box around each of them. */
final class TokenData extends AbstractList<Integer> implements RandomAccess {

  private final int[] numbers;
  private final int from;
  private final int to;

  private TokenData(int[] numbers, int from, int to) {
    this.numbers = numbers;
    this.from = from;
    this.to = to;
  }

  static List<Integer> of(int[] numbers) {
    return new TokenData(numbers, 0, numbers.length);
  }

  /** What turns one list of tokens into another: one edit of whole tokens, or none. */
  static List<SemanticTokensEdit> edits(int[] before, int[] after) {
    int shorter = Math.min(before.length, after.length);
    int front = 0;
    while (front < shorter && before[front] == after[front]) {
      front++;
    }
    front -= front % TokenEncoder.SIZE;
    int back = 0;
    while (back < shorter - front
        && before[before.length - 1 - back] == after[after.length - 1 - back]) {
      back++;
    }
    back -= back % TokenEncoder.SIZE;
    int deleted = before.length - back - front;
    int inserted = after.length - back - front;
    return deleted == 0 && inserted == 0
        ? List.of()
        : List.of(
            new SemanticTokensEdit(front, deleted, new TokenData(after, front, front + inserted)));
  }

  @Override
  public Integer get(int index) {
    return numbers[from + index];
  }

  @Override
  public int size() {
    return to - from;
  }
}
