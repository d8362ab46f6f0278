package dev.genplan.rules.catalog;

import dev.genplan.catalog.Benchmark;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Model;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a model is measured on was public before its training data ends. Source: Brown et al.,
 * arXiv:2005.14165, section 4, which found parts of many benchmarks in the training data of GPT-3.
 */
public final class ContaminationRisk implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` has been public since {1}, and the training data of `{2}` goes up to {3}: it may have"
              + " seen the questions. Add a set that is newer or was never published",
          "`{0}` 自 {1} 起公开，而 `{2}` 的训练数据截至 {3}：模型可能见过这些题目。请再加一个更新的或从未公开的测试集");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "contamination-risk",
        Category.EVALUATION,
        Severity.INFORMATION,
        "A model is measured only on sets that were public before its training data ends.",
        "评测所用的测试集都在模型训练数据截止之前公开。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Map<Symbol, List<Link>> tests = new LinkedHashMap<>();
    for (Evaluation evaluation : Evaluation.all(plan)) {
      evaluation
          .model()
          .flatMap(plan.lineage()::base)
          .filter(base -> new Model(base).cutoff().isPresent())
          .ifPresent(
              base ->
                  tests
                      .computeIfAbsent(base, any -> new ArrayList<>())
                      .addAll(evaluation.testData()));
    }
    tests.forEach((base, links) -> check(base, links, reporter));
  }

  private static void check(Symbol base, List<Link> tests, Reporter reporter) {
    LocalDate cutoff = new Model(base).cutoff().orElseThrow();
    boolean allOlder =
        tests.stream()
            .allMatch(
                test ->
                    published(test.symbol().orElseThrow())
                        .filter(day -> !day.isAfter(cutoff))
                        .isPresent());
    if (!tests.isEmpty() && allOlder) {
      Link first = tests.get(0);
      Symbol data = first.symbol().orElseThrow();
      reporter.report(
          first.from(),
          first.location(),
          MESSAGE.with(
              new Dataset(data).whole().name(),
              month(published(data).orElseThrow()),
              base.name(),
              month(cutoff)));
    }
  }

  /** When a public set came out; empty for a set of one's own and where it is not known. */
  private static Optional<LocalDate> published(Symbol data) {
    Dataset dataset = new Dataset(data);
    if (dataset.whole().attributes().has("owner")) {
      return Optional.empty();
    }
    return dataset.whole().attributes().has("released")
        ? dataset.whole().attributes().date("released")
        : dataset.benchmark().map(Benchmark::released);
  }

  private static String month(LocalDate day) {
    return day.toString().substring(0, 7);
  }
}
