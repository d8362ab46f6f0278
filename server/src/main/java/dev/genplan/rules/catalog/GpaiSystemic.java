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
 * A model is trained with more than 1e25 FLOP, so that the EU presumes systemic risk, and reaches
 * the EU without notification and safety framework. Source: Regulation (EU) 2024/1689 (AI Act),
 * Articles 51(2), 52(1) and 55, which apply from 2 August 2025.
 */
public final class GpaiSystemic implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` brings `{1}` to the EU, trained with at least {2} FLOP: above 1e25 systemic risk is"
              + " presumed, the Commission is to be notified within two weeks and the risks assessed and"
              + " limited (AI Act, Articles 51, 52 and 55). `documents` does not name {3}",
          "`{0}` 把 `{1}` 投放欧盟，其训练计算量至少为 {2} FLOP：超过 1e25 即推定具有系统性风险，须在两周内通报欧盟委员会，并评估和控制风险（《人工智能法》第 51、52、55 条）。`documents` 中没有 {3}");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "gpai-systemic",
            Category.GOVERNANCE,
            Severity.ERROR,
            "A model of presumed systemic risk reaches the EU without notification or safety framework.",
            "推定具有系统性风险的模型投放欧盟，却没有通报或安全框架。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (GeneralPurpose release : GeneralPurpose.all(plan, GeneralPurpose.SYSTEMIC)) {
      release.reportMissing(List.of("notification", "safety-framework"), MESSAGE, reporter);
    }
  }
}
