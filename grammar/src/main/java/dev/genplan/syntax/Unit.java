package dev.genplan.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit behind a number: {@code GB}, {@code USD/hour}, {@code USD/1M tokens}.
 *
 * @param numerator the unit, or what stands before the slash
 * @param per the number behind the slash with its magnitude, 1 if there is none
 * @param denominator the unit behind the slash
 */
public record Unit(Name numerator, double per, Optional<Name> denominator, int start, int end)
    implements Node {

  /** As written, without the white space. */
  public String text() {
    return denominator
        .map(
            name ->
                numerator.text() + "/" + (per == 1 ? "" : Numbers.plain(per) + " ") + name.text())
        .orElse(numerator.text());
  }

  @Override
  public List<Node> children() {
    List<Node> nodes = new ArrayList<>(2);
    nodes.add(numerator);
    denominator.ifPresent(nodes::add);
    return nodes;
  }
}
