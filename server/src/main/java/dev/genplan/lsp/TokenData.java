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

  static TokenData of(int[] numbers) {
    return new TokenData(numbers, 0, numbers.length);
  }

  /** What turns these tokens into others: one edit of whole tokens, or none. */
  List<SemanticTokensEdit> edits(TokenData other) {
    int[] before = numbers;
    int[] after = other.numbers;
    int shorter = Math.min(to, other.to);
    int front = 0;
    while (front < shorter && before[front] == after[front]) {
      front++;
    }
    front -= front % TokenEncoder.SIZE;
    int back = 0;
    while (back < shorter - front && before[to - 1 - back] == after[other.to - 1 - back]) {
      back++;
    }
    back -= back % TokenEncoder.SIZE;
    int deleted = to - back - front;
    int inserted = other.to - back - front;
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
