package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The stated peak is twice or four times the dense bf16 peak: the column for FP8, for sparsity, or
 * for both was read. Source: catalog of accelerators; stas00/ml-engineering, compute/accelerator.
 */
public final class WrongPeak implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` states a peak of {1}, {2} times the dense bf16 peak of {3} ({4} TFLOP/s): that is the column"
              + " for FP8 or for sparsity, and durations made of it come out too short",
          "`{0}` 写的峰值为 {1}，是 {3} 稠密 bf16 峰值（{4} TFLOP/s）的 {2} 倍：那是 FP8 或稀疏的一栏，据此算出的时长会偏短");
  private static final Localized USE = Localized.of("State {0} TFLOP/s", "改为 {0} TFLOP/s");
  private static final Set<String> BELOW_16_BITS = Set.of("fp8", "fp4", "int8", "int4");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "wrong-peak",
            Category.COMPUTE,
            Severity.WARNING,
            "The stated peak of an accelerator is that of another number format, or with sparsity.",
            "所写的峰值属于另一种数值格式，或是稀疏峰值。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Compute compute : View.all(plan, "compute", Compute::new)) {
      OptionalDouble stated = compute.attributes().number("peak");
      OptionalDouble dense =
          compute.accelerator().map(each -> each.peak("bf16")).orElse(OptionalDouble.empty());
      if (stated.isPresent() && dense.isPresent() && !isForLess(compute)) {
        for (int factor : new int[] {2, 4}) {
          if (Math.abs(stated.getAsDouble() / dense.getAsDouble() / factor - 1) < 0.03) {
            report(compute, factor, dense.getAsDouble(), reporter);
          }
        }
      }
    }
  }

  /** Whether something on it computes in fewer than 16 bits, so that another column is meant. */
  private static boolean isForLess(Compute compute) {
    return compute.symbol().plan().uses(compute.symbol()).stream()
        .map(Link::from)
        .anyMatch(
            stage ->
                stage
                    .attributes()
                    .tag("precision")
                    .filter(tag -> BELOW_16_BITS.contains(tag.word()))
                    .isPresent());
  }

  private static void report(Compute compute, int factor, double dense, Reporter reporter) {
    Symbol symbol = compute.symbol();
    String right = Figures.of(dense / 1e12);
    Reporter.Finding finding =
        reporter.report(
            symbol,
            "peak",
            MESSAGE.with(
                symbol.name(),
                symbol.figure(symbol.attributes().value("peak").orElseThrow()),
                factor,
                compute.accelerator().orElseThrow().name(),
                right));
    SourceEdits.replaceValue(symbol, "peak", Figures.source(dense / 1e12) + " TFLOP/s")
        .ifPresent(edit -> finding.fix(new Fix(USE.with(right), false, List.of(edit))));
  }
}
