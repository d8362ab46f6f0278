package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.TokensPerParameter;
import dev.genplan.text.Localized;

/**
 * More than 2,000 tokens for each parameter: meant for small models that answer a lot (Llama 3 8B:
 * 1,875; SmolLM3: 3,640), or a slip of a unit. Source: model cards.
 */
public final class TokensPerParameterHigh implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` sees {1} tokens for each of its {2} parameters: right for a small model that answers a"
              + " lot, else check whether a unit slipped (M for B)",
          "`{0}` 的 {2} 个参数平均每个见到 {1} 个词元：对大量部署的小模型是合理的，否则请检查单位是否写错（如把 B 写成 M）");
  private static final double HIGH = 2_000;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "tokens-per-parameter-high",
            Category.DATA,
            Severity.HINT,
            "A model is pre-trained on more than 2,000 tokens for each parameter.",
            "预训练时每个参数对应 2,000 个以上的词元。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training pretrain : View.all(plan, "pretrain", Training::new)) {
      TokensPerParameter ratio = TokensPerParameter.of(pretrain);
      if (ratio.isKnown() && ratio.value() > HIGH) {
        reporter.report(
            pretrain.symbol(),
            "tokens",
            MESSAGE.with(
                pretrain.symbol().name(),
                Figures.of(Math.rint(ratio.value())),
                Figures.parameters(ratio.parameters())));
      }
    }
  }
}
