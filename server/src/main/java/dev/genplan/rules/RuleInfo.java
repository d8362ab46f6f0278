package dev.genplan.rules;

import dev.genplan.diagnostics.Severity;
import dev.genplan.text.Localized;
import java.util.Set;

/**
 * What is known of a rule without running it.
 *
 * @param id readable kebab-case name: the diagnostic's code, the word behind {@code allow}, the
 *     name of the page
 * @param severity how much a finding matters, unless the finding says otherwise
 * @param profile the smallest selection of rules that it belongs to
 * @param summary what it finds, one sentence
 * @param yieldsTo rules that see the same defect and go before: a finding is dropped where one of
 *     them has a finding about the same declaration
 * @param forLibraries whether it makes sense in a file without {@code project} too
 * @param aboutAbsence whether it says that something is missing, so that it keeps quiet about a
 *     declaration that could not be read in full
 * @param since the first version that has it
 */
public record RuleInfo(
    String id,
    Category category,
    Severity severity,
    Profile profile,
    Localized summary,
    Set<String> yieldsTo,
    boolean forLibraries,
    boolean aboutAbsence,
    String since) {

  public RuleInfo {
    yieldsTo = Set.copyOf(yieldsTo);
  }

  /** A rule about whole plans that goes before all others and is only in {@link Profile#ALL}. */
  public static RuleInfo of(String id, Category category, Severity severity, String en, String zh) {
    return new RuleInfo(
        id, category, severity, Profile.ALL, Localized.of(en, zh), Set.of(), false, false, "0.1.0");
  }

  /**
   * The same rule, run by default: its findings nearly always mean work to do, and it fires on few
   * good plans ({@code docs/rules.md} has the rates).
   */
  public RuleInfo recommended() {
    return in(Profile.RECOMMENDED);
  }

  /** The same rule as one that explains something to newcomers. */
  public RuleInfo learning() {
    return in(Profile.LEARNING);
  }

  private RuleInfo in(Profile smallest) {
    return new RuleInfo(
        id, category, severity, smallest, summary, yieldsTo, forLibraries, aboutAbsence, since);
  }

  /**
   * The same rule, dropped where one of {@code ids} has found something about the same declaration.
   */
  public RuleInfo yieldingTo(String... ids) {
    return new RuleInfo(
        id, category, severity, profile, summary, Set.of(ids), forLibraries, aboutAbsence, since);
  }

  /** The same rule, also run on files without {@code project}. */
  public RuleInfo forLibrariesToo() {
    return new RuleInfo(
        id, category, severity, profile, summary, yieldsTo, true, aboutAbsence, since);
  }

  /** The same rule, quiet about declarations that could not be read in full. */
  public RuleInfo whereComplete() {
    return new RuleInfo(
        id, category, severity, profile, summary, yieldsTo, forLibraries, true, since);
  }
}
