package dev.genplan.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds declarations that wait for each other. Two kinds of circle are none: the input of a round,
 * and data that a monitor has recorded, which belongs to the next turn of the life cycle.
 */
final class Cycles {

  private final List<List<Symbol>> found = new ArrayList<>();
  private final Set<Symbol> done = new HashSet<>();
  private final List<Symbol> path = new ArrayList<>();

  private Cycles() {}

  static List<List<Symbol>> of(Plan plan) {
    Cycles cycles = new Cycles();
    for (Symbol symbol : plan.symbols()) {
      cycles.visit(symbol);
    }
    return cycles.found;
  }

  /** Depth first with an explicit stack of iterators, so that a long chain does not overflow. */
  private void visit(Symbol start) {
    if (done.contains(start)) {
      return;
    }
    List<List<Symbol>> open = new ArrayList<>();
    path.add(start);
    open.add(new ArrayList<>(before(start)));
    while (!open.isEmpty()) {
      List<Symbol> rest = open.get(open.size() - 1);
      if (rest.isEmpty()) {
        done.add(path.remove(path.size() - 1));
        open.remove(open.size() - 1);
        continue;
      }
      Symbol next = rest.remove(rest.size() - 1);
      int at = path.indexOf(next);
      if (at >= 0) {
        found.add(fromFirst(path.subList(at, path.size())));
      } else if (!done.contains(next)) {
        path.add(next);
        open.add(new ArrayList<>(before(next)));
      }
    }
  }

  private static List<Symbol> before(Symbol symbol) {
    List<Symbol> before = new ArrayList<>();
    for (Link link : symbol.links()) {
      boolean nextRound =
          link.target() instanceof Resolution.RoundInput
              || link.symbol().filter(target -> target.is("monitor")).isPresent();
      boolean inward = link.symbol().flatMap(Symbol::parent).filter(symbol::equals).isPresent();
      if (!nextRound && !inward) {
        link.symbol().ifPresent(before::add);
      }
    }
    return before;
  }

  private static List<Symbol> fromFirst(List<Symbol> cycle) {
    int first = 0;
    for (int i = 1; i < cycle.size(); i++) {
      if (position(cycle.get(i)) < position(cycle.get(first))) {
        first = i;
      }
    }
    List<Symbol> turned = new ArrayList<>(cycle.subList(first, cycle.size()));
    turned.addAll(cycle.subList(0, first));
    return turned;
  }

  private static int position(Symbol symbol) {
    return symbol.base() + symbol.node().start();
  }
}
