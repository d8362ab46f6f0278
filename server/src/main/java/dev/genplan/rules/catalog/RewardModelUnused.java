package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Tag;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Set;

/**
 * A reward model that is trained and that no stage asks: weeks of labeling without effect,
 * typically left over when PPO was replaced by DPO. Choosing among answers, filtering data,
 * evaluating and starting a critic are uses too (Llama 2, arXiv:2307.09288, section 3.2.3).
 */
public final class RewardModelUnused implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "Nothing uses the reward model `{0}`: name it as `reward` of an alignment, or remove it with"
              + " the data it is trained on",
          "没有任何阶段使用奖励模型 `{0}`：请在对齐阶段用 `reward` 引用它，或连同其训练数据一起删除");

  /** References that do not ask the model: they measure it, or only order the stages. */
  private static final Set<String> NO_USE = Set.of("after", "when", "baseline");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "reward-model-unused",
            Category.FLOW,
            Severity.WARNING,
            "A reward model is trained and never used.",
            "训练了奖励模型却从未使用。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol reward : plan.all("reward")) {
      boolean kept = reward.attributes().has("purpose");
      if (!kept && plan.uses(reward).stream().noneMatch(link -> isUse(reward, link))) {
        reporter.report(reward, MESSAGE.with(reward.qualifiedName())).tag(Tag.UNNECESSARY);
      }
    }
  }

  private static boolean isUse(Symbol reward, Link link) {
    boolean measures = link.from().is("evaluate") && link.property().equals("model");
    return link.from() != reward && !measures && !NO_USE.contains(link.property());
  }
}
