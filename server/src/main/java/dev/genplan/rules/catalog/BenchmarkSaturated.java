package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Verdicts;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Path;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** More is wanted of a test set on which the baseline already gets nearly all. Practice. */
public final class BenchmarkSaturated implements Rule {

  /** Above this share of right answers, wrong labels and chance decide. */
  private static final double SATURATED = 0.95;

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` wants more of a test on which `{1}` already reaches {2}: what is left are mostly wrong"
              + " labels and chance. Take a harder set, or only guard against getting worse",
          "`{0}` 要求在 `{1}` 已达到 {2} 的测试集上再提高：剩下的多半是错误标签和偶然。请换一个更难的测试集，或只用来防止退步");
  private static final Message REACHED = Message.of("already reached here", "在此处已达到");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "benchmark-saturated",
        Category.EVALUATION,
        Severity.HINT,
        "A gain is wanted on a test set that the baseline has nearly solved.",
        "要求在基线几乎已做满分的测试集上提高。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Map<Symbol, List<Evaluation>> byModel = new HashMap<>();
    for (Evaluation evaluation : Evaluation.all(plan)) {
      if (evaluation.attributes().has("results")) {
        evaluation
            .model()
            .ifPresent(
                model -> byModel.computeIfAbsent(model, any -> new ArrayList<>()).add(evaluation));
      }
    }
    for (Evaluation evaluation : Evaluation.all(plan)) {
      List<Evaluation> before =
          evaluation.symbol().target("baseline").map(byModel::get).orElse(List.of());
      if (before != null && !before.isEmpty()) {
        check(evaluation, before, reporter);
      }
    }
  }

  private static void check(Evaluation evaluation, List<Evaluation> before, Reporter reporter) {
    Symbol symbol = evaluation.symbol();
    for (Verdicts.Check check : symbol.plan().verdicts().checks(symbol)) {
      Path metric = check.criterion().metric();
      Optional<Amount> wanted = check.wanted().filter(Amount::isExact);
      Optional<Evaluation> saturated =
          before.stream()
              .filter(it -> !it.equals(evaluation) && isSaturated(it, evaluation, metric))
              .findFirst();
      if (wanted.isPresent() && saturated.isPresent() && isShare(metric.last().text())) {
        double reached = reached(saturated.get(), metric).orElseThrow().low();
        double target = wanted.get().low() + (check.section().equals("change") ? reached : 0);
        if (target > reached) {
          reporter
              .report(
                  symbol,
                  symbol.locate(check.criterion()),
                  MESSAGE.with(
                      symbol.name(),
                      saturated.get().model().orElseThrow().name(),
                      Figures.percent(reached)))
              .related(saturated.get().symbol().locationOf("results"), REACHED);
          return;
        }
      }
    }
  }

  private static boolean isSaturated(Evaluation before, Evaluation after, Path metric) {
    return reached(before, metric).filter(it -> it.isExact() && it.low() > SATURATED).isPresent()
        && !before.data().isEmpty()
        && new HashSet<>(before.data()).equals(new HashSet<>(after.data()));
  }

  private static Optional<Amount> reached(Evaluation before, Path metric) {
    Symbol symbol = before.symbol();
    return symbol.plan().verdicts().measured(symbol, metric.text());
  }

  private static boolean isShare(String metric) {
    return Metrics.find(metric).filter(Metric::isRisingShare).isPresent();
  }
}
