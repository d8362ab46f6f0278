package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
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
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The first token is promised sooner than the prompt can be computed. Bound: seconds ≥ 2 ×
 * parameters that a token uses × tokens of the prompt / (dense peak × accelerators). Sources:
 * EleutherAI/cookbook, transformer FLOPs; Pope et al., arXiv:2211.05102, section 2.1, where prefill
 * reaches at most 76% of the peak.
 */
public final class TtftInfeasible implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` promises the first token after {1}, but a prompt of {2} tokens takes at least {3}:"
              + " {4} TFLOP at the {5} TFLOP/s of {6}. Shorten prompts, reuse common beginnings"
              + " (`prefix-cache: true`) or add accelerators",
          "`{0}` 承诺 {1} 内给出首个词元，但 {2} 词元的提示词至少需要 {3}：{4} TFLOP 的计算量，而 {6} 的峰值为 {5} TFLOP/s。"
              + "请缩短提示词、复用公共前缀（`prefix-cache: true`），或增加加速卡");
  private static final Message REUSE = Message.of("Reuse common beginnings", "复用公共前缀");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "ttft-infeasible",
        Category.DEPLOYMENT,
        Severity.WARNING,
        "The first token is promised sooner than the prompt can be computed.",
        "承诺的首字延迟短于计算提示词所需的时间。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      Attributes serving = deployment.serving();
      Optional<Amount> target = serving.amount("first-token");
      Optional<Amount> prompt = serving.qualifiers("length").amount("prompt");
      if (target.isPresent() && prompt.isPresent() && !serving.isTrue("prefix-cache")) {
        Roofline.of(deployment)
            .ifPresent(bounds -> check(bounds, target.get().high(), prompt.get().low(), reporter));
      }
    }
  }

  private static void check(Roofline bounds, double target, double prompt, Reporter reporter) {
    OptionalDouble peak = bounds.peak();
    double operations = 2 * bounds.weights().multiplied() * prompt;
    if (peak.isPresent() && Roofline.excludes(target, operations / peak.getAsDouble())) {
      report(bounds, prompt, operations, peak.getAsDouble(), reporter);
    }
  }

  private static void report(
      Roofline bounds, double prompt, double operations, double peak, Reporter reporter) {
    Symbol symbol = bounds.deployment().symbol();
    Value target = bounds.deployment().serving().value("first-token").orElseThrow();
    Reporter.Finding finding =
        reporter.report(
            symbol,
            symbol.locate(target),
            MESSAGE.with(
                symbol.name(),
                symbol.figure(target),
                Figures.of(prompt),
                Roofline.time(operations / peak),
                Figures.of(Math.rint(operations / 1e12)),
                Figures.of(Math.rint(peak / 1e12)),
                bounds.hardware()));
    if (!bounds.deployment().serving().has("prefix-cache")) {
      finding.fix(
          new Fix(
              REUSE,
              false,
              List.of(
                  new Edit(symbol.locate(target), symbol.text(target) + ", prefix-cache: true"))));
    }
  }
}
