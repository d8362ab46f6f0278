package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement.Family;
import dev.genplan.catalog.MethodRequirement.Reference;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.ReferencePolicy;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;

/**
 * A preference optimization whose loss holds the ratio to a reference policy, with {@code
 * reference: none}. Left out, the reference is the model that training starts from. Source: DPO,
 * arXiv:2305.18290, equation 7; KTO, arXiv:2402.01306.
 */
public final class DpoReferenceNone implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "The loss of {0} is a ratio to a reference policy, so `reference` cannot be `none`; leave it"
              + " out to use `{1}`",
          "{0} 的损失是与参考策略的比值，`reference` 不能为 `none`；省略该属性即以 `{1}` 为参考");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "dpo-reference-none",
            Category.FLOW,
            Severity.ERROR,
            "A preference optimization that is measured against a reference policy has none.",
            "以参考策略为基准的偏好优化没有参考策略。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      if (!align.attributes().isNone("reference")) {
        continue;
      }
      align.requirements().stream()
          .filter(need -> need.family() == Family.PREFERENCE)
          .filter(need -> need.reference() == Reference.REQUIRED)
          .findFirst()
          .ifPresent(
              need -> {
                Symbol symbol = align.symbol();
                reporter
                    .report(
                        symbol,
                        "reference",
                        MESSAGE.with(need.title(), ReferencePolicy.startOf(symbol)))
                    .fix(ReferencePolicy.leaveOut(symbol));
              });
    }
  }
}
