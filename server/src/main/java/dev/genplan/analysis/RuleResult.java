package dev.genplan.analysis;

import dev.genplan.plan.DeclarationEdit;
import dev.genplan.plan.Reads;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule has found in a plan, before it is decided what of it is shown.
 *
 * @param reads what the rule has looked at
 */
record RuleResult(RuleInfo rule, List<Reporter.Finding> findings, Reads reads) {

  /** What it would find after an edit; empty if it has to run to tell. */
  Optional<RuleResult> after(DeclarationEdit edit) {
    if (reads.changedBy(edit)) {
      return Optional.empty();
    }
    List<Reporter.Finding> moved = new ArrayList<>(findings.size());
    for (Reporter.Finding finding : findings) {
      Optional<Reporter.Finding> same = finding.moved(edit);
      if (same.isEmpty()) {
        return Optional.empty();
      }
      moved.add(same.get());
    }
    return Optional.of(new RuleResult(rule, moved, reads));
  }
}
