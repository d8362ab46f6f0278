package dev.genplan.plan.view;

import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scope of a plan. */
public record Project(Symbol symbol) implements View {

  /** Tasks whose outcome is a label, a span, a score or what was said, not text of its own. */
  private static final Set<String> ANALYSIS =
      Set.of(
          "text-classification",
          "token-classification",
          "extraction",
          "text-retrieval",
          "text-ranking",
          "feature-extraction",
          "automatic-speech-recognition");

  /** The project of a plan; empty for a library. */
  public static Optional<Project> of(Plan plan) {
    return plan.project().map(Project::new);
  }

  /** What the product does, as words of the list {@code task}. */
  public List<String> tasks() {
    return attributes().words("task");
  }

  /** Whether the product is said to read and to classify only, not to write. */
  public boolean onlyAnalyzes() {
    return !tasks().isEmpty() && ANALYSIS.containsAll(tasks());
  }

  /** What the product is for, as licenses see it; empty if not said. */
  public Optional<String> use() {
    return attributes().word("use");
  }

  /** Whether the product earns or saves money, internal use in a company included. */
  public boolean isCommercial() {
    return attributes().isWord("use", "commercial");
  }

  /** Who meets the output; empty if not said. */
  public Optional<String> audience() {
    return attributes().word("audience");
  }

  /** Whether the plan is a draft, in which what is only missing weighs less. */
  public boolean isDraft() {
    return attributes().isWord("status", "draft");
  }
}
