package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.diagnostics.Edit;
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
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Summaries are judged by ROUGE alone. Source: Stiennon et al., arXiv:2009.01325, section 4.4:
 * optimizing ROUGE does not give what people prefer, and among good models it agrees with them
 * about as often as a coin.
 */
public final class RougeOnly implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "In `{0}` only ROUGE tells whether a summary is good, and between good models it"
              + " agrees with people about as often as a coin: let people or a judge compare some"
              + " as well",
          "`{0}` 中，摘要好坏只由 ROUGE 判断，而在好模型之间，它与人的一致率和抛硬币差不多：请同时让人或裁判模型比较一部分");
  private static final Message ADD = Message.of("Have three people judge them as well", "同时由三人评判");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rouge-only",
            Category.EVALUATION,
            Severity.INFORMATION,
            "Summaries are judged by ROUGE alone.",
            "摘要只用 ROUGE 评判。")
        .yieldingTo("no-human-eval")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (Project.of(plan).filter(it -> it.tasks().contains("summarization")).isEmpty()) {
      return;
    }
    List<Evaluation> measuring = new ArrayList<>();
    for (Evaluation evaluation : Evaluation.all(plan)) {
      if (evaluation.isOfSystem() && !evaluation.isBeside()) {
        if (!byRougeAlone(evaluation)) {
          return;
        }
        measuring.add(evaluation);
      }
    }
    if (!measuring.isEmpty()) {
      report(plan, measuring.get(measuring.size() - 1), reporter);
    }
  }

  private static boolean byRougeAlone(Evaluation evaluation) {
    List<Metric> quality =
        evaluation.knownMetrics().stream()
            .filter(metric -> metric.category() != Metric.Category.SERVING)
            .filter(metric -> metric.category() != Metric.Category.SAFETY)
            .toList();
    return !evaluation.attributes().has("judge")
        && !evaluation.isJudgedByPeople()
        && !evaluation.hasUnknownMetric()
        && !quality.isEmpty()
        && quality.stream().allMatch(metric -> metric.name().startsWith("rouge"));
  }

  /** Where something is deployed, it is the deployment that rests on too little. */
  private static void report(Plan plan, Evaluation evaluation, Reporter reporter) {
    Symbol measured = evaluation.symbol();
    Optional<Symbol> deployment =
        Deployment.inUse(plan).stream().map(Deployment::symbol).findFirst();
    Reporter.Finding finding =
        deployment.isPresent()
            ? reporter.report(deployment.get(), "gate", MESSAGE.with(deployment.get().name()))
            : reporter.report(measured, "metrics", MESSAGE.with(measured.name()));
    Optional<Edit> people = SourceEdits.addMember(measured, "annotators: 3");
    Optional<Edit> metric =
        SourceEdits.addToSection(measured, "metrics", List.of("human-acceptance >= 80%"));
    if (measured.isOwn() && people.isPresent() && metric.isPresent()) {
      finding.fix(new Fix(ADD, false, List.of(metric.get(), people.get())));
    }
  }
}
