package dev.genplan.plan.view;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Symbol;
import java.util.Optional;

/** Preferences or labels that are gathered from people or from a judge. */
public record Feedback(Symbol symbol) implements View {

  /** Whether people give it. */
  public boolean isHuman() {
    return attributes().has("annotators") && !attributes().isNone("annotators");
  }

  /** How much is gathered. */
  public Optional<Amount> collect() {
    return attributes().amount("collect");
  }
}
