package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Training on sequences of 32,768 tokens or more without activation recomputation, context
 * parallelism or a fused attention kernel. Source: stas00/ml-engineering, training/performance:
 * Llama 3.1 8B at 32k takes 224 GiB of activations, with recomputation 8 GiB and 7 GiB for the
 * layer at work.
 */
public final class LongContextNoPlan implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` trains on sequences of {1} tokens with neither `recompute`, `parallel { context }` nor"
              + " flash attention; an 8B model takes 224 GiB of activations for one of 32k. Recompute them",
          "`{0}` 的训练序列为 {1} 词元，却没有 `recompute`、`parallel { context }` 或 flash-attention；"
              + "8B 模型的一条 32k 序列就需要 224 GiB 激活值。请重计算");
  private static final Message RECOMPUTE = Message.of("Recompute activations", "重计算激活值");
  private static final double LONG = 32_000;
  private static final double SMALL = 2e9;
  private static final Set<String> KERNELS = Set.of("flash-attention", "ring-attention");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "long-context-no-plan",
            Category.COMPUTE,
            Severity.WARNING,
            "Long sequences are trained on without a way to hold their activations.",
            "训练长序列却没有存放激活值的办法。")
        .whereComplete()
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      OptionalDouble length = training.attributes().number("length");
      if (length.isPresent() && length.getAsDouble() >= LONG && !isPlanned(training)) {
        Symbol symbol = training.symbol();
        Reporter.Finding finding =
            reporter.report(
                symbol, "length", MESSAGE.with(symbol.name(), Figures.of(length.getAsDouble())));
        SourceEdits.addMember(symbol, "recompute: full")
            .filter(edit -> !symbol.attributes().has("recompute"))
            .ifPresent(edit -> finding.fix(new Fix(RECOMPUTE, false, List.of(edit))));
      }
    }
  }

  private static boolean isPlanned(Training training) {
    Attributes stated = training.attributes();
    boolean recomputes = stated.has("recompute") && !stated.isNone("recompute");
    boolean spread =
        stated
                .section("parallel")
                .map(each -> each.number("context"))
                .orElse(OptionalDouble.empty())
                .orElse(1)
            > 1;
    boolean small =
        training
            .symbol()
            .plan()
            .lineage()
            .base(training.symbol())
            .flatMap(base -> new Model(base).parameters())
            .filter(size -> size.high() < SMALL)
            .isPresent();
    return recomputes
        || spread
        || small
        || stated.has("memory")
        || stated.words("kernels").stream().anyMatch(KERNELS::contains);
  }
}
