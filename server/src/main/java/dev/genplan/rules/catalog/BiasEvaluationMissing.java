package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * What a product says decides about people, and nobody has measured whether it treats groups alike.
 * Sources: NIST AI 600-1, section 2.6 and MEASURE 2.11; Mitchell et al., arXiv:1810.03993: figures
 * are to be reported by group.
 */
public final class BiasEvaluationMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` decides about people, but no evaluation of `{1}` reports groups apart: a good average"
              + " can hide a group that it fails. Name `groups`, or measure `bias-gap`",
          "`{0}` 会决定与人有关的事项，但对 `{1}` 的评测都没有分组报告：平均分高，仍可能对某个群体不利。请写明 `groups`，或测量 `bias-gap`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "bias-evaluation-missing",
            Category.GOVERNANCE,
            Severity.WARNING,
            "The output decides about people, and groups are not compared.",
            "输出决定与人有关的事项，却没有比较不同群体。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (Project.of(plan).filter(Project::decidesAboutPeople).isEmpty()) {
      return;
    }
    List<Measurement> compared =
        Measurement.all(plan).stream().filter(BiasEvaluationMissing::comparesGroups).toList();
    for (Deployment deployment : Deployment.inUse(plan)) {
      Optional<Symbol> thing = deployment.model();
      if (thing.isPresent() && compared.stream().noneMatch(each -> each.concerns(thing.get()))) {
        Symbol symbol = deployment.symbol();
        reporter.report(symbol, MESSAGE.with(symbol.name(), thing.get().qualifiedName()));
      }
    }
  }

  private static boolean comparesGroups(Measurement measurement) {
    return measurement.stage().attributes().has("groups")
        || measurement.stage().attributes().words("harms").contains("bias")
        || measurement.metrics().stream().anyMatch(metric -> metric.name().equals("bias-gap"));
  }
}
