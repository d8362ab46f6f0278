package dev.genplan.editing;

import dev.genplan.syntax.Node;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.Value;
import java.util.Optional;

/** Finds nodes of the tree by their place in the file. */
final class Nodes {

  /**
   * A value and what the offsets in it count from.
   *
   * @param range the range that it is an end of, if it is
   */
  record PlacedValue(Value value, int base, Optional<Value.Range> range) {}

  private Nodes() {}

  /**
   * The innermost value, list aside, in which a token stands that starts at an offset; not one in
   * whose block it stands.
   */
  static Optional<PlacedValue> valueAt(SyntaxTree tree, int offset) {
    for (SyntaxTree.Placed placed : tree.members()) {
      if (holds(placed.member(), offset - placed.base())) {
        return innermost(placed.member(), offset - placed.base(), placed.base());
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Node node, int offset) {
    return node.start() <= offset && offset < node.end();
  }

  private static Optional<PlacedValue> innermost(Node outer, int offset, int base) {
    Optional<PlacedValue> found = Optional.empty();
    Optional<Node> node = Optional.of(outer);
    while (node.isPresent()) {
      Node current = node.get();
      if (current instanceof Value value && !(value instanceof Value.Sequence)) {
        Optional<Value.Range> range =
            found
                .map(PlacedValue::value)
                .filter(Value.Range.class::isInstance)
                .map(Value.Range.class::cast);
        boolean inBlock = value.block().filter(block -> holds(block, offset)).isPresent();
        found = inBlock ? Optional.empty() : Optional.of(new PlacedValue(value, base, range));
      }
      node = current.children().stream().filter(child -> holds(child, offset)).findFirst();
    }
    return found;
  }
}
