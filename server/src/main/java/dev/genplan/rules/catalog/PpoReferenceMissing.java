package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.ReferencePolicy;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Numbers;
import dev.genplan.text.Localized;
import java.util.OptionalDouble;

/**
 * Reinforcement learning with a KL coefficient above 0 and {@code reference: none}: the KL term is
 * the distance to that policy. Source: InstructGPT, arXiv:2203.02155, section 3.5, equation 2.
 */
public final class PpoReferenceMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`kl: {0}` is the distance to a reference policy, so `reference` cannot be `none`; leave it"
              + " out to use `{1}`, or set `kl: 0`",
          "`kl: {0}` 是与参考策略之间的距离，`reference` 不能为 `none`；省略该属性即以 `{1}` 为参考，或设 `kl: 0`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "ppo-reference-missing",
            Category.FLOW,
            Severity.ERROR,
            "A KL penalty has no reference policy to be measured against.",
            "KL 惩罚项没有可供比较的参考策略。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      if (!align.attributes().isNone("reference") || align.isAdapter()) {
        continue;
      }
      for (Tag method : align.methods()) {
        OptionalDouble kl = method.options().number("kl");
        if (kl.isPresent() && kl.getAsDouble() > 0) {
          Symbol symbol = align.symbol();
          reporter
              .report(
                  symbol,
                  "reference",
                  MESSAGE.with(Numbers.plain(kl.getAsDouble()), ReferencePolicy.startOf(symbol)))
              .fix(ReferencePolicy.leaveOut(symbol));
        }
      }
    }
  }
}
