package dev.genplan.rules.catalog;

import dev.genplan.catalog.Benchmarks;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Product;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;

/**
 * A model is trained to refuse, and nothing measures how much it refuses too much. Source: Röttger
 * et al., XSTest, arXiv:2308.01263: 250 safe prompts that models refuse for a word in them.
 */
public final class OverRefusalUnmeasured implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` trains for safety, but nothing measures how many harmless prompts are refused: a model"
              + " that refuses everything would pass. Measure `over-refusal`, on XSTest for instance",
          "`{0}` 针对安全进行训练，却没有测量无害提示词被拒答的比例：什么都拒绝的模型也能过关。请测量 `over-refusal`，例如用 XSTest");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "over-refusal-unmeasured",
            Category.GOVERNANCE,
            Severity.INFORMATION,
            "A model is trained for safety, and its over-refusal is not measured.",
            "针对安全训练了模型，却没有测量过度拒答。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      Symbol symbol = training.symbol();
      if (isForSafety(training) && Product.firstWith(symbol).isPresent()) {
        if (Measurement.all(plan).stream().noneMatch(OverRefusalUnmeasured::measures)) {
          boolean aim = symbol.attributes().words("aim").contains("safety");
          reporter.report(symbol, aim ? "aim" : "data", MESSAGE.with(symbol.qualifiedName()));
        }
        return;
      }
    }
  }

  private static boolean isForSafety(Training training) {
    return training.attributes().words("aim").contains("safety")
        || training.data().stream()
            .map(data -> new Dataset(data).whole().attributes())
            .anyMatch(data -> data.words("domain").contains("safety"));
  }

  private static boolean measures(Measurement measurement) {
    return measurement.metrics().stream().anyMatch(metric -> metric.name().equals("over-refusal"))
        || new Evaluation(measurement.stage())
            .testData().stream()
                .flatMap(link -> link.symbol().stream())
                .anyMatch(OverRefusalUnmeasured::isXsTest);
  }

  private static boolean isXsTest(Symbol data) {
    Symbol whole = new Dataset(data).whole();
    String name = whole.attributes().text("source").orElse(whole.name());
    return Benchmarks.find(name).filter(known -> known.name().equals("xstest")).isPresent();
  }
}
