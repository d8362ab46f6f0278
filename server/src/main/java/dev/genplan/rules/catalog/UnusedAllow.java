package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;

/**
 * An exception that silences nothing. Which exceptions have had an effect is known only when all
 * rules have run, so the analysis itself reports it; this class gives the rule its name, page and
 * severity.
 */
public final class UnusedAllow implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "unused-allow",
            Category.LANGUAGE,
            Severity.WARNING,
            "An `allow` silences nothing.",
            "某个 `allow` 没有屏蔽任何诊断。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    // Reported by the analysis.
  }
}
