package dev.genplan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts declarations into an order in which each stands behind all that it waits for, as far as they
 * do not wait for each other.
 */
public final class Order extends DepthFirst {

  private final List<Symbol> ordered;

  private Order(int size) {
    ordered = new ArrayList<>(size);
  }

  /** All declarations of a plan in such an order. */
  public static List<Symbol> of(Plan plan) {
    Order order = new Order(plan.symbols().size());
    order.visit(plan.symbols(), () -> {});
    return order.ordered;
  }

  /**
   * What a reference waits for: its target, for the input of a round what the rounds start from.
   * Empty for what a monitor has recorded, which belongs to the next turn of the life cycle.
   */
  public static List<Symbol> awaited(Link link) {
    if (link.target() instanceof Resolution.RoundInput round) {
      return round.repeat().targets("start");
    }
    Optional<Symbol> target = link.symbol();
    return target.isEmpty() || target.get().is("monitor") ? List.of() : List.of(target.get());
  }

  @Override
  List<Symbol> enter(Symbol symbol) {
    List<Symbol> before = new ArrayList<>(symbol.inner().size());
    if (symbol.is("repeat")) {
      before.addAll(symbol.inner());
    }
    if (symbol.isSplit()) {
      symbol.parent().ifPresent(before::add);
    }
    for (Link link : symbol.links()) {
      for (Symbol target : awaited(link)) {
        before.add(target);
        target.repeat().filter(repeat -> isOutside(symbol, repeat)).ifPresent(before::add);
      }
    }
    return before;
  }

  private static boolean isOutside(Symbol symbol, Symbol repeat) {
    return symbol != repeat && symbol.repeat().filter(repeat::equals).isEmpty();
  }

  @Override
  void leave(Symbol symbol) {
    ordered.add(symbol);
  }
}
