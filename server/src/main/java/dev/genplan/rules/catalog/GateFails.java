package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Verdicts;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** A deployment waits for a report whose own results say that it fails. */
public final class GateFails implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` waits for `{1}`, which fails: {2}; improve the model, or change the target and say"
              + " why",
          "`{0}` 以 `{1}` 为门禁，而它未通过：{2}；请改进模型，或调整目标并说明理由");
  private static final Localized MEASURED =
      Localized.of("`{0}` is {1}, wanted {2} {3}", "`{0}` 为 {1}，要求 {2} {3}");
  private static final Localized CHANGED =
      Localized.of("`{0}` changed by {1}, wanted {2} {3}", "`{0}` 变化 {1}，要求 {2} {3}");
  private static final Message MISSED = Message.of("this is not reached", "此项未达到");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "gate-fails",
            Category.EVALUATION,
            Severity.ERROR,
            "A deployment waits for a report that fails by its own results.",
            "上线所依赖的门禁，按其自身结果并未通过。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : View.all(plan, "deploy", Deployment::new)) {
      if (plan.course().of(deployment.symbol()) != Course.Presence.SKIPPED) {
        for (Link gate : deployment.symbol().links("gate")) {
          gate.symbol().filter(GateFails::fails).ifPresent(it -> report(gate, it, reporter));
        }
      }
    }
  }

  private static boolean fails(Symbol report) {
    return report.plan().course().of(report) != Course.Presence.SKIPPED
        && report.plan().verdicts().of(report) == Verdicts.Verdict.FAILS;
  }

  private static void report(Link gate, Symbol report, Reporter reporter) {
    List<Verdicts.Check> missed =
        report.plan().verdicts().checks(report).stream()
            .filter(check -> check.verdict() == Verdicts.Verdict.FAILS)
            .toList();
    Reporter.Finding finding =
        reporter.report(
            gate.from(),
            gate.location(),
            MESSAGE.with(gate.from().name(), gate.path().text(), outcome(report, missed.get(0))));
    missed.forEach(check -> finding.related(report.locate(check.criterion()), MISSED));
  }

  private static Message outcome(Symbol report, Verdicts.Check check) {
    String metric = check.criterion().metric().text();
    String wanted = check.criterion().value().map(report::figure).orElse("");
    String operator = check.criterion().operator().symbol();
    return check.section().equals("change")
        ? CHANGED.with(metric, figure(check.measured().orElseThrow()), operator, wanted)
        : MEASURED.with(metric, written(report, metric), operator, wanted);
  }

  private static String written(Symbol report, String metric) {
    return report
        .attributes()
        .section("results")
        .flatMap(results -> results.value(metric))
        .map(report::figure)
        .orElse("");
  }

  /** A computed difference, without the digits that binary fractions add. */
  private static String figure(Amount amount) {
    String low = digits(amount.low());
    return amount.isExact() ? low : low + ".." + digits(amount.high());
  }

  private static String digits(double value) {
    return Optional.of(new BigDecimal(value).round(new MathContext(3)))
        .map(BigDecimal::stripTrailingZeros)
        .map(BigDecimal::toPlainString)
        .orElseThrow();
  }
}
