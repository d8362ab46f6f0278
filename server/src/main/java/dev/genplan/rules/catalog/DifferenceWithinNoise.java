package dev.genplan.rules.catalog;

import dev.genplan.catalog.Benchmark;
import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Verdicts;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A gain on a public benchmark is less than two standard deviations of its score between runs.
 * Source: rlhf-book, Appendix C, from the evaluations of OLMo 3; the figures stand in the catalog.
 */
public final class DifferenceWithinNoise implements Rule {

  private static final Localized WANTED =
      Localized.of(
          "`{0}` wants a gain of {1} points on `{2}`, but scores there differ by ±{3} from run to run (two"
              + " standard deviations): it may come by chance. Measure with several seeds, or want more",
          "`{0}` 要求在 `{2}` 上提高 {1} 分，而同一模型多次运行的得分就会相差 ±{3}（两个标准差）：可能只是偶然。请用多个种子测量，或提高要求");
  private static final Localized MEASURED =
      Localized.of(
          "`{0}` reports a gain of {1} points on `{2}`, but scores there differ by ±{3} from run to run"
              + " (two standard deviations): it may be chance. Measure with several seeds",
          "`{0}` 报告在 `{2}` 上提高了 {1} 分，而同一模型多次运行的得分就会相差 ±{3}（两个标准差）：可能只是偶然。请用多个种子测量");

  private static final Message REPEAT = Message.of("Measure with 8 seeds", "用 8 个种子测量");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "difference-within-noise",
            Category.EVALUATION,
            Severity.WARNING,
            "A gain on a benchmark is smaller than its scores vary from run to run.",
            "基准上的提升小于其得分在多次运行间的波动。")
        .yieldingTo("evaluation-too-small");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Evaluation evaluation : Evaluation.all(plan)) {
      OptionalDouble seeds = evaluation.attributes().number("seeds");
      boolean repeated = seeds.isPresent() && seeds.getAsDouble() > 2;
      if (evaluation.attributes().has("change") && !repeated) {
        for (Verdicts.Check check : plan.verdicts().checks(evaluation.symbol())) {
          if (check.section().equals("change")) {
            check(evaluation, check, reporter);
          }
        }
      }
    }
  }

  private static void check(Evaluation evaluation, Verdicts.Check check, Reporter reporter) {
    Optional<Benchmark> benchmark =
        evaluation
            .dataOf(check.criterion().metric())
            .flatMap(data -> new Dataset(data).benchmark())
            .filter(known -> known.noise().isPresent());
    if (benchmark.isEmpty() || !isShare(check.criterion().metric().last().text())) {
      return;
    }
    double noise = 2 * benchmark.get().noise().getAsDouble();
    Optional<Double> measured = points(check.measured());
    Optional<Double> wanted = points(check.wanted());
    Symbol symbol = evaluation.symbol();
    Optional<Double> gain = measured.isPresent() ? measured : wanted;
    if (gain.filter(points -> points > 0 && points < noise).isPresent()) {
      Localized message = measured.isPresent() ? MEASURED : WANTED;
      Reporter.Finding finding =
          reporter.report(
              symbol,
              symbol.locate(check.criterion()),
              message.with(
                  symbol.name(),
                  Figures.of(gain.get()),
                  benchmark.get().name(),
                  Figures.of(noise)));
      SourceEdits.replaceValue(symbol, "seeds", "8")
          .or(() -> SourceEdits.addMember(symbol, "seeds: 8"))
          .ifPresent(edit -> finding.fix(new Fix(REPEAT, false, List.of(edit))));
    }
  }

  private static boolean isShare(String metric) {
    return Metrics.find(metric).filter(Metric::isRisingShare).isPresent();
  }

  /** A single figure in percentage points. */
  private static Optional<Double> points(Optional<Amount> share) {
    return share.filter(Amount::isExact).map(amount -> amount.low() * 100);
  }
}
