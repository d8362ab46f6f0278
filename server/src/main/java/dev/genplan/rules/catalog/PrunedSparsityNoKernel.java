package dev.genplan.rules.catalog;

import dev.genplan.catalog.Accelerator;
import dev.genplan.catalog.Generation;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Optimization;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Weights are zeroed for speed in a pattern that the accelerator cannot skip. Sources: NVIDIA,
 * Accelerating Inference with Sparsity Using the NVIDIA Ampere Architecture and TensorRT (2:4 from
 * Ampere on; scattered zeros cannot use matrix instructions); SparseGPT, arXiv:2301.00774.
 */
public final class PrunedSparsityNoKernel implements Rule {

  private static final Localized SCATTERED =
      Localized.of(
          "`{0}` zeroes single weights, and `{1}` is to answer fast on {2}: its units skip zeros only in the"
              + " pattern 2:4, so that nothing gets faster. Prune `semi-structured`, or quantize",
          "`{0}` 将零散的权重置零，而 `{1}` 要在 {2} 上快速应答：其运算单元只能跳过 2:4 模式的零，速度不会提高。"
              + "请改用 `semi-structured` 剪枝，或量化");
  private static final Localized TOO_OLD =
      Localized.of(
          "`{0}` prunes in the pattern 2:4, and `{1}` is to answer fast on {2} ({3}), whose units cannot skip"
              + " it: NVIDIA's can from Ampere on. Take another accelerator, or quantize",
          "`{0}` 按 2:4 模式剪枝，而 `{1}` 要在 {2}（{3}）上快速应答：它的运算单元无法跳过这些零，NVIDIA 从 Ampere 起才支持。"
              + "请更换加速卡，或量化");
  private static final Message USE = Message.of("Prune in the pattern 2:4", "改用 2:4 模式剪枝");
  private static final Message SERVED = Message.of("served here", "在此处上线");

  private static final List<String> SPEED =
      List.of("latency", "first-token", "per-token", "throughput");
  private static final Set<Generation> BEFORE = Set.of(Generation.VOLTA, Generation.TURING);

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "pruned-sparsity-no-kernel",
        Category.DEPLOYMENT,
        Severity.WARNING,
        "Weights are zeroed for speed in a pattern that the accelerator cannot skip.",
        "为提速而剪枝，加速卡却无法跳过这种稀疏模式。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      Optional<Accelerator> device = deployment.compute().flatMap(Compute::accelerator);
      if (device.isPresent() && SPEED.stream().anyMatch(deployment.serving()::has)) {
        for (Symbol step : deployment.chain()) {
          if (step.is("optimize")) {
            new Optimization(step)
                .method("prune")
                .ifPresent(prune -> check(deployment, step, prune, device.get(), reporter));
          }
        }
      }
    }
  }

  private static void check(
      Deployment deployment, Symbol stage, Tag prune, Accelerator device, Reporter reporter) {
    Optional<Localized> message =
        switch (prune.options().word("variant").orElse("")) {
          case "unstructured" -> Optional.of(SCATTERED);
          case "semi-structured" ->
              BEFORE.contains(device.generation()) ? Optional.of(TOO_OLD) : Optional.empty();
          default -> Optional.empty();
        };
    if (message.isEmpty()) {
      return;
    }
    Value variant = prune.options().value("variant").orElseThrow();
    Reporter.Finding finding =
        reporter
            .report(
                stage,
                stage.locate(variant),
                message
                    .get()
                    .with(
                        stage.name(),
                        deployment.symbol().name(),
                        device.name(),
                        device.generation().title()))
            .related(deployment.symbol().location(), SERVED);
    if (message.get().equals(SCATTERED)
        && isHalf(prune.options())
        && !BEFORE.contains(device.generation())) {
      finding.fix(new Fix(USE, false, List.of(new Edit(stage.locate(variant), "semi-structured"))));
    }
  }

  private static boolean isHalf(Attributes prune) {
    OptionalDouble sparsity = prune.number("sparsity");
    return sparsity.isEmpty() || sparsity.getAsDouble() == 0.5;
  }
}
