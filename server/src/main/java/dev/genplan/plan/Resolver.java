package dev.genplan.plan;

import dev.genplan.syntax.Name;
import dev.genplan.syntax.Path;
import java.util.Optional;

/** Finds what a path means at a place of the plan. */
final class Resolver {

  private Resolver() {}

  /**
   * What a path leads to.
   *
   * @param path as written
   * @param from the innermost declaration in which it stands
   * @param innerFirst whether stages inside {@code from} itself are seen, as in {@code result}
   */
  static Resolution resolve(Path path, Symbol from, boolean innerFirst) {
    Resolution found = first(path.first(), from, innerFirst);
    for (int i = 1; i < path.names().size(); i++) {
      if (found instanceof Resolution.Unresolved) {
        return found;
      }
      found = member(found, path.names().get(i));
    }
    return found;
  }

  private static Resolution first(Name name, Symbol from, boolean innerFirst) {
    Optional<Symbol> found = innerFirst ? from.inner(name.text()) : Optional.<Symbol>empty();
    Optional<Symbol> repeat = from.repeat();
    if (found.isEmpty() && repeat.isPresent()) {
      if (repeat.get().name().equals(name.text())) {
        return new Resolution.RoundInput(repeat.get());
      }
      found = repeat.get().inner(name.text());
    }
    return found
        .or(() -> from.scope().find(name.text()))
        .<Resolution>map(Resolution.Declared::new)
        .orElseGet(() -> new Resolution.Unresolved(name, Optional.empty()));
  }

  private static Resolution member(Resolution of, Name name) {
    Optional<Symbol> owner = of.declaration();
    boolean whole = of instanceof Resolution.Declared || of instanceof Resolution.RoundInput;
    if (owner.isEmpty() || !whole) {
      return new Resolution.Unresolved(name, owner);
    }
    Symbol symbol = owner.get();
    Optional<Symbol> inner = symbol.inner(name.text());
    if (inner.isPresent()) {
      return new Resolution.Declared(inner.get());
    }
    if (symbol.plan().types().isReport(symbol)) {
      return switch (name.text()) {
        case "passes" -> new Resolution.Verdict(symbol, true);
        case "fails" -> new Resolution.Verdict(symbol, false);
        case "" -> new Resolution.Unresolved(name, owner);
        default -> new Resolution.Figure(symbol, name.text());
      };
    }
    return new Resolution.Unresolved(name, owner);
  }
}
