package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * People outside may ask anything, and nothing measures how often the answers do harm. Source:
 * Llama 2, arXiv:2307.09288, section 4.4, which measures toxicity on ToxiGen.
 */
public final class ToxicityMissing implements Rule {

  private static final Set<String> OPEN_ENDED =
      Set.of("chat", "instruction-following", "text-generation");

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` answers whatever {1} may ask, and nothing measures how often that does"
              + " harm: measure `toxicity`, or another safety metric, before it goes live",
          "`{0}` 会回答{1}提出的任何问题，却没有任何指标衡量其有害的比例：请在上线前测量 `toxicity` 或其他安全指标");
  private static final Localized PUBLIC = Localized.of("the public", "公众");
  private static final Localized CUSTOMERS = Localized.of("customers", "客户");
  private static final Localized ADD = Localized.of("Measure toxicity in `{0}`", "在 `{0}` 中测量毒性");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "toxicity-missing",
            Category.EVALUATION,
            Severity.WARNING,
            "People outside may ask anything, and no harm is measured.",
            "外部用户可以随意提问，却没有衡量有害内容。")
        .yieldingTo("no-red-team")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    boolean openEnded =
        Project.of(plan).stream()
            .flatMap(project -> project.tasks().stream())
            .anyMatch(OPEN_ENDED::contains);
    if (!openEnded || measuresHarm(plan)) {
      return;
    }
    for (Deployment deployment : Deployment.inUse(plan)) {
      if (deployment.facesUsers()
          && !deployment.mode().equals("batch")
          && deployment.model().isPresent()) {
        report(deployment, reporter);
      }
    }
  }

  private static boolean measuresHarm(Plan plan) {
    return Stream.of("evaluate", "redteam", "select")
        .flatMap(kind -> plan.all(kind).stream())
        .map(Evaluation::new)
        .filter(Evaluation::isPresent)
        .anyMatch(
            stage ->
                stage.hasMetricOf(EnumSet.of(Metric.Category.SAFETY))
                    || (stage.symbol().is("evaluate") && stage.attributes().has("harms"))
                    || stage.hasUnknownMetric());
  }

  private static void report(Deployment deployment, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    Localized who = deployment.audience().orElseThrow().equals("public") ? PUBLIC : CUSTOMERS;
    Reporter.Finding finding = reporter.report(symbol, MESSAGE.with(symbol.name(), who));
    Optional<Symbol> gate =
        symbol.targets("gate").stream()
            .filter(report -> report.is("evaluate") && report.isOwn())
            .findFirst();
    gate.flatMap(it -> SourceEdits.addToSection(it, "metrics", List.of("toxicity <= 1%")))
        .ifPresent(edit -> finding.fix(new Fix(ADD.with(gate.get().name()), false, List.of(edit))));
  }
}
