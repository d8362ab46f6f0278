package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Verdicts;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The wanted or reported difference is smaller than the half-width of the 95% interval of a share
 * measured on that many items, 1.96 sqrt(p (1 - p) / n). Source: statistics of a binomial share;
 * Wald interval.
 */
public final class EvaluationTooSmall implements Rule {
  private static final Localized CHANGE =
      Localized.of(
          "`{0}` wants a difference of {1} points in `{2}`, but {3} items give ±{4} (95%): the outcome is noise."
              + " Take at least {5} items, or measure in pairs and with several seeds",
          "`{0}` 要求 `{2}` 相差 {1} 个百分点，而 {3} 条的 95% 误差为 ±{4}：结果只是噪声。请至少用 {5} 条，或做配对比较并用多个种子");
  private static final Localized WIN =
      Localized.of(
          "`{0}` reports {1} in `{2}`, {6} points from a tie, but {3} items give ±{4} (95%): nothing is shown."
              + " It takes about {5} items to show it",
          "`{0}` 的 `{2}` 为 {1}，与平局相差 {6} 个百分点，而 {3} 条的 95% 误差为 ±{4}：不能说明问题。要说明它约需 {5} 条");

  /** Metrics that are a share of items, each right or wrong. */
  private static final Set<String> SHARES =
      Set.of(
          "accuracy",
          "exact-match",
          "win-rate",
          "lc-win-rate",
          "human-acceptance",
          "task-success",
          "tool-accuracy",
          "instruction-accuracy",
          "refusal-rate");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "evaluation-too-small",
        Category.EVALUATION,
        Severity.WARNING,
        "A difference is claimed that the test is too small to show.",
        "评测样本太少，不足以说明所称的差异。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Evaluation evaluation : View.all(plan, "evaluate", Evaluation::new)) {
      OptionalDouble items = items(evaluation);
      OptionalDouble seeds = evaluation.attributes().number("seeds");
      boolean repeated = seeds.isPresent() && seeds.getAsDouble() > 2;
      if (items.isPresent() && items.getAsDouble() > 0 && !repeated) {
        change(evaluation, items.getAsDouble(), reporter);
        wins(evaluation, items.getAsDouble(), reporter);
      }
    }
  }

  private static OptionalDouble items(Evaluation evaluation) {
    if (evaluation.attributes().has("size")) {
      return evaluation.attributes().number("size");
    }
    List<Symbol> data = evaluation.data();
    return data.size() == 1 ? Dataset.items(data.get(0)) : OptionalDouble.empty();
  }

  private static void change(Evaluation evaluation, double items, Reporter reporter) {
    Symbol symbol = evaluation.symbol();
    for (Verdicts.Check check : symbol.plan().verdicts().checks(symbol)) {
      String metric = check.criterion().metric().last().text();
      Optional<Amount> wanted = check.wanted().filter(Amount::isExact);
      if (!check.section().equals("change") || wanted.isEmpty() || !SHARES.contains(metric)) {
        continue;
      }
      double difference = Math.abs(wanted.get().low());
      double share =
          symbol
              .plan()
              .verdicts()
              .measured(symbol, check.criterion().metric().text())
              .map(Amount::middle)
              .orElse(0.5);
      double half = halfWidth(share, items);
      if (difference > 0 && difference < half) {
        reporter.report(
            symbol,
            symbol.locate(check.criterion()),
            CHANGE.with(
                symbol.name(),
                points(difference),
                metric,
                Figures.of(items),
                points(half),
                needed(share, difference)));
      }
    }
  }

  private static void wins(Evaluation evaluation, double items, Reporter reporter) {
    Symbol symbol = evaluation.symbol();
    for (String metric : List.of("win-rate", "lc-win-rate")) {
      Optional<Attributes> results = evaluation.attributes().section("results");
      OptionalDouble share =
          results.map(each -> each.number(metric)).orElse(OptionalDouble.empty());
      if (share.isEmpty()) {
        continue;
      }
      double difference = Math.abs(share.getAsDouble() - 0.5);
      double half = halfWidth(share.getAsDouble(), items);
      if (difference > 0 && difference < half) {
        reporter.report(
            symbol,
            symbol.locate(results.get().value(metric).orElseThrow()),
            WIN.with(
                symbol.name(),
                Figures.percent(share.getAsDouble()),
                metric,
                Figures.of(items),
                points(half),
                needed(share.getAsDouble(), difference),
                points(difference)));
      }
    }
  }

  private static double halfWidth(double share, double items) {
    return 1.96 * Math.sqrt(share * (1 - share) / items);
  }

  private static String needed(double share, double difference) {
    return Figures.of(Math.ceil(share * (1 - share) * Math.pow(1.96 / difference, 2)));
  }

  private static String points(double share) {
    return Figures.of(share * 100);
  }
}
