package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.SourceEdits;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Formatter;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Node;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the innermost block around the caret on one line, or over several. */
final class BlockShape implements Offer {

  private static final Message ONE = Message.of("Write the block on one line", "将此块写在一行");
  private static final Message SEVERAL =
      Message.of("Write the block over several lines", "将此块分写为多行");
  private static final int WIDTH = 100;

  @Override
  public ActionKind kind() {
    return ActionKind.REWRITE;
  }

  @Override
  public void offer(Place place, List<Action> into) {
    SyntaxTree tree = place.plan().source().tree();
    int base = tree.start(tree.chunkAt(place.range().start()));
    Optional<Block> block = Optional.empty();
    for (SyntaxTree.Placed placed : tree.members()) {
      if (placed.base() == base) {
        block = block.or(() -> innermost(placed.member(), place.range(), base));
      }
    }
    if (block.isEmpty() || block.get().members().isEmpty() || !isSound(block.get())) {
      return;
    }
    Block chosen = block.get();
    Span inside = new Span(base + chosen.open() + 1, base + chosen.innerEnd());
    String text = tree.text().substring(inside.start(), inside.end());
    List<String> members =
        chosen.members().stream()
            .map(member -> tree.text().substring(base + member.start(), base + member.end()))
            .toList();
    if (text.indexOf('\n') < 0) {
      into.add(
          Action.of(
              "several lines " + inside, kind(), SEVERAL, () -> several(place, inside, members)));
    } else if (fits(tree, base, chosen, text, members)) {
      into.add(Action.of("one line " + inside, kind(), ONE, () -> one(place, inside, members)));
    }
  }

  private static Optional<Block> innermost(Node node, Span range, int base) {
    for (Node child : node.children()) {
      if (child.span().shift(base).contains(range)) {
        Optional<Block> inner = innermost(child, range, base);
        return inner.isPresent() || !(child instanceof Block block) ? inner : Optional.of(block);
      }
    }
    return Optional.empty();
  }

  private static boolean isSound(Block block) {
    return block.closed() && block.members().stream().noneMatch(Member::broken);
  }

  /** Whether nothing is in it that needs a line of its own, and the line does not get too long. */
  private static boolean fits(
      SyntaxTree tree, int base, Block block, String text, List<String> members) {
    if (text.contains("//") || members.stream().anyMatch(member -> member.indexOf('\n') >= 0)) {
      return false;
    }
    int before = tree.lines().column(base + block.open());
    int length = members.stream().mapToInt(member -> member.length() + 2).sum();
    return before + length + 4 <= WIDTH;
  }

  private static Change one(Place place, Span inside, List<String> members) {
    Edit edit =
        new Edit(new Location(place.file(), inside), " " + String.join(", ", members) + " ");
    return Change.of(Texts.tidy(place.plan().source(), List.of(edit)));
  }

  /** One member a line; the formatter knows where each of them stands. */
  private static Change several(Place place, Span inside, List<String> members) {
    String end = SourceEdits.lineEnd(place.text());
    String lines = members.stream().collect(Collectors.joining(end, end, end));
    String text =
        Texts.apply(place.text(), List.of(new Edit(new Location(place.file(), inside), lines)));
    SyntaxTree tree = SyntaxTree.parse(text);
    Span written = new Span(inside.start(), inside.start() + lines.length() + 1);
    List<Edit> edits = new ArrayList<>();
    Formatter.edits(tree, written)
        .forEach(edit -> edits.add(new Edit(new Location(place.file(), edit.span()), edit.text())));
    return Change.of(Texts.between(place.file(), place.text(), Texts.apply(text, edits)));
  }
}
