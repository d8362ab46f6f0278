package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement.Rollouts;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A reward model is trained once, and the policy is optimized against it in more than one round: it
 * moves to answers that the reward model has never seen. Source: Llama 2, arXiv:2307.09288, section
 * 3.2: new comparisons of the newest policy every week.
 */
public final class RewardModelStale implements Rule {
  private static final Localized ROUNDS =
      Localized.of(
          "`{0}` is aligned {1} times against `{2}`, which is trained once, outside of the rounds: after the"
              + " first one it scores answers of a kind it has never seen. Train it inside `{3}`",
          "`{0}` 在 {1} 轮中都以 `{2}` 为奖励，而它在轮次之外只训练一次：第一轮之后，它要给从未见过的回答打分。" + "请在 `{3}` 内重新训练");
  private static final Localized AGAIN =
      Localized.of(
          "`{0}` (round {1}) learns from the same reward model `{2}` as `{3}` (round {4}): it scores answers"
              + " of a kind it has never seen. Collect comparisons of the new model, and train it anew",
          "`{0}`（第 {1} 轮）与 `{3}`（第 {4} 轮）使用同一个奖励模型 `{2}`：它要给从未见过的回答打分。" + "请收集新模型的比较数据，重新训练");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "reward-model-stale",
            Category.DATA,
            Severity.WARNING,
            "One reward model serves several rounds of reinforcement learning.",
            "多轮强化学习共用同一个奖励模型。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Map<Symbol, Symbol> first = new HashMap<>();
    for (Training align : View.all(plan, "align", Training::new)) {
      boolean online =
          align.requirements().stream().anyMatch(need -> need.rollouts() == Rollouts.ONLINE);
      if (!online || align.attributes().has("verifier")) {
        continue;
      }
      for (Link link : align.symbol().valueLinks("reward")) {
        link.symbol().ifPresent(reward -> check(align.symbol(), link, reward, first, reporter));
      }
    }
  }

  private static void check(
      Symbol align, Link link, Symbol reward, Map<Symbol, Symbol> first, Reporter reporter) {
    Optional<Symbol> repeat = align.repeat();
    OptionalDouble times =
        repeat.map(each -> each.attributes().number("times")).orElse(OptionalDouble.empty());
    if (times.isPresent() && times.getAsDouble() > 1 && !reward.repeat().equals(repeat)) {
      reporter.report(
          align,
          link.location(),
          ROUNDS.with(
              align.name(),
              Figures.of(times.getAsDouble()),
              link.path().text(),
              repeat.get().name()));
      return;
    }
    OptionalDouble round = align.attributes().number("round");
    if (round.isEmpty()) {
      return;
    }
    Symbol before = first.putIfAbsent(reward, align);
    if (before != null
        && before.attributes().number("round").getAsDouble() != round.getAsDouble()) {
      reporter.report(
          align,
          link.location(),
          AGAIN.with(
              align.name(),
              Figures.of(round.getAsDouble()),
              link.path().text(),
              before.name(),
              Figures.of(before.attributes().number("round").getAsDouble())));
    }
  }
}
