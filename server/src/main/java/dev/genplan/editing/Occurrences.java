package dev.genplan.editing;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** Finds every place at which the name of a declaration is written. */
final class Occurrences {
  private Occurrences() {}

  /** Whether two symbols, maybe of different plans, are the same declaration. */
  static boolean isSame(Symbol one, Symbol other) {
    return one.base() + one.node().start() == other.base() + other.node().start()
        && one.file().equals(other.file());
  }

  /**
   * The places in a plan's own file, in the order of its declarations.
   *
   * @param symbol maybe as another plan sees it
   */
  static List<Location> in(Plan plan, Symbol symbol) {
    List<Location> places = new ArrayList<>();
    for (Symbol own : plan.own()) {
      if (isSame(own, symbol)) {
        own.node().name().map(own::locate).ifPresent(places::add);
      }
      for (Link link : own.links()) {
        List<Name> names = link.path().names();
        for (int i = 0; i < names.size(); i++) {
          Span span = names.get(i).span().shift(own.base());
          boolean meant =
              Mentions.part(link, i, span)
                  .filter(Mention.Reference.class::isInstance)
                  .filter(mention -> isSame(mention.symbol(), symbol))
                  .isPresent();
          if (meant) {
            places.add(new Location(plan.file(), span));
          }
        }
      }
    }
    return places;
  }
}
