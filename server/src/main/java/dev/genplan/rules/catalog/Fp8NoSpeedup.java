package dev.genplan.rules.catalog;

import dev.genplan.catalog.Accelerator;
import dev.genplan.catalog.Support;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.StoredWeights;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Map;
import java.util.Optional;

/**
 * FP8 or FP4 weights on an accelerator without units for these numbers: they are unpacked to 16
 * bits before each multiplication. Source: vLLM, docs/features/quantization/fp8.md (W8A8 from Ada
 * on, weights only on Turing and Ampere) and pull request 5975.
 */
public final class Fp8NoSpeedup implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` serves `{1}` weights on {2} ({3}), which has no {4} arithmetic: they take less memory, but"
              + " are unpacked to 16 bits, so that prompts and large batches get no faster. `int8` has"
              + " units there; if memory is the goal, say so in a `reason`",
          "`{0}` 在 {2}（{3}）上服务 `{1}` 权重，而该卡没有 {4} 运算单元：显存占用会减少，但计算前须还原为 16 位，"
              + "处理提示词和大批量请求并不会变快。该卡支持 `int8` 运算；如果目的就是省显存，请用 `reason` 写明");
  private static final Localized PLAIN =
      Localized.of(
          "`{0}` serves `{1}` weights on {2} ({3}), which has no {4} arithmetic: they take less memory, but"
              + " are unpacked to 16 bits, so that prompts and large batches get no faster. If memory is"
              + " the goal, say so in a `reason`",
          "`{0}` 在 {2}（{3}）上服务 `{1}` 权重，而该卡没有 {4} 运算单元：显存占用会减少，但计算前须还原为 16 位，"
              + "处理提示词和大批量请求并不会变快。如果目的就是省显存，请用 `reason` 写明");
  private static final Localized FORM = Localized.of("stored as `{0}`", "以 `{0}` 格式存储");

  /** The numbers that formats hold. */
  private static final Map<String, String> NUMBERS =
      Map.of("fp8", "fp8", "fp4", "fp4", "mxfp4", "fp4", "nvfp4", "fp4");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "fp8-no-speedup",
        Category.DEPLOYMENT,
        Severity.INFORMATION,
        "FP8 or FP4 weights on an accelerator that has no arithmetic for them.",
        "FP8 或 FP4 权重运行在没有相应运算单元的加速卡上。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      Optional<Accelerator> device = deployment.compute().flatMap(Compute::accelerator);
      Optional<StoredWeights> stored = deployment.model().flatMap(StoredWeights::served);
      if (device.isPresent()
          && stored.isPresent()
          && !stored.get().maker().attributes().has("reason")
          && isUnpacked(stored.get(), device.get())) {
        report(deployment, stored.get(), device.get(), reporter);
      }
    }
  }

  private static boolean isUnpacked(StoredWeights stored, Accelerator device) {
    String numbers = NUMBERS.get(stored.format().name());
    return numbers != null
        && device.supports(numbers) == Support.NO
        && stored.format().runsOn(device.generation()) == Support.LIMITED;
  }

  private static void report(
      Deployment deployment, StoredWeights stored, Accelerator device, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    String format = stored.format().name();
    boolean integers = device.supports("int8") == Support.YES;
    reporter
        .report(
            symbol,
            "compute",
            (integers ? MESSAGE : PLAIN)
                .with(
                    symbol.name(),
                    format,
                    device.name(),
                    device.generation().title(),
                    NUMBERS.get(format).equals("fp8") ? "FP8" : "FP4"))
        .related(stored.maker().location(), FORM.with(format));
  }
}
