package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.Setting;
import dev.genplan.text.Localized;
import java.util.Optional;

/**
 * A KL coefficient outside 0.001 to 0.2 that is not 0. Published: 0.005 and 0.01 (Llama 2,
 * arXiv:2307.09288), 0.02 (InstructGPT, arXiv:2203.02155), 0.05 (Stiennon et al., arXiv:2009.01325;
 * Tülu 3, arXiv:2411.15124). An adaptive coefficient finds its own range.
 */
public final class KlRange implements Rule {

  private static final double LOW = 0.001;
  private static final double HIGH = 0.2;

  private static final Localized TOO_LOW =
      Localized.of(
          "`kl: {0}` holds nothing back; published runs take 0.005 to 0.05. Take 0.01, or say `kl: 0`"
              + " if none is meant",
          "`kl: {0}` 起不到约束作用；公开的训练取 0.005 到 0.05。请取 0.01，若不需要约束则写 `kl: 0`");
  private static final Localized TOO_HIGH =
      Localized.of(
          "`kl: {0}` weighs more than the reward, so that the model stays where it started; published"
              + " runs take 0.005 to 0.05. Try 0.05",
          "`kl: {0}` 的权重压过了奖励，模型会停在起点；公开的训练取 0.005 到 0.05。可试 0.05");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "kl-range",
            Category.TRAINING,
            Severity.WARNING,
            "The KL coefficient of reinforcement learning is far from what works.",
            "强化学习的 KL 系数偏离常用范围。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      for (Tag method : align.methods()) {
        boolean adaptive = method.options().qualifiers("kl").has("target");
        Optional<Setting> kl = adaptive ? Optional.empty() : Setting.of(align, method, "kl");
        kl.filter(it -> it.number() > 0 && it.number() < LOW)
            .ifPresent(it -> it.report(reporter, TOO_LOW).fix(it.instead("0.01")));
        kl.filter(it -> it.number() > HIGH)
            .ifPresent(it -> it.report(reporter, TOO_HIGH).fix(it.instead("0.05")));
      }
    }
  }
}
