package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.ModelSize;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Roofline;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Map;
import java.util.Optional;

/**
 * The checkpoints that are kept do not fit into the storage. Formula: checkpoints × parameters × 12
 * bytes, which are 4 for the weights and 8 for the two moments of Adam. Source: ZeRO,
 * arXiv:1910.02054, section 3.1.
 */
public final class CheckpointStorage implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` keeps {1} checkpoints of {2} parameters, {3} GB with the states of the optimizer ({4} bytes a"
              + " parameter), and `{5}` has {6} of storage. Keep fewer (`save { keep }`), or add storage",
          "`{0}` 保留 {1} 个检查点，参数量 {2}，连同优化器状态共 {3} GB（每个参数 {4} 字节），而 `{5}` 的存储只有 {6}。"
              + "请减少保留个数（`save { keep }`），或增加存储");

  /** Bytes that a checkpoint takes for each parameter, by optimizer: weights and its states. */
  private static final Map<String, Integer> BYTES =
      Map.of(
          "adamw",
          12,
          "adamw-8bit",
          6,
          "paged-adamw-8bit",
          6,
          "lion",
          8,
          "sgd",
          4,
          "muon",
          8,
          "adafactor",
          4);

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "checkpoint-storage",
            Category.COMPUTE,
            Severity.WARNING,
            "The checkpoints that are kept do not fit into the storage.",
            "要保留的检查点超出存储容量。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      Optional<Amount> storage =
          training.compute().flatMap(compute -> compute.attributes().amount("storage"));
      if (storage.isPresent() && training.attributes().has("save") && training.isFull()) {
        ModelSize.of(training.symbol())
            .ifPresent(size -> check(training, size.all(), storage.get().high(), reporter));
      }
    }
  }

  private static void check(
      Training training, double parameters, double storage, Reporter reporter) {
    String optimizer = training.attributes().word("optimizer").orElse("adamw");
    Integer each = BYTES.get(optimizer);
    double kept = training.attributes().qualifiers("save").number("keep").orElse(1);
    if (each == null || kept * parameters * each <= storage) {
      return;
    }
    Symbol symbol = training.symbol();
    Compute compute = training.compute().orElseThrow();
    reporter.report(
        symbol,
        "save",
        MESSAGE.with(
            symbol.name(),
            Figures.of(kept),
            Figures.parameters(parameters),
            Roofline.gigabytes(kept * parameters * each),
            each,
            compute.symbol().name(),
            compute.symbol().figure(compute.attributes().value("storage").orElseThrow())));
  }
}
