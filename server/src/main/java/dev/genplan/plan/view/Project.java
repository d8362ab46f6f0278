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

  /** Markets that lie in the European Union or contain it: 27 member states as of 2026. */
  private static final Set<String> EUROPEAN_UNION =
      Set.of(
          "eu", "global", "at", "be", "bg", "hr", "cy", "cz", "dk", "ee", "fi", "fr", "de", "gr",
          "hu", "ie", "it", "lv", "lt", "lu", "mt", "nl", "pl", "pt", "ro", "sk", "si", "es", "se");

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

  /** Whether the product is said to be offered in the European Union, or everywhere. */
  public boolean isOfferedInEu() {
    return attributes().words("market").stream().anyMatch(EUROPEAN_UNION::contains);
  }

  /**
   * Whether the AI Act, Regulation (EU) 2024/1689, can apply: the product is said to be offered in
   * the European Union, and not to serve research alone (Article 2(6)) or oneself (Article 2(10)).
   */
  public boolean isUnderAiAct() {
    return isOfferedInEu()
        && !attributes().isWord("use", "research")
        && !attributes().isWord("use", "personal");
  }

  /** Whether the output decides about people, or the team regards the use as high-risk. */
  public boolean decidesAboutPeople() {
    return attributes().isWord("impact", "consequential") || attributes().isWord("risk", "high");
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
