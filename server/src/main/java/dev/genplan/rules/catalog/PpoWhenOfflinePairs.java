package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PPO whose reward model learns from pairs that were there before, for a small team. Sources: DPO,
 * arXiv:2305.18290: the same objective without a reward model and without sampling; Llama 3,
 * arXiv:2407.21783, section 4.1.4: DPO took less compute and did better.
 */
public final class PpoWhenOfflinePairs implements Rule {

  /** A team of that many people can keep a PPO stack running beside all else; the limit is ours. */
  private static final double LARGE_TEAM = 5;

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` runs PPO, with a reward model and a critic, on pairs that are there already (`{1}`):"
              + " `dpo` learns from them directly, without either and without sampling. Try it first, or"
              + " state a `reason`",
          "`{0}` 用 PPO，外加奖励模型和价值模型，而学的是现成的偏好对 `{1}`：`dpo` 可以直接学习，不需要这两个模型，也不需要采样。请先试它，或写明 `reason`");
  private static final Message PAIRS = Message.of("the pairs", "偏好对");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "ppo-when-offline-pairs",
            Category.LADDER,
            Severity.HINT,
            "PPO learns from pairs that DPO could take as they are.",
            "用 PPO 学习现成的偏好对，而 DPO 可以直接使用。")
        .learning();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (hasLargeTeam(plan)) {
      return;
    }
    for (Training align : View.all(plan, "align", Training::new)) {
      if (align.isPresent() && isPlainPpo(align)) {
        List<Symbol> pairs = pairs(align.symbol());
        if (!pairs.isEmpty()) {
          Symbol first = pairs.get(0);
          reporter
              .report(
                  align.symbol(),
                  "method",
                  MESSAGE.with(align.symbol().qualifiedName(), first.qualifiedName()))
              .related(first.location(), PAIRS);
        }
      }
    }
  }

  private static boolean hasLargeTeam(Plan plan) {
    Optional<Attributes> team =
        Project.of(plan).flatMap(project -> project.attributes().section("team"));
    double people = 0;
    for (Member member : team.map(Attributes::members).orElse(List.of())) {
      if (member instanceof Member.Property role && !role.key().text().equals("annotator")) {
        people += team.get().amount(role.key().text()).map(Amount::middle).orElse(0.0);
      }
    }
    return people > LARGE_TEAM;
  }

  /** Rewards that can be checked, and answers drawn round after round, are what PPO is good at. */
  private static boolean isPlainPpo(Training align) {
    Symbol symbol = align.symbol();
    return align.method("ppo").isPresent()
        && symbol.repeat().isEmpty()
        && Stream.of("reason", "verifier", "judge", "round").noneMatch(symbol.attributes()::has);
  }

  /** The pairs behind its reward models, if they are all there before; else none. */
  private static List<Symbol> pairs(Symbol align) {
    List<Symbol> rewards = align.targets("reward");
    List<Symbol> pairs =
        rewards.stream().flatMap(reward -> reward.targets("data").stream()).toList();
    boolean trainedHere = rewards.stream().allMatch(reward -> reward.is("reward"));
    boolean thereBefore = pairs.stream().allMatch(data -> data.is("dataset") || data.isSplit());
    return trainedHere && thereBefore ? pairs : List.of();
  }
}
