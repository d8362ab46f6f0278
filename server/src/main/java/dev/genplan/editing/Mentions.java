package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Resolution;
import dev.genplan.plan.Symbol;
import dev.genplan.syntax.Name;
import java.util.List;
import java.util.Optional;

/** Finds the names at an offset and what they mean. */
final class Mentions {

  private Mentions() {}

  /** The name that an offset is in, or directly before or behind. */
  static Optional<Mention> at(Plan plan, int offset) {
    for (Symbol symbol : plan.own()) {
      if (!symbol.node().span().shift(symbol.base()).touches(offset)) {
        continue;
      }
      Optional<Mention> declared =
          symbol
              .node()
              .name()
              .map(name -> name.span().shift(symbol.base()))
              .filter(span -> span.touches(offset))
              .map(span -> new Mention.Declared(span, symbol));
      if (declared.isPresent()) {
        return declared;
      }
      for (Link link : symbol.links()) {
        if (link.location().span().touches(offset)) {
          return inside(link, offset);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Mention> inside(Link link, int offset) {
    List<Name> names = link.path().names();
    for (int i = 0; i < names.size(); i++) {
      Span span = names.get(i).span().shift(link.from().base());
      if (span.touches(offset)) {
        return part(link, i, span);
      }
    }
    return Optional.empty();
  }

  /** What one name of a path means: the last one what the path does, others what it is part of. */
  static Optional<Mention> part(Link link, int index, Span span) {
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
