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
 * From-scratch pre-training on fewer than about 20 tokens for each parameter, which a smaller model
 * would use better. Below 10 it is a warning, else a note. Source: Chinchilla, arXiv:2203.15556,
 * table 3.
 */
public final class TokensPerParameterLow implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` sees {1} tokens for each of its {2} parameters; about 20 make the best use of the compute,"
              + " so that a smaller model on the same text would be as good and cheaper",
          "`{0}` 的 {2} 个参数平均每个只见到 {1} 个词元；约 20 个才能充分利用算力，用同样的文本训练更小的模型效果相当且更便宜");
  private static final double BEST = 20;
  private static final double FAR = 10;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "tokens-per-parameter-low",
            Category.DATA,
            Severity.WARNING,
            "A model is pre-trained on too little text for its size.",
            "相对于模型大小，预训练的文本太少。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training pretrain : View.all(plan, "pretrain", Training::new)) {
      TokensPerParameter ratio = TokensPerParameter.of(pretrain);
      boolean study = pretrain.attributes().isWord("purpose", "ablation");
      if (ratio.isKnown() && ratio.value() < BEST && !study) {
        reporter
            .report(
                pretrain.symbol(),
                "tokens",
                MESSAGE.with(
                    pretrain.symbol().name(),
                    Figures.of(ratio.value()),
                    Figures.parameters(ratio.parameters())))
            .severity(ratio.value() < FAR ? Severity.WARNING : Severity.INFORMATION);
      }
    }
  }
}
