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
 * A model is trained with more than 1e23 FLOP, from which the EU takes it to be general-purpose,
 * and reaches the EU without the documents that its provider needs. Sources: Commission guidelines
 * on general-purpose AI models, C(2025) 7719, first published on 18 July 2025; Regulation (EU)
 * 2024/1689 (AI Act), Article 53(1)(a) to (c), which applies from 2 August 2025, and (2).
 */
public final class GpaiIndicative implements Rule {

  /** What every provider owes. */
  private static final List<String> OPEN = List.of("training-summary", "copyright-policy");

  /** What a provider owes whose weights are not free. */
  private static final List<String> ALL =
      List.of("training-summary", "copyright-policy", "model-card");

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` brings `{1}` to the EU, trained with at least {2} FLOP: above 1e23 it counts as"
              + " general-purpose unless it is narrow, and its provider owes documents (AI Act, Article"
              + " 53). `documents` does not name {3}",
          "`{0}` 把 `{1}` 投放欧盟，其训练计算量至少为 {2} FLOP：超过 1e23 即视为通用模型，除非用途单一；提供者须备有相应文档（《人工智能法》第 53 条）。`documents` 中没有 {3}");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "gpai-indicative",
            Category.GOVERNANCE,
            Severity.INFORMATION,
            "A model that counts as general-purpose in the EU lacks documents.",
            "在欧盟会被视为通用模型，却缺少文档。")
        .yieldingTo("gpai-systemic", "training-summary-missing", "model-card-missing")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (GeneralPurpose release : GeneralPurpose.all(plan, GeneralPurpose.INDICATIVE)) {
      release.reportMissing(release.isOpen() ? OPEN : ALL, MESSAGE, reporter);
    }
  }
}
