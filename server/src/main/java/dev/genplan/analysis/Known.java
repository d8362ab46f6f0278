package dev.genplan.analysis;

import dev.genplan.plan.DeclarationEdit;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Reads;
import java.util.Optional;

/**
 * What the analysis before an edit tells of the plan after it, where only one declaration states
 * something else and nothing that all rules share depends on that.
 */
final class Known {

  private final Memory before;
  private final DeclarationEdit edit;

  private Known(Memory before, DeclarationEdit edit) {
    this.before = before;
    this.edit = edit;
  }

  /** Empty where everything has to be worked out anew. */
  static Optional<Known> of(Analysis before, Plan plan) {
    Memory memory = before.memory();
    return DeclarationEdit.between(before.plan(), plan)
        .filter(edit -> !memory.facts().changedBy(edit))
        .map(edit -> new Known(memory, edit));
  }

  Reads facts() {
    return before.facts();
  }

  Optional<NameResult> names() {
    return before.names().after(edit);
  }

  /** What a rule finds; empty if it has to run to tell. */
  Optional<RuleResult> result(String rule) {
    return Optional.ofNullable(before.rules().get(rule)).flatMap(result -> result.after(edit));
  }
}
