package dev.genplan.plan.view;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Symbol;
import java.util.Optional;

/**
 * How often a {@code repeat} runs.
 *
 * @param least 1 where nothing is stated
 * @param expected the stated number, of a range its middle
 */
record Rounds(double least, double expected) {

  private static final Rounds ONE = new Rounds(1, 1);

  static Rounds of(Symbol repeat) {
    Optional<Amount> times = repeat.attributes().amount("times");
    if (times.isEmpty()) {
      return ONE;
    }
    boolean mayStop = repeat.attributes().has("until");
    double least = mayStop ? 1 : Math.max(1, times.get().low());
    return new Rounds(least, Math.max(1, times.get().middle()));
  }

  /** Those in which a declaration runs: 1 outside of a {@code repeat}. */
  static Rounds around(Symbol symbol) {
    Rounds rounds = ONE;
    for (Optional<Symbol> at = symbol.repeat(); at.isPresent(); at = at.get().repeat()) {
      Rounds outer = of(at.get());
      rounds = new Rounds(rounds.least * outer.least, rounds.expected * outer.expected);
    }
    return rounds;
  }

  /** Whether a figure counts all rounds together. */
  static boolean isTotal(Symbol symbol, String property) {
    return symbol.attributes().qualifiers(property).isTrue("total");
  }
}
