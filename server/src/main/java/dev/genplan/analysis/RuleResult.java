package dev.genplan.analysis;

import dev.genplan.plan.DeclarationEdit;
import dev.genplan.plan.Reads;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.RuleInfo;
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
    return reads.changedBy(edit)
        ? Optional.empty()
        : DeclarationEdit.moveAll(findings, finding -> finding.moved(edit))
            .map(moved -> new RuleResult(rule, moved, reads));
  }
}
