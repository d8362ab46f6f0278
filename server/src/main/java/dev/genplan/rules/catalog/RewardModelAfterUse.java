package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An alignment of one round learns from the reward model of a later round, or one that starts
 * before the reward model is finished. Rounds that repeat are one stage. Source: Llama 2,
 * arXiv:2307.09288, section 3.2: each version of the policy is trained with the reward models of
 * its round.
 */
public final class RewardModelAfterUse implements Rule {
  private static final Localized ROUND =
      Localized.of(
          "`{0}` is part of round {1}, but learns from `{2}` of round {3}, which is not there yet; use"
              + " the reward model of round {1} or an earlier one",
          "`{0}` 属于第 {1} 轮，却使用第 {3} 轮的奖励模型 `{2}`，那时它还不存在；请使用第 {1} 轮或更早的奖励模型");
  private static final Localized DATE =
      Localized.of(
          "`{0}` starts on {1}, but learns from `{2}`, which is finished on {3} only; move one of them",
          "`{0}` 于 {1} 开始，而它使用的 `{2}` 到 {3} 才完成；请调整其中一个");
  private static final Message REWARD = Message.of("the reward model", "该奖励模型");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "reward-model-after-use",
            Category.FLOW,
            Severity.ERROR,
            "A reward model is made after the stage that learns from it.",
            "奖励模型晚于使用它的阶段。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      for (Link link : align.symbol().valueLinks("reward")) {
        Optional<Message> late = link.symbol().flatMap(reward -> late(align.symbol(), reward));
        late.ifPresent(
            message ->
                reporter
                    .report(align.symbol(), link.location(), message)
                    .related(link.symbol().orElseThrow().location(), REWARD));
      }
    }
  }

  private static Optional<Message> late(Symbol align, Symbol reward) {
    OptionalDouble used = align.attributes().number("round");
    OptionalDouble made = reward.attributes().number("round");
    if (used.isPresent() && made.isPresent()) {
      return made.getAsDouble() > used.getAsDouble()
          ? Optional.of(
              ROUND.with(
                  align.name(),
                  Figures.of(used.getAsDouble()),
                  reward.qualifiedName(),
                  Figures.of(made.getAsDouble())))
          : Optional.empty();
    }
    Optional<LocalDate> start = align.attributes().lastDate("started");
    Optional<LocalDate> end = reward.attributes().date("finished");
    return start.isPresent() && end.isPresent() && end.get().isAfter(start.get())
        ? Optional.of(
            DATE.with(
                align.name(), start.get().toString(), reward.qualifiedName(), end.get().toString()))
        : Optional.empty();
  }
}
