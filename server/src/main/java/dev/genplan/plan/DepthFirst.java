package dev.genplan.plan;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Goes through the declarations of a plan so that each is left after those it needs have been left,
 * unless they need each other. It has a stack of its own: a chain as long as the plan does not
 * overflow that of the thread.
 */
abstract class DepthFirst {

  private record Open(Symbol symbol, Iterator<Symbol> rest) {}

  /**
   * A declaration is met for the first time.
   *
   * @return what it needs, in the order in which that is to be visited
   */
  abstract List<Symbol> enter(Symbol symbol);

  /** Everything a declaration needs has been left, or is waiting for it. */
  abstract void leave(Symbol symbol);

  /** The search comes across a declaration again that was met before. */
  void meetAgain(Symbol from, Symbol known) {}

  /** The search goes back from a declaration to the one that needs it. */
  void back(Symbol to, Symbol from) {}

  /**
   * Visits all declarations of a plan, each once.
   *
   * @param symbols all of them; the search starts in their order
   * @param step called at each of them; throws to stop the work
   */
  final void visit(List<Symbol> symbols, Runnable step) {
    boolean[] met = new boolean[symbols.size()];
    List<Open> open = new ArrayList<>();
    for (Symbol start : symbols) {
      step.run();
      if (met[start.index()]) {
        continue;
      }
      met[start.index()] = true;
      open.add(new Open(start, enter(start).iterator()));
      while (!open.isEmpty()) {
        step.run();
        Open top = open.get(open.size() - 1);
        if (!top.rest().hasNext()) {
          open.remove(open.size() - 1);
          leave(top.symbol());
          if (!open.isEmpty()) {
            back(open.get(open.size() - 1).symbol(), top.symbol());
          }
          continue;
        }
        Symbol next = top.rest().next();
        if (met[next.index()]) {
          meetAgain(top.symbol(), next);
        } else {
          met[next.index()] = true;
          open.add(new Open(next, enter(next).iterator()));
        }
      }
    }
  }
}
