package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Path;
import dev.genplan.text.Localized;
import java.util.Optional;

/**
 * A share is reported without the number of items behind it and without a margin. Source: Miller,
 * arXiv:2411.00640; CycloneDX 1.6 has a confidence interval for each performance metric.
 */
public final class ConfidenceMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` reports {1} of {2}, but neither on how many items nor with which margin: 100 items give"
              + " up to ±10 points. State the size of the test data, or a `margin`",
          "`{0}` 报告 {1} 为 {2}，但既没有样本数，也没有误差范围：100 条的误差可达 ±10 个百分点。请写明测试集规模或 `margin`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "confidence-missing",
            Category.EVALUATION,
            Severity.HINT,
            "A share is reported without the number of items or a margin.",
            "报告的比例没有样本数，也没有误差范围。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Evaluation evaluation : Evaluation.all(plan)) {
      Optional<Attributes> results = evaluation.attributes().section("results");
      boolean counted = evaluation.attributes().has("size") || evaluation.attributes().has("seeds");
      if (results.isPresent() && !counted) {
        for (Member member : results.get().members()) {
          if (member instanceof Member.Property score
              && isBare(evaluation, results.get(), score.key())) {
            report(evaluation.symbol(), score, reporter);
            break;
          }
        }
      }
    }
  }

  private static boolean isBare(Evaluation evaluation, Attributes results, Path metric) {
    boolean share =
        Metrics.find(metric.last().text())
            .filter(known -> known.range().scale() == Metric.Scale.SHARE)
            .isPresent();
    boolean exact = results.amount(metric.text()).filter(Amount::isExact).isPresent();
    boolean margin = results.qualifiers(metric.text()).has("margin");
    boolean sized =
        evaluation.dataOf(metric).filter(data -> Dataset.items(data).isPresent()).isPresent()
            || (metric.isSimple() && evaluation.data().size() > 1);
    return share && exact && !margin && !sized;
  }

  private static void report(Symbol symbol, Member.Property score, Reporter reporter) {
    reporter.report(
        symbol,
        symbol.locate(score),
        MESSAGE.with(
            symbol.name(),
            "`" + score.key().text() + "`",
            score.value().map(symbol::figure).orElse("")));
  }
}
