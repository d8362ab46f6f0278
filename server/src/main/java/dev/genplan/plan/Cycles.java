package dev.genplan.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds declarations that wait for each other. Two kinds of circle are none: the input of a round,
 * and data that a monitor has recorded, which belongs to the next turn of the life cycle.
 */
final class Cycles extends DepthFirst {

  private final List<List<Symbol>> found = new ArrayList<>();
  private final List<Symbol> path = new ArrayList<>();

  /** The place of each declaration on the path from where the search has started; -1 beside it. */
  private final int[] place;

  private Cycles(int size) {
    this.place = new int[size];
    Arrays.fill(place, -1);
  }

  static List<List<Symbol>> of(Plan plan) {
    Cycles cycles = new Cycles(plan.symbols().size());
    cycles.visit(plan.symbols(), () -> {});
    return cycles.found;
  }

  @Override
  List<Symbol> enter(Symbol symbol) {
    place[symbol.index()] = path.size();
    path.add(symbol);
    return before(symbol);
  }

  @Override
  void meetAgain(Symbol from, Symbol known) {
    int at = place[known.index()];
    if (at >= 0) {
      found.add(fromFirst(path.subList(at, path.size())));
    }
  }

  @Override
  void leave(Symbol symbol) {
    path.remove(path.size() - 1);
    place[symbol.index()] = -1;
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
    Collections.reverse(before);
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
