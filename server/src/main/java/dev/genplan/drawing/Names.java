package dev.genplan.drawing;

import java.util.HashMap;
import java.util.Map;

/** Short names for nodes, in languages that could not take those of the plan. */
final class Names {

  private final Map<String, String> names = new HashMap<>();

  /** The name of a node, the same for the same id. */
  String of(String id) {
    return names.computeIfAbsent(id, any -> "n" + names.size());
  }
}
