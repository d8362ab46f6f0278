package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Resolution;
import dev.genplan.plan.Symbol;
import dev.genplan.syntax.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the names of a file and what they mean. */
public final class Mentions {

  private final List<Mention> all;

  private Mentions(Plan plan) {
    List<Mention> found = new ArrayList<>();
    plan.own().forEach(symbol -> collect(symbol, found));
    found.sort(Comparator.comparing(Mention::span));
    this.all = List.copyOf(found);
  }

  /** All names of the plan's own file that mean something, in the order of the text. */
  public static List<Mention> all(Plan plan) {
    return plan.derived(Mentions.class, Mentions::new).all;
  }

  /** The name that an offset is in, or directly before or behind. */
  public static Optional<Mention> at(Plan plan, int offset) {
    List<Mention> near = new ArrayList<>();
    for (Symbol symbol : plan.own()) {
      if (symbol.locate(symbol.node()).span().touches(offset)) {
        collect(symbol, near);
      }
    }
    return near.stream().filter(mention -> mention.span().touches(offset)).findFirst();
  }

  /** The name of a declaration and those in it, without those in the declarations inside it. */
  private static void collect(Symbol symbol, List<Mention> into) {
    symbol
        .node()
        .name()
        .map(name -> new Mention.Declared(symbol.locate(name).span(), symbol))
        .ifPresent(into::add);
    for (Link link : symbol.links()) {
      List<Name> names = link.path().names();
      for (int i = 0; i < names.size(); i++) {
        part(link, i, symbol.locate(names.get(i)).span()).ifPresent(into::add);
      }
    }
  }

  /** What one name of a path means: the last one what the path does, others what it is part of. */
  private static Optional<Mention> part(Link link, int index, Span span) {
    int up = link.path().names().size() - 1 - index;
    Resolution target = link.target();
    if (up == 0 && target instanceof Resolution.Verdict verdict) {
      return Optional.of(new Mention.Verdict(span, verdict.report(), verdict.passes()));
    } else if (up == 0 && target instanceof Resolution.Figure figure) {
      return Optional.of(new Mention.Figure(span, figure.report(), figure.metric()));
    } else if (target instanceof Resolution.Unresolved unresolved) {
      int missing = link.path().names().indexOf(unresolved.part());
      return index < missing
          ? owner(unresolved.owner(), missing - 1 - index)
              .map(symbol -> new Mention.Reference(span, symbol))
          : Optional.empty();
    }
    boolean member = target instanceof Resolution.Verdict || target instanceof Resolution.Figure;
    return owner(target.declaration(), member ? up - 1 : up)
        .map(symbol -> new Mention.Reference(span, symbol));
  }

  private static Optional<Symbol> owner(Optional<Symbol> symbol, int up) {
    Optional<Symbol> result = symbol;
    for (int i = 0; i < up; i++) {
      result = result.flatMap(Symbol::parent);
    }
    return result;
  }
}
