package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What can be typed at a place, the likeliest first. Only what may stand there is offered;
 * comparing it with what has been typed of it is left to the client.
 */
public final class Completions {

  private final Language language;
  private final Span replace;
  private final String before;
  private final Descriptions descriptions;
  private final List<Completion> all = new ArrayList<>();

  private Completions(Plan plan, Span replace, Language language) {
    this.replace = replace;
    this.before = isBehindColon(plan, replace.start()) ? " " : "";
    this.language = language;
    this.descriptions = new Descriptions(language);
  }

  private static boolean isBehindColon(Plan plan, int offset) {
    return offset > 0 && plan.source().tree().text().charAt(offset - 1) == ':';
  }

  /** What can be typed at an offset. */
  public static List<Completion> at(Plan plan, int offset, Language language) {
    return of(plan, Carets.typing(plan, offset), language);
  }

  /** What can be typed at a caret of this plan. */
  public static List<Completion> of(Plan plan, Caret caret, Language language) {
    Completions completions = new Completions(plan, caret.word(), language);
    if (caret instanceof Caret.MemberStart start) {
      new MemberCompletions(plan, start, completions).add();
    } else if (caret instanceof Caret.MetricMember member) {
      new MetricCompletions(plan, member.in(), completions).members();
    } else if (caret instanceof Caret.Comparison comparison) {
      new MetricCompletions(plan, comparison.in(), completions).operators(comparison.metric());
    } else if (caret instanceof Caret.ValueStart value) {
      new ValueCompletions(plan, value.in(), completions).start(value);
    } else if (caret instanceof Caret.ValueMember member) {
      new ValueCompletions(plan, member.in(), completions).member(member);
    } else if (caret instanceof Caret.InUnit unit) {
      new UnitCompletions(completions).add(unit);
    } else if (caret instanceof Caret.RuleName) {
      completions.rules();
    }
    return List.copyOf(completions.all);
  }

  private void rules() {
    for (Rule rule : RuleIndex.all()) {
      RuleInfo info = rule.info();
      add(
          info.id(),
          ItemKind.RULE,
          info.category().title().in(language),
          () -> descriptions.rule(info),
          info.id(),
          Optional.empty());
    }
  }

  Language language() {
    return language;
  }

  Descriptions descriptions() {
    return descriptions;
  }

  /** Adds something that is inserted as it is shown. */
  void add(String label, ItemKind kind, String detail, Supplier<Markup> documentation) {
    add(label, kind, detail, documentation, label, Optional.empty());
  }

  /** Adds something. */
  void add(
      String label,
      ItemKind kind,
      String detail,
      Supplier<Markup> documentation,
      String text,
      Optional<String> snippet) {
    all.add(
        new Completion(
            label,
            kind,
            detail,
            documentation,
            replace,
            before + text,
            snippet.map(places -> before + places)));
  }
}
