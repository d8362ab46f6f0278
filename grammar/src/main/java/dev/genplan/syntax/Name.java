package dev.genplan.syntax;

import java.util.List;

/**
 * One name: of a kind, a property, a thing, a unit, a metric.
 *
 * @param text in Unicode normalization form C, so that equal names have equal texts; empty where a
 *     name is missing behind a dot
 */
public record Name(String text, int start, int end) implements Node {

  @Override
  public List<Node> children() {
    return List.of();
  }
}
