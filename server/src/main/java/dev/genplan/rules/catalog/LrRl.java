package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement;
import dev.genplan.catalog.MethodRequirement.Family;
import dev.genplan.catalog.MethodRequirement.Rollouts;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.Setting;
import dev.genplan.text.Localized;

/**
 * Reinforcement learning with a learning rate above 1e-5, or 1e-4 with an adapter. InstructGPT
 * diverged above 8.05e-6 (arXiv:2203.02155); Llama 2 took 1e-6 (arXiv:2307.09288), Tülu 3 3e-7
 * (arXiv:2411.15124). Models up to 1B take more.
 */
public final class LrRl implements Rule {

  private static final double HIGH = 1e-5;
  private static final double HIGH_WITH_ADAPTER = 1e-4;
  private static final double SMALL_MODEL = 1e9;

  private static final Localized FULL =
      Localized.of(
          "At `learning-rate: {0}` reinforcement learning tends to diverge: InstructGPT's did above"
              + " 8.05e-6, and most published runs take 1e-7 to 1e-6. Try 1e-6",
          "`learning-rate: {0}` 时强化学习容易发散：InstructGPT 超过 8.05e-6 便发散，公开的训练多取 1e-7 到 1e-6。可试 1e-6");
  private static final Localized ADAPTER =
      Localized.of(
          "At `learning-rate: {0}` reinforcement learning tends to diverge, with an adapter too:"
              + " at most 1e-4 is usual. Try 1e-5",
          "`learning-rate: {0}` 时强化学习容易发散，使用适配器也是如此：通常最多取 1e-4。可试 1e-5");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "lr-rl",
            Category.TRAINING,
            Severity.WARNING,
            "The learning rate of reinforcement learning is too high to be stable.",
            "强化学习的学习率过高，训练不稳定。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      boolean reinforced = align.requirements().stream().anyMatch(LrRl::isReinforced);
      if (reinforced && align.parameters().orElse(0) > SMALL_MODEL) {
        boolean adapter = align.isAdapter();
        Setting.learningRate(align)
            .filter(rate -> rate.number() > (adapter ? HIGH_WITH_ADAPTER : HIGH))
            .ifPresent(
                rate ->
                    rate.report(reporter, adapter ? ADAPTER : FULL)
                        .fix(rate.instead(adapter ? "1e-5" : "1e-6")));
      }
    }
  }

  private static boolean isReinforced(MethodRequirement need) {
    return need.rollouts() == Rollouts.ONLINE && need.family() != Family.PREFERENCE;
  }
}
