package dev.genplan.syntax;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Names with dots between them: {@code sft}, {@code dialogsum.train}, {@code truthfulqa.truthful}.
 *
 * @param names at least one; the last one is empty where the text ends with a dot
 */
public record Path(List<Name> names, int start, int end) implements Node {

  public Path {
    names = List.copyOf(names);
  }

  public Name first() {
    return names.get(0);
  }

  public Name last() {
    return names.get(names.size() - 1);
  }

  public boolean isSimple() {
    return names.size() == 1;
  }

  /** The path as written, without white space. */
  public String text() {
    return isSimple()
        ? first().text()
        : names.stream().map(Name::text).collect(Collectors.joining("."));
  }

  @Override
  public List<Node> children() {
    return List.copyOf(names);
  }
}
