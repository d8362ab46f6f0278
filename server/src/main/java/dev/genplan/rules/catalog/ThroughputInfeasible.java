package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Roofline;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * More is to be served than the accelerators can compute. Bound: tokens a second ≤ dense peak ×
 * accelerators / (2 × parameters that a token uses). Source: EleutherAI/cookbook, transformer
 * FLOPs.
 */
public final class ThroughputInfeasible implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` has to serve {1}, which takes at least {2} TFLOP/s, and {3} has a peak of {4}: even at"
              + " full speed it takes {5} accelerators. State more `replicas`, or lower the target",
          "`{0}` 须承载 {1}，至少需要 {2} TFLOP/s，而 {3} 的峰值只有 {4}：即使满速运行也需要 {5} 张加速卡。"
              + "请增加 `replicas`，或降低目标");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "throughput-infeasible",
        Category.DEPLOYMENT,
        Severity.WARNING,
        "More is to be served than the accelerators can compute.",
        "须承载的请求量超出加速卡的算力。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      OptionalDouble tokens = tokensPerSecond(deployment.serving());
      if (tokens.isPresent() && !deployment.mode().equals("batch")) {
        Roofline.of(deployment).ifPresent(bounds -> check(bounds, tokens.getAsDouble(), reporter));
      }
    }
  }

  /** Tokens that have to be computed in a second, the fewest possible; empty if not known. */
  private static OptionalDouble tokensPerSecond(Attributes serving) {
    Optional<Amount> rate = serving.amount("throughput").filter(it -> Double.isFinite(it.low()));
    if (rate.isEmpty() || rate.get().measure().isEmpty()) {
      return OptionalDouble.empty();
    }
    return switch (rate.get().measure().get().of()) {
      case TOKENS -> OptionalDouble.of(rate.get().low());
      case REQUESTS -> {
        Optional<Amount> length =
            serving.isTrue("prefix-cache")
                ? serving.qualifiers("length").amount("answer")
                : serving.amount("length");
        yield length.isPresent() && Double.isFinite(length.get().low())
            ? OptionalDouble.of(rate.get().low() * length.get().low())
            : OptionalDouble.empty();
      }
      default -> OptionalDouble.empty();
    };
  }

  private static void check(Roofline bounds, double tokens, Reporter reporter) {
    Attributes serving = bounds.deployment().serving();
    double copies =
        serving.has("replicas")
            ? serving.amount("replicas").map(Amount::high).orElse(Double.POSITIVE_INFINITY)
            : 1;
    OptionalDouble peak = bounds.peak();
    double needed = 2 * bounds.weights().multiplied() * tokens;
    if (peak.isEmpty() || !Roofline.excludes(peak.getAsDouble() * copies, needed)) {
      return;
    }
    Symbol symbol = bounds.deployment().symbol();
    Value target = serving.value("throughput").orElseThrow();
    reporter.report(
        symbol,
        symbol.locate(target),
        MESSAGE.with(
            symbol.name(),
            symbol.figure(target),
            Figures.of(Math.rint(needed / 1e12)),
            copies > 1 ? Figures.of(copies) + " × " + bounds.hardware() : bounds.hardware(),
            Figures.of(Math.rint(peak.getAsDouble() * copies / 1e12)),
            Figures.of(Math.ceil(needed / (peak.getAsDouble() / bounds.devices())))));
  }
}
