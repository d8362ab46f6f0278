package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The stated 95th percentile, or the maximum, of the length of the data exceeds the sequence length
 * of the stage: what stands at the end, the answer, is cut off. Practice; no single source.
 */
public final class ExamplesTruncated implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "{0} of `{1}` are longer than {2} tokens, but `{3}` trains on {4}: their ends, the answers, are"
              + " cut off. Raise `length`, or filter the data",
          "`{1}` 中有{0}的样本超过 {2} 词元，而 `{3}` 的训练长度为 {4}：末尾的回答会被截断。请增大 `length`，或过滤数据");
  private static final Localized SOME = Localized.of("Some examples", "部分");
  private static final Localized TWENTIETH = Localized.of("5% of the examples", " 5% ");
  private static final Localized HALF = Localized.of("Half of the examples", "一半");
  private static final Localized RAISE =
      Localized.of("Train on sequences of {0} tokens", "训练长度改为 {0} 词元");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "examples-truncated",
            Category.ARTIFACTS,
            Severity.WARNING,
            "Examples are longer than the sequences they are trained in.",
            "样本比训练序列还长。")
        .yieldingTo("context-exceeds-base")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      OptionalDouble length = training.attributes().number("length");
      boolean split = training.attributes().isTrue("packing") && training.symbol().is("pretrain");
      if (length.isPresent() && !split) {
        for (Symbol data : training.data()) {
          if (check(training.symbol(), length.getAsDouble(), data, reporter)) {
            break;
          }
        }
      }
    }
  }

  private static boolean check(Symbol stage, double length, Symbol data, Reporter reporter) {
    Symbol stated = data.attributes().has("length") ? data : new Dataset(data).whole();
    Attributes parts = stated.attributes().qualifiers("length");
    for (String percentile : List.of("p50", "p95", "max")) {
      OptionalDouble tokens = parts.number(percentile);
      if (tokens.isPresent() && tokens.getAsDouble() > length) {
        report(stage, length, data, percentile, tokens.getAsDouble(), reporter);
        return true;
      }
    }
    return false;
  }

  private static void report(
      Symbol stage,
      double length,
      Symbol data,
      String percentile,
      double tokens,
      Reporter reporter) {
    Localized share =
        switch (percentile) {
          case "p50" -> HALF;
          case "p95" -> TWENTIETH;
          default -> SOME;
        };
    Reporter.Finding finding =
        reporter.report(
            stage,
            "length",
            MESSAGE.with(
                share,
                data.qualifiedName(),
                // The longest example itself is what the plan states; some come near to it.
                Figures.of(percentile.equals("max") ? length : tokens),
                stage.name(),
                Figures.of(length)));
    SourceEdits.replaceValue(stage, "length", Figures.source(tokens))
        .ifPresent(
            edit -> finding.fix(new Fix(RAISE.with(Figures.of(tokens)), false, List.of(edit))));
    if (percentile.equals("max")) {
      finding.severity(Severity.INFORMATION);
    }
  }
}
