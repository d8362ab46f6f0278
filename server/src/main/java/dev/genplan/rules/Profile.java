package dev.genplan.rules;

import dev.genplan.text.Localized;

/**
 * A selection of rules. Each one contains those before it, so that a rule states only the first one
 * it belongs to.
 */
public enum Profile {
  /** The rules whose findings nearly always mean work to do; the default, at most 60. */
  RECOMMENDED(
      "recommended",
      "rules whose findings nearly always mean that something has to be done; the default",
      "一经触发几乎总需处理的规则；默认"),
  /** Hints on the ladder of effort on top of it. */
  LEARNING(
      "learning",
      "recommended, and hints that explain to newcomers which step usually comes first",
      "recommended，外加提示：向初学者说明通常先做哪一步"),
  ALL("all", "every rule, those that many good plans break included", "所有规则，包括许多好计划也会触发的规则");

  private final String word;
  private final Localized summary;

  Profile(String word, String en, String zh) {
    this.word = word;
    this.summary = Localized.of(en, zh);
  }

  /** Its name, as users write it. */
  public String word() {
    return word;
  }

  /** What it contains, in a few words. */
  public Localized summary() {
    return summary;
  }

  /** Whether a rule is in it. */
  public boolean contains(RuleInfo rule) {
    return rule.profile().compareTo(this) <= 0;
  }
}
