package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Assembly;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Measurement;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A deployment relies on guardrails of which nobody knows how often they are wrong. Source: NIST AI
 * 600-1, MEASURE 2.6 and 2.7; false positives and false negatives are what a detector is judged by.
 */
public final class GuardrailUntested implements Rule {

  private static final Set<String> SHOWING =
      Set.of(
          "false-positive-rate",
          "false-negative-rate",
          "attack-success",
          "violation-rate",
          "leak-rate",
          "refusal-rate",
          "over-refusal",
          "toxicity");

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` relies on the guard `{1}`, but nothing measures what it lets through and what it blocks"
              + " for nothing: red-team it, or evaluate its `false-negative-rate` and"
              + " `false-positive-rate`",
          "`{0}` 依靠护栏 `{1}`，却没有测量它漏掉多少、误拦多少：请做红队测试，或评测其 `false-negative-rate` 与 `false-positive-rate`");
  private static final Message GUARD = Message.of("the guard", "护栏");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "guardrail-untested",
            Category.GOVERNANCE,
            Severity.WARNING,
            "Guardrails go live whose errors nobody has counted.",
            "护栏上线前没有测过漏报与误报。")
        .yieldingTo("no-red-team")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (plan.all("guard").isEmpty()) {
      return;
    }
    Set<Symbol> tested = tested(plan);
    for (Deployment deployment : Deployment.inUse(plan)) {
      Optional<Symbol> guard =
          deployment.model().flatMap(Assembly::of).map(Assembly::parts).orElse(List.of()).stream()
              .filter(part -> part.is("guard") && !tested.contains(part))
              .findFirst();
      guard.ifPresent(it -> report(deployment, it, reporter));
    }
  }

  /** The guards in what is attacked, or measured by a metric that shows their errors. */
  private static Set<Symbol> tested(Plan plan) {
    Set<Symbol> tested = new HashSet<>();
    for (Measurement each : Measurement.all(plan)) {
      boolean shows =
          each.isRedTeam()
              || each.stage().attributes().has("harms")
              || each.metrics().stream().map(Metric::name).anyMatch(SHOWING::contains);
      if (shows) {
        tested.addAll(each.assembly().parts());
      }
    }
    return tested;
  }

  private static void report(Deployment deployment, Symbol guard, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    Reporter.Finding finding =
        reporter
            .report(symbol, "model", MESSAGE.with(symbol.name(), guard.name()))
            .related(guard.location(), GUARD);
    if (deployment.audience().equals(Optional.of("internal"))) {
      finding.severity(Severity.INFORMATION);
    }
  }
}
