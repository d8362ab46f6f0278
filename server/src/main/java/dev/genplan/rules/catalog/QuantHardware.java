package dev.genplan.rules.catalog;

import dev.genplan.catalog.Accelerator;
import dev.genplan.catalog.Format;
import dev.genplan.catalog.Formats;
import dev.genplan.catalog.Generation;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weights are quantized to a format that has no kernel on the accelerator that serves them. Source:
 * vLLM, docs/features/quantization/README.md at 50feac9, and at 0328802 for Gaudi and TPU, as in
 * the catalog.
 */
public final class QuantHardware implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` serves `{1}` weights on {2} ({3}), for which vLLM has no kernel: they do not load. Take"
              + " another accelerator{4}",
          "`{0}` 在 {2}（{3}）上服务 `{1}` 权重，而 vLLM 没有相应的算子，无法加载。请更换加速卡{4}");
  private static final Localized FORMATS = Localized.of(", or {0}", "，或改用 {0}");
  private static final Localized NONE = Localized.of("", "");
  private static final Localized FORM = Localized.of("stored as `{0}`", "以 `{0}` 格式存储");

  private static final List<String> USUAL = List.of("fp8", "int8", "awq", "gptq");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "quant-hardware",
        Category.DEPLOYMENT,
        Severity.ERROR,
        "Weights are quantized to a format that the accelerator has no kernel for.",
        "权重的量化格式在所用加速卡上没有算子。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      Optional<String> engine = deployment.serving().word("engine");
      Optional<Accelerator> device = deployment.compute().flatMap(Compute::accelerator);
      Optional<StoredWeights> stored = deployment.model().flatMap(StoredWeights::served);
      if (engine.orElse("vllm").equals("vllm")
          && device.isPresent()
          && stored.isPresent()
          && stored.get().format().runsOn(device.get().generation()) == Support.NO) {
        report(deployment, stored.get(), device.get(), reporter)
            .severity(engine.isPresent() ? Severity.ERROR : Severity.WARNING);
      }
    }
  }

  private static Reporter.Finding report(
      Deployment deployment, StoredWeights stored, Accelerator device, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    String format = stored.format().name();
    List<String> others = runningOn(device.generation());
    return reporter
        .report(
            symbol,
            "compute",
            MESSAGE.with(
                symbol.name(),
                format,
                device.name(),
                device.generation().title(),
                others.isEmpty() ? NONE : FORMATS.with("`" + String.join("`, `", others) + "`")))
        .related(stored.maker().location(), FORM.with(format));
  }

  private static List<String> runningOn(Generation generation) {
    List<String> names = new ArrayList<>();
    for (String name : USUAL) {
      Optional<Format> format = Formats.find(name);
      if (format.filter(it -> it.runsOn(generation) == Support.YES).isPresent()) {
        names.add(name);
      }
    }
    return names;
  }
}
