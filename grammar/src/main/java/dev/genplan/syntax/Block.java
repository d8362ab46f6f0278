package dev.genplan.syntax;

import java.util.List;

/**
 * Members between braces.
 *
 * @param members in the order of the text
 * @param closed whether the closing brace is there; if not, {@code end} is where the block was
 *     taken to end
 */
public record Block(List<Member> members, boolean closed, int start, int end) implements Node {

  public Block {
    members = List.copyOf(members);
  }

  /** Offset of the opening brace. */
  public int open() {
    return start;
  }

  /** Offset behind the last position at which a member can stand: before the closing brace. */
  public int innerEnd() {
    return closed ? end - 1 : end;
  }

  @Override
  public List<Node> children() {
    return List.copyOf(members);
  }
}
