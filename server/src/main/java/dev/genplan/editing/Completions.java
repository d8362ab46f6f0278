package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What can be typed at a place, the likeliest first. Only what may stand there is offered;
 * comparing it with what has been typed of it is left to the client.
 */
public final class Completions {

  private final Plan plan;
  private final Caret caret;
  private final int offset;
  private final Surroundings surroundings;
  private final String before;
  private final Descriptions descriptions;
  private final List<Completion> all = new ArrayList<>();
  private boolean changing;
  private boolean sure;

  private Completions(Plan plan, Caret caret, int offset, Surroundings surroundings) {
    this.plan = plan;
    this.caret = caret;
    this.offset = offset;
    this.surroundings = surroundings;
    this.before = isBehindColon() ? " " : "";
    this.descriptions = new Descriptions(surroundings);
  }

  private boolean isBehindColon() {
    int start = caret.word().start();
    if (start == 0 || caret instanceof Caret.InText || caret instanceof Caret.ImportPath) {
      return false;
    }
    char last = text().charAt(start - 1);
    return last == ':' || last == '：';
  }

  /** What can be typed at an offset. */
  public static CompletionList at(Plan plan, int offset, Surroundings surroundings) {
    return of(plan, Carets.typing(plan, offset), offset, surroundings);
  }

  /** What can be typed at a caret of this plan. */
  public static CompletionList of(Plan plan, Caret caret, int offset, Surroundings surroundings) {
    Completions completions = new Completions(plan, caret, offset, surroundings);
    completions.add();
    return completions.list();
  }

  private void add() {
    if (caret instanceof Caret.MemberStart start) {
      new MemberCompletions(plan, start, this).add();
    } else if (caret instanceof Caret.MetricMember member) {
      new MetricCompletions(plan, member.in(), this).members();
    } else if (caret instanceof Caret.Comparison comparison) {
      new MetricCompletions(plan, comparison.in(), this).operators(comparison.metric());
    } else if (caret instanceof Caret.ValueStart value) {
      new ValueCompletions(plan, value.in(), this).start(value);
    } else if (caret instanceof Caret.ValueMember member) {
      new ValueCompletions(plan, member.in(), this).member(member);
    } else if (caret instanceof Caret.InUnit unit) {
      new UnitCompletions(this).add(unit);
    } else if (caret instanceof Caret.InText text) {
      new TextCompletions(this).inside(text);
    } else if (caret instanceof Caret.ImportPath) {
      new ImportCompletions(plan, this).add();
    } else if (caret instanceof Caret.RuleName rule) {
      new RuleCompletions(plan, rule.in(), this).add();
    }
  }

  private CompletionList list() {
    Span word = caret.word();
    Span typed = new Span(word.start(), Math.max(word.start(), Math.min(offset, word.end())));
    // Names behind a dot are members of what is replaced, and would be of no use to anything else.
    boolean whole = text().substring(typed.end(), word.end()).indexOf('.') >= 0;
    return new CompletionList(
        whole && caret instanceof Caret.ValueStart ? word : typed, word, changing, sure, all);
  }

  String text() {
    return plan.source().tree().text();
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Language language() {
    return surroundings.language();
  }

  Descriptions descriptions() {
    return descriptions;
  }

  /** The word that gives way. */
  Span word() {
    return caret.word();
  }

  /** The word that gives way, as it stands there. */
  String typed() {
    return text().substring(caret.word().start(), caret.word().end());
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Says that it depends on what is typed of the word. */
  void changing() {
    changing = true;
  }

  /** Says that what comes first is what nearly always stands there. */
  void sure() {
    sure = true;
  }

  /** Adds something that is inserted as it is shown. */
  void add(String label, ItemKind kind, String detail, Supplier<Markup> documentation) {
    add(Completion.of(label, kind, detail, documentation));
  }

  /** Adds something. */
  void add(Completion completion) {
    all.add(completion.behind(before));
  }
}
