package dev.genplan.plan;

import dev.genplan.syntax.Name;
import java.util.Optional;

/** What a name in a plan leads to. */
public sealed interface Resolution {

  /** Something declared: a declaration, a split, a stage inside a {@code repeat}. */
  record Declared(Symbol symbol) implements Resolution {}

  /** Inside a {@code repeat}, its own name: what goes into the round. */
  record RoundInput(Symbol repeat) implements Resolution {}

  /** {@code report.passes} or {@code report.fails}. */
  record Verdict(Symbol report, boolean passes) implements Resolution {}

  /** {@code report.metric}: a number that is measured elsewhere. */
  record Figure(Symbol report, String metric) implements Resolution {}

  /**
   * Nothing.
   *
   * @param part the name that leads nowhere
   * @param owner what the part is looked up in; empty for the first name of a path
   */
  record Unresolved(Name part, Optional<Symbol> owner) implements Resolution {}

  /** The declaration behind the name, whatever part of it is meant. */
  default Optional<Symbol> declaration() {
    if (this instanceof Declared declared) {
      return Optional.of(declared.symbol());
    }
    if (this instanceof RoundInput input) {
      return Optional.of(input.repeat());
    }
    if (this instanceof Verdict verdict) {
      return Optional.of(verdict.report());
    }
    if (this instanceof Figure figure) {
      return Optional.of(figure.report());
    }
    return Optional.empty();
  }
}
