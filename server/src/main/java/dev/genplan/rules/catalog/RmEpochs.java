package dev.genplan.rules.catalog;

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
 * A reward model that goes through its comparisons more than once. InstructGPT's overfit after one
 * epoch (arXiv:2203.02155), and Llama 2 found the same (arXiv:2307.09288, section 3.2.2).
 */
public final class RmEpochs implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "After {0} epochs a reward model knows its comparisons by heart and scores new answers worse;"
              + " InstructGPT and Llama 2 stopped after one. Take 1, or an `early-stop` on held-out"
              + " comparisons",
          "训练 {0} 轮后，奖励模型会记住比较样本，对新回答的打分反而变差；InstructGPT 和 Llama 2 都只训练一轮。"
              + "请取 1，或在留出的比较上设 `early-stop`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rm-epochs",
            Category.TRAINING,
            Severity.WARNING,
            "A reward model goes through its comparisons more than once.",
            "奖励模型对比较数据训练了不止一轮。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training reward : View.all(plan, "reward", Training::new)) {
      if (reward.needsPairs() && !reward.keepsBest()) {
        Setting.of(reward, "epochs")
            .filter(epochs -> epochs.number() > 1)
            .ifPresent(epochs -> epochs.report(reporter, MESSAGE).fix(epochs.instead("1")));
      }
    }
  }
}
