package dev.genplan.analysis;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.plan.BindingCheck;
import dev.genplan.plan.DeclarationEdit;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Reads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the names of a plan.
 *
 * @param reads what was looked at to tell
 */
record NameResult(List<Diagnostic> found, Reads reads) {

  static NameResult of(Plan plan) {
    List<Diagnostic> found = new ArrayList<>();
    Reads reads = new Reads();
    plan.record(reads, () -> found.addAll(BindingCheck.of(plan)));
    return new NameResult(found, reads);
  }

  /** What is wrong after an edit; empty if that has to be worked out to tell. */
  Optional<NameResult> after(DeclarationEdit edit) {
    if (reads.changedBy(edit)) {
      return Optional.empty();
    }
    List<Diagnostic> moved = new ArrayList<>(found.size());
    for (Diagnostic each : found) {
      Optional<Diagnostic> same = edit.move(each);
      if (same.isEmpty()) {
        return Optional.empty();
      }
      moved.add(same.get());
    }
    return Optional.of(new NameResult(moved, reads));
  }
}
