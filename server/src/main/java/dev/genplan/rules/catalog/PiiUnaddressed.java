package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Data with people in it that is trained on, or shown to a model, as it is. Sources: NIST AI 600-1,
 * section 2.4, data privacy; Carlini et al., arXiv:2202.07646 (GPT-J repeats at least 1% of its
 * training data); GDPR, Article 9.
 */
public final class PiiUnaddressed implements Rule {

  private static final Localized UNSTATED =
      Localized.of(
          "`{0}` is made of `{2}` and goes into `{1}`, and nothing is said of the personal data in it: what goes in can come out again; anonymize it, or state `pii: none`",
          "`{0}` 由 `{2}` 构成并进入 `{1}`，却没有说明其中个人信息如何处理：放进去的内容可能被原样带出；请做匿名化，或写明 `pii: none`");

  private static final Localized PRESENT =
      Localized.of(
          "`{0}` holds personal data and goes into `{1}` as it is: what goes in can come out again; anonymize it",
          "`{0}` 含有个人信息，却原样进入 `{1}`：放进去的内容可能被原样带出；请先做匿名化");

  private static final Localized SPECIAL =
      Localized.of(
          "`{0}` holds special categories of personal data and goes into `{1}` as it is: what goes in can come out again; anonymize it",
          "`{0}` 含有敏感个人信息，却原样进入 `{1}`：放进去的内容可能被原样带出；请先做匿名化");

  private static final Message ENTERS = Message.of("it goes in here", "在此处用到");

  private static final Message ANONYMIZE =
      Message.of("Add the step `cleaning: anonymization`", "增加步骤 `cleaning: anonymization`");

  /** What people wrote or what is written about them, unless something else is said. */
  private static final List<String> PERSONAL = List.of("logs", "tickets", "mail", "records");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "pii-unaddressed",
            Category.DATA,
            Severity.WARNING,
            "Data with personal data in it is used without a step that removes it.",
            "使用含个人信息的数据，却没有去除个人信息的步骤。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Set<Symbol> guarded = guarded(plan);
    Set<Symbol> seen = new HashSet<>();
    for (Symbol stage : plan.symbols()) {
      boolean isGuarded = !Training.trains(stage) && guarded.contains(stage);
      if (!isGuarded && plan.course().of(stage) != Course.Presence.SKIPPED) {
        for (Link link : intake(stage)) {
          link.symbol().ifPresent(data -> follow(data, link, seen, reporter));
        }
      }
    }
  }

  private static List<Link> intake(Symbol stage) {
    if (Training.trains(stage)) {
      return new Training(stage).dataLinks();
    }
    return stage.is("augment") || stage.is("prompt") ? stage.valueLinks("data") : List.of();
  }

  /** What is in a system of which a guard looks for personal data in all that it says. */
  private static Set<Symbol> guarded(Plan plan) {
    Set<Symbol> guarded = new HashSet<>();
    for (Symbol guard : plan.all("guard")) {
      if (guard.attributes().words("output").contains("pii")) {
        guarded.addAll(plan.lineage().ingredients(guard));
      }
    }
    return guarded;
  }

  private static void follow(Symbol data, Link link, Set<Symbol> seen, Reporter reporter) {
    Symbol whole = data.isSplit() ? data.parent().orElseThrow() : data;
    if (!seen.add(whole)) {
      return;
    }
    Optional<Localized> defect = whole.is("dataset") ? defect(whole) : Optional.empty();
    if (defect.isPresent()) {
      report(whole, link, defect.get(), reporter);
    } else if (!isSettled(whole)) {
      for (Symbol origin : origins(whole)) {
        follow(origin, link, seen, reporter);
      }
    }
  }

  private static Optional<Localized> defect(Symbol dataset) {
    Attributes stated = dataset.attributes();
    if (stated.words("cleaning").contains("anonymization")) {
      return Optional.empty();
    }
    if (stated.isWord("pii", "special")) {
      return Optional.of(SPECIAL);
    }
    if (stated.isWord("pii", "present")) {
      return Optional.of(PRESENT);
    }
    return !stated.has("pii") && stated.words("origin").stream().anyMatch(PERSONAL::contains)
        ? Optional.of(UNSTATED)
        : Optional.empty();
  }

  /** Whether it is said what becomes of personal data; a model writes anew what is synthetic. */
  private static boolean isSettled(Symbol data) {
    return data.is("synthesize")
        || data.attributes().has("pii")
        || data.attributes().words("cleaning").contains("anonymization");
  }

  private static List<Symbol> origins(Symbol data) {
    List<Symbol> origins = new ArrayList<>();
    for (String property : List.of("from", "prompts", "data")) {
      origins.addAll(data.targets(property));
    }
    return origins;
  }

  private static void report(Symbol dataset, Link link, Localized message, Reporter reporter) {
    String origin =
        dataset.attributes().words("origin").stream()
            .filter(PERSONAL::contains)
            .findFirst()
            .orElse("");
    Reporter.Finding finding =
        reporter
            .report(
                dataset,
                dataset.attributes().has("pii") ? "pii" : "origin",
                message.with(dataset.name(), link.from().name(), origin))
            .related(link.location(), ENTERS);
    if (message.equals(SPECIAL)) {
      finding.severity(Severity.ERROR);
    }
    if (!dataset.attributes().has("cleaning") && dataset.isOwn()) {
      SourceEdits.addMember(dataset, "cleaning: anonymization")
          .ifPresent(edit -> finding.fix(new Fix(ANONYMIZE, false, List.of(edit))));
    }
  }
}
