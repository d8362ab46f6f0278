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
import dev.genplan.text.Localized;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Tokens are promised faster than the weights can be read from memory. Bound: seconds a token ≥
 * parameters that a token uses × bits / 8 / (bandwidth × accelerators that share a layer × tokens
 * that a pass confirms). Sources: Pope et al., arXiv:2211.05102, section 2.1; README of
 * pytorch-labs/gpt-fast, whose 104.9 tokens/s for Llama 2 7B in bf16 on an A100 use 70% of its
 * bandwidth.
 */
public final class LatencyImpossible implements Rule {

  private static final Localized TOKEN =
      Localized.of(
          "`{0}` promises a token every {1}, but each takes {2} or more: at least {3} GB of weights have to be"
              + " read at the {4} GB/s of {5}. Store them in fewer bits, or take a smaller model or more"
              + " bandwidth",
          "`{0}` 承诺每 {1} 输出一个词元，但每个词元至少需要 {2}：须以 {5} 的 {4} GB/s 读取至少 {3} GB 权重。"
              + "请降低权重位宽，或换用更小的模型、更高的显存带宽");

  private static final Localized ANSWER =
      Localized.of(
          "`{0}` promises answers of {6} tokens in {1}, but they take {2} or more: for each token at least {3}"
              + " GB of weights have to be read at the {4} GB/s of {5}. Store them in fewer bits, or take a"
              + " smaller model, more bandwidth or shorter answers",
          "`{0}` 承诺在 {1} 内给出 {6} 词元的回答，但至少需要 {2}：每个词元都须以 {5} 的 {4} GB/s 读取至少 {3} GB 权重。"
              + "请降低权重位宽，或换用更小的模型、更高的显存带宽，或缩短回答");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "latency-impossible",
            Category.DEPLOYMENT,
            Severity.ERROR,
            "Tokens are promised faster than the memory can deliver the weights.",
            "承诺的出词速度快于从显存读取权重的速度。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      Attributes serving = deployment.serving();
      if (serving.has("per-token") || (serving.has("latency") && serving.has("length"))) {
        Roofline.of(deployment).ifPresent(bounds -> check(bounds, reporter));
      }
    }
  }

  private static void check(Roofline bounds, Reporter reporter) {
    OptionalDouble bandwidth = bounds.bandwidth();
    if (bandwidth.isEmpty()) {
      return;
    }
    double pass = bounds.weights().bytes() / bandwidth.getAsDouble();
    double token = pass / bounds.weights().tokens();
    Attributes serving = bounds.deployment().serving();
    Optional<Amount> perToken = serving.amount("per-token");
    Optional<Amount> latency = serving.amount("latency");
    OptionalDouble answer = answer(serving);
    if (perToken.filter(time -> Roofline.excludes(time.high(), token)).isPresent()) {
      report(bounds, "per-token", TOKEN, token, 1, reporter);
    } else if (latency.isPresent() && answer.isPresent()) {
      double least = token * answer.getAsDouble();
      if (Roofline.excludes(latency.get().high(), least)) {
        report(bounds, "latency", ANSWER, least, answer.getAsDouble(), reporter);
      }
    }
  }

  /** Tokens of a typical answer, the fewest of a range. */
  private static OptionalDouble answer(Attributes serving) {
    Optional<Amount> tokens = serving.qualifiers("length").amount("answer");
    return tokens.isPresent() && Double.isFinite(tokens.get().low())
        ? OptionalDouble.of(tokens.get().low())
        : OptionalDouble.empty();
  }

  private static void report(
      Roofline bounds,
      String property,
      Localized message,
      double least,
      double tokens,
      Reporter reporter) {
    Symbol symbol = bounds.deployment().symbol();
    Attributes serving = bounds.deployment().serving();
    reporter.report(
        symbol,
        symbol.locate(serving.value(property).orElseThrow()),
        message.with(
            symbol.name(),
            symbol.figure(serving.value(property).orElseThrow()),
            Roofline.time(least),
            Roofline.gigabytes(bounds.weights().bytes()),
            Figures.of(bounds.bandwidth().getAsDouble() / 1e9),
            bounds.sharing(),
            Figures.of(tokens)));
  }
}
