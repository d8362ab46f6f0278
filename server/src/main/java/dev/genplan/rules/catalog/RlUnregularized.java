package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement.Family;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.OptionalDouble;

/**
 * Reinforcement learning on a learned reward with a KL coefficient of 0 and nothing else that holds
 * the model back. The more a learned reward is optimized, the less it means: in Stiennon et al.,
 * arXiv:2009.01325, figure 5, people's preference falls while the reward still rises. With a
 * verifiable reward a KL of 0 is usual.
 */
public final class RlUnregularized implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`kl: 0` on a learned reward lets the model please `{0}` instead of people; published runs use"
              + " 0.005 to 0.2. Set `kl`, or an `early-stop` on held-out data",
          "在学习得到的奖励上取 `kl: 0`，模型会去讨好 `{0}` 而不是人；公开的训练取 0.005 到 0.2。"
              + "请设置 `kl`，或在留出数据上设 `early-stop`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rl-unregularized",
            Category.FLOW,
            Severity.WARNING,
            "Nothing holds a model back from exploiting a learned reward.",
            "没有任何约束来防止模型钻奖励模型的空子。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      boolean policyGradient =
          align.requirements().stream().anyMatch(need -> need.family() == Family.POLICY_GRADIENT);
      boolean learned = align.attributes().has("reward") && !align.attributes().has("verifier");
      if (!policyGradient || !learned || align.attributes().has("early-stop")) {
        continue;
      }
      for (Tag method : align.methods()) {
        OptionalDouble kl = method.options().number("kl");
        boolean clipped = method.options().has("clip");
        if (kl.isPresent() && kl.getAsDouble() == 0 && !clipped) {
          String reward =
              align.symbol().links("reward").stream()
                  .findFirst()
                  .map(link -> link.path().text())
                  .orElse("reward");
          reporter.report(
              align.symbol(),
              align.symbol().locate(method.options().value("kl").orElseThrow()),
              MESSAGE.with(reward));
        }
      }
    }
  }
}
