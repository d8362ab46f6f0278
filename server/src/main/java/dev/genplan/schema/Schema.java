package dev.genplan.schema;

import java.util.List;
import java.util.Optional;

/** All words of the language. */
public final class Schema {

  private Schema() {}

  /** The kinds, in the order of the life cycle. */
  public static List<Kind> kinds() {
    return List.of();
  }

  /** The kind of that name. */
  public static Optional<Kind> kind(String word) {
    return kinds().stream().filter(kind -> kind.word().equals(word)).findFirst();
  }
}
