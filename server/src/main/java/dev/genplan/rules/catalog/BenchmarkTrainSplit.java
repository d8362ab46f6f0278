package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The training part of a public benchmark is trained on, and its test part is all that is measured:
 * the score is in-domain. Source: Singhal et al., arXiv:2305.09617, where MultiMedQA is both; Zhang
 * et al., arXiv:2405.00332: up to 8 points less on new questions of the same kind.
 */
public final class BenchmarkTrainSplit implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` is trained on a part of `{1}`, and only `{1}` measures it: the score says how well it does"
              + " on this benchmark, not on others. Report another set as well",
          "`{0}` 在 `{1}` 的一部分上训练，又只用 `{1}` 评测：得分只说明它在这个基准上的表现。请同时报告另一个测试集");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "benchmark-train-split",
            Category.DATA,
            Severity.INFORMATION,
            "A public benchmark is trained on and reported, and nothing else is.",
            "在公开基准的训练集上训练，又只报告该基准的得分。")
        .yieldingTo("train-eval-overlap");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Set<Symbol> found = new HashSet<>();
    for (Training training : Training.all(plan)) {
      for (Link link : training.symbol().valueLinks("data")) {
        Optional<Symbol> benchmark =
            link.symbol()
                .filter(Symbol::isSplit)
                .flatMap(Symbol::parent)
                .filter(data -> new Dataset(data).isBenchmark());
        if (benchmark.isEmpty()) {
          continue;
        }
        List<Symbol> tests =
            View.all(plan, "evaluate", Evaluation::new).stream()
                .filter(each -> each.measures(training.symbol()))
                .flatMap(each -> each.testData().stream())
                .flatMap(test -> test.symbol().stream())
                .map(test -> new Dataset(test).whole())
                .distinct()
                .toList();
        if (tests.equals(List.of(benchmark.get())) && found.add(benchmark.get())) {
          reporter.report(
              training.symbol(),
              link.location(),
              MESSAGE.with(training.symbol().name(), benchmark.get().name()));
        }
      }
    }
  }
}
