package dev.genplan.plan.view;

import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import java.util.List;
import java.util.Optional;

/** A stage that makes a model smaller or faster. */
public record Optimization(Symbol symbol) implements View {

  /** All words of {@code method}, with their options. */
  public List<Tag> methods() {
    return attributes().tags("method");
  }

  /** The word of {@code method}, if it is there. */
  public Optional<Tag> method(String word) {
    return methods().stream().filter(tag -> tag.word().equals(word)).findFirst();
  }

  /**
   * Whether the model answers differently afterwards; compiling and converting are meant not to.
   */
  public boolean changesAnswers() {
    return methods().isEmpty()
        || methods().stream()
            .anyMatch(tag -> List.of("quantize", "distill", "prune", "merge").contains(tag.word()));
  }
}
