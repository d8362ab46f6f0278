package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;

/**
 * Pre-training from scratch where nothing says why a foundation model does not serve. Llama 2 7B
 * took 184,320 A100-hours, BloombergGPT about 650,000 (arXiv:2307.09288, table 2;
 * arXiv:2303.17564); adapting a published model of that size takes hours.
 */
public final class PretrainWithoutReason implements Rule {

  /** Below this, pre-training is a matter of days on one node, for study and for the edge. */
  private static final double SMALL = 1e9;

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` pre-trains from scratch, and nothing says why a foundation model does not serve: even 7B"
              + " parameters took 184,320 A100-hours. Adapt a published model, or state a `reason`",
          "`{0}` 从零开始预训练，却没有说明为何不能使用已有的基础模型：仅 7B 参数就用了 184,320 A100 卡时。"
              + "请改为适配公开模型，或用 `reason` 写明理由");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "pretrain-without-reason",
            Category.FLOW,
            Severity.WARNING,
            "A model is pre-trained from scratch without a reason.",
            "没有说明理由就从零开始预训练模型。")
        .learning();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol symbol : plan.all("pretrain")) {
      boolean continued = symbol.attributes().has("model");
      boolean small =
          symbol
              .attributes()
              .amount("parameters")
              .map(Amount::high)
              .filter(n -> n < SMALL)
              .isPresent();
      if (!continued && !small && !symbol.attributes().has("reason")) {
        reporter.report(symbol, MESSAGE.with(symbol.qualifiedName()));
      }
    }
  }
}
