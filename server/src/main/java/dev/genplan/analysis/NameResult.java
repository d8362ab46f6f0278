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
    return reads.changedBy(edit)
        ? Optional.empty()
        : DeclarationEdit.moveAll(found, edit::move).map(moved -> new NameResult(moved, reads));
  }
}
