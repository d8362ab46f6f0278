package dev.genplan.plan.view;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.Measure;
import java.util.List;
import java.util.Optional;

/** Preferences or labels that are gathered from people or from a judge. */
public record Feedback(Symbol symbol) implements View {

  /** Whether people give it. */
  public boolean isHuman() {
    return attributes().has("annotators") && !attributes().isNone("annotators");
  }

  /**
   * Whether several people could judge the same item and disagree: comparisons, rankings or labels
   * are gathered, not answers that people write.
   */
  public boolean isJudgment() {
    return collect()
        .flatMap(Amount::measure)
        .map(Measure::of)
        .filter(List.of(Dimension.COMPARISONS, Dimension.RANKINGS, Dimension.LABELS)::contains)
        .isPresent();
  }

  /** Whether the people are said to be experts. */
  public boolean isByExperts() {
    return attributes().qualifiers("annotators").isWord("expertise", "high");
  }

  /** How much is gathered. */
  public Optional<Amount> collect() {
    return attributes().amount("collect");
  }
}
