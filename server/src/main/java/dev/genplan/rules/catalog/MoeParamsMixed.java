package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
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
import dev.genplan.rules.TokensPerParameter;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * In a mixture of experts compute follows the parameters that a token uses, and memory follows all
 * of them. Formulas: FLOP = 6 × active parameters × tokens; bytes ≥ all parameters × bits / 8.
 * Sources: EleutherAI/cookbook; DeepSeek-V3, arXiv:2412.19437 (671B, of which 37B active).
 */
public final class MoeParamsMixed implements Rule {

  private static final Localized COMPUTE =
      Localized.of(
          "`{0}` states {1}, which is 6 × {2} × {3} tokens: but a token uses {4} of these parameters only, so that"
              + " it takes {5}",
          "`{0}` 写明 {1}，即 6 × {2} × {3} 词元；但每个词元只使用其中 {4} 个参数，实际为 {5}");
  private static final Localized MEMORY =
      Localized.of(
          "`{0}` states {1} on each of {2} accelerators, {3} GB together, but all {4} parameters have to be in"
              + " memory, not only the {5} that a token uses: the weights alone take {6} GB, even in {7} bits",
          "`{0}` 写明 {2} 张加速卡各占 {1}，合计 {3} GB；但显存要放下全部 {4} 参数，而不只是每个词元使用的 {5}：即使每个参数 {7} 位，仅权重就需要 {6} GB");
  private static final Localized STATE = Localized.of("State {0}", "改为 {0}");

  /** How near a stated figure has to be to be taken for the product. */
  private static final double NEAR = 0.1;

  /** How far the two counts have to be apart to be told from each other. */
  private static final double APART = 1.5;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "moe-params-mixed",
            Category.COMPUTE,
            Severity.ERROR,
            "Compute of all parameters, or memory of the active ones, in a mixture of experts.",
            "混合专家模型的计算量按总参数算，或显存按激活参数算。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      Attributes stated = training.attributes();
      if (stated.has("flops") || stated.has("memory")) {
        ModelSize.of(training.symbol())
            .filter(MoeParamsMixed::isMixture)
            .ifPresent(size -> check(training, size, reporter));
      }
    }
    for (Symbol model : plan.all("model")) {
      OptionalDouble tokens = model.attributes().number("tokens");
      if (tokens.isPresent()) {
        ModelSize.of(model)
            .filter(MoeParamsMixed::isMixture)
            .ifPresent(size -> compute(model, size, tokens.getAsDouble(), reporter));
      }
    }
  }

  private static boolean isMixture(ModelSize size) {
    return size.isMixture() && size.all() > APART * size.active().getAsDouble();
  }

  private static void check(Training training, ModelSize size, Reporter reporter) {
    if (training.symbol().is("pretrain") || training.symbol().is("finetune")) {
      if (training.isFull()) {
        compute(training.symbol(), size, TokensPerParameter.tokens(training), reporter);
      }
    }
    memory(training, size, reporter);
  }

  private static void compute(Symbol symbol, ModelSize size, double tokens, Reporter reporter) {
    OptionalDouble stated = symbol.attributes().number("flops");
    double wrong = 6 * size.all() * tokens;
    if (stated.isEmpty() || tokens <= 0 || Math.abs(stated.getAsDouble() / wrong - 1) > NEAR) {
      return;
    }
    Value value = symbol.attributes().value("flops").orElseThrow();
    double active = size.active().getAsDouble();
    String right = Figures.of(6 * active * tokens / 1e21) + " ZFLOP";
    reporter
        .report(
            symbol,
            symbol.locate(value),
            COMPUTE.with(
                symbol.name(),
                symbol.figure(value),
                Figures.parameters(size.all()),
                tokens < 1e12 ? Figures.parameters(tokens) : Figures.of(tokens / 1e12) + "T",
                Figures.parameters(active),
                right))
        .fix(
            new Fix(
                STATE.with(right),
                false,
                List.of(new Edit(symbol.locate(value), right.replace(",", "_")))));
  }

  private static void memory(Training training, ModelSize size, Reporter reporter) {
    Optional<Amount> each = training.attributes().amount("memory");
    OptionalDouble devices =
        training.compute().map(Compute::totalAtMost).orElse(OptionalDouble.empty());
    boolean offloads =
        training.attributes().section("parallel").filter(it -> it.has("offload")).isPresent();
    if (each.isEmpty() || devices.isEmpty() || offloads) {
      return;
    }
    double bytes = training.method("qlora").isPresent() ? 0.5 : 1;
    double together = each.get().high() * devices.getAsDouble();
    if (together >= bytes * size.all() || together < bytes * size.active().getAsDouble()) {
      return;
    }
    Symbol symbol = training.symbol();
    reporter.report(
        symbol,
        "memory",
        MEMORY.with(
            symbol.name(),
            symbol.figure(symbol.attributes().value("memory").orElseThrow()),
            Figures.of(devices.getAsDouble()),
            Roofline.gigabytes(together),
            Figures.parameters(size.all()),
            Figures.parameters(size.active().getAsDouble()),
            Roofline.gigabytes(bytes * size.all()),
            Figures.of(8 * bytes)));
  }
}
