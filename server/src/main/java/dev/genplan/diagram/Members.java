package dev.genplan.diagram;

import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The declarations of a plan that stand in its pictures, each with the name it goes by there: all
 * stages and artifacts of its own file, and those of other files that something in it needs.
 */
final class Members {

  private final Map<Symbol, String> ids = new LinkedHashMap<>();

  Members(Plan plan) {
    Map<String, Integer> taken = new HashMap<>();
    Set<Symbol> reached = reached(plan);
    for (Symbol symbol : plan.symbols()) {
      if (reached.contains(symbol)) {
        String name = symbol.name().isEmpty() ? keyword(symbol) : symbol.qualifiedName();
        int number = taken.merge(name, 1, Integer::sum);
        ids.put(symbol, number == 1 ? name : name + "#" + number);
      }
    }
  }

  private static String keyword(Symbol symbol) {
    return symbol.node().keyword().text();
  }

  private static Set<Symbol> reached(Plan plan) {
    Set<Symbol> reached = new HashSet<>();
    Deque<Symbol> open = new ArrayDeque<>(plan.own());
    while (!open.isEmpty()) {
      Symbol symbol = whole(open.pop());
      if (isShown(symbol) && reached.add(symbol)) {
        symbol.links().forEach(link -> link.symbol().ifPresent(open::push));
        open.addAll(symbol.inner());
        symbol.repeat().ifPresent(open::push);
      }
    }
    return reached;
  }

  private static boolean isShown(Symbol symbol) {
    return !symbol.is("project") && !symbol.is("compute");
  }

  /** The dataset of a split; anything else itself. */
  static Symbol whole(Symbol symbol) {
    return symbol.kind().isEmpty() && symbol.parent().isPresent() ? symbol.parent().get() : symbol;
  }

  /** The declarations, in the order of the plan. */
  List<Symbol> symbols() {
    return List.copyOf(ids.keySet());
  }

  /** Whether a declaration stands in the pictures. */
  boolean contains(Symbol symbol) {
    return ids.containsKey(symbol);
  }

  /** The name that a declaration goes by. */
  String id(Symbol symbol) {
    return ids.get(symbol);
  }
}
