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
import java.util.List;
import java.util.Optional;

/**
 * DPO's beta outside 0.01 to 0.5. Published: 0.1, and 0.5 for summaries (DPO, arXiv:2305.18290),
 * 0.01 (Zephyr in the alignment handbook; 0.1 in its paper, arXiv:2310.16944). Losses normalized by
 * length use 2 to 10 (SimPO, arXiv:2405.14734; Tülu 3, arXiv:2411.15124) and are left alone.
 */
public final class BetaDpo implements Rule {

  private static final double LOW = 0.01;
  private static final double HIGH = 0.5;

  private static final Localized TOO_LOW =
      Localized.of(
          "`beta: {0}` hardly holds the model to its reference, so it drifts; published runs use 0.01 to"
              + " 0.5, most 0.1",
          "`beta: {0}` 对参考模型几乎没有约束，模型容易漂移；公开的训练取 0.01 到 0.5，多为 0.1");
  private static final Localized TOO_HIGH =
      Localized.of(
          "`beta: {0}` holds the model so close to its reference that little changes; published runs use"
              + " 0.01 to 0.5, most 0.1. With a loss normalized by length, say `normalized: true`",
          "`beta: {0}` 对参考模型约束过强，几乎学不到变化；公开的训练取 0.01 到 0.5，多为 0.1。"
              + "若损失按长度归一，请写 `normalized: true`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "beta-dpo",
        Category.TRAINING,
        Severity.WARNING,
        "The beta of a direct preference optimization is far from what works.",
        "直接偏好优化的 beta 偏离常用范围。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      Optional<Tag> method = align.anyMethod(List.of("dpo", "ipo"));
      if (method.isEmpty() || method.get().options().isTrue("normalized")) {
        continue;
      }
      Setting.of(align, method.get(), "beta")
          .filter(beta -> beta.number() < LOW || beta.number() > HIGH)
          .ifPresent(
              beta ->
                  beta.report(reporter, beta.number() < LOW ? TOO_LOW : TOO_HIGH)
                      .fix(beta.instead("0.1")));
    }
  }
}
