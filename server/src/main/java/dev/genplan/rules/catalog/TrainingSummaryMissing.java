package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.rules.Category;
import dev.genplan.rules.GeneralPurpose;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;

/**
 * A general-purpose model reaches the EU without a public summary of what it was trained on.
 * Source: Regulation (EU) 2024/1689 (AI Act), Article 53(1)(d), which applies from 2 August 2025.
 */
public final class TrainingSummaryMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` brings `{1}` to the EU, trained with at least {2} FLOP and so probably general-purpose:"
              + " its provider has to publish a summary of the training content (AI Act, Article"
              + " 53(1)(d)). Add `training-summary` to `documents`",
          "`{0}` 把 `{1}` 投放欧盟，其训练计算量至少为 {2} FLOP，很可能属于通用模型：提供者须公布训练内容摘要（《人工智能法》第 53 条第 1 款 (d) 项）。请在 `documents` 中加入 `training-summary`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "training-summary-missing",
            Category.GOVERNANCE,
            Severity.WARNING,
            "A general-purpose model reaches the EU without a summary of its training content.",
            "通用模型投放欧盟，却没有训练内容摘要。")
        .yieldingTo("gpai-systemic")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (GeneralPurpose release : GeneralPurpose.all(plan, GeneralPurpose.INDICATIVE)) {
      release.reportMissing(List.of("training-summary"), MESSAGE, reporter);
    }
  }
}
