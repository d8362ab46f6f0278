package dev.genplan.rules;

import dev.genplan.plan.Plan;

/**
 * One thing that must hold in a plan. Implementations have no state and a constructor without
 * parameters; the build lists them.
 */
public interface Rule {

  /** Its name, category and how it stands to other rules. */
  RuleInfo info();

  /**
   * Looks for what breaks the rule.
   *
   * @param plan a bound plan, errors and all; for rules that do not apply to libraries one with a
   *     project
   * @param reporter takes what is found
   */
  void check(Plan plan, Reporter reporter);
}
