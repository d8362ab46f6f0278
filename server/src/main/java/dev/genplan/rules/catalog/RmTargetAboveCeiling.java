package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Verdicts;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Optional;

/**
 * The wanted accuracy of a reward model exceeds the agreement of the people whose labels it learns
 * and is tested on. Source: Llama 2, arXiv:2307.09288, table 8: 80.7% on significantly better
 * answers, 54.7% on negligibly better ones.
 */
public final class RmTargetAboveCeiling implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` wants an accuracy of {1}, but the people it learns from agree in {2} of the cases only:"
              + " on their labels no honest model gets beyond that. Lower it, or report clear pairs apart",
          "`{0}` 要求准确率达到 {1}，而提供标签的人只有 {2} 的一致率：在他们的标签上，没有模型能真正超过它。" + "请降低目标，或单独报告差别明显的比较");
  private static final Message AGREEMENT = Message.of("how far they agree", "一致率");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rm-target-above-ceiling",
            Category.DATA,
            Severity.WARNING,
            "A reward model is to be right more often than people agree.",
            "奖励模型的目标准确率高于人的一致率。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training reward : View.all(plan, "reward", Training::new)) {
      for (Verdicts.Check check : plan.verdicts().checks(reward.symbol())) {
        boolean floor =
            check.criterion().metric().last().text().equals("accuracy")
                && check.criterion().operator().holds(1, 0);
        Optional<Amount> wanted = check.wanted().filter(Amount::isExact);
        if (floor && wanted.isPresent()) {
          reward.data().stream()
              .filter(data -> isBelow(data, wanted.get().low()))
              .findFirst()
              .ifPresent(data -> report(reward.symbol(), check, data, reporter));
        }
      }
    }
  }

  private static boolean isBelow(Symbol data, double wanted) {
    Optional<Amount> agreement = agreement(data);
    return agreement.isPresent() && agreement.get().high() < wanted;
  }

  private static Optional<Amount> agreement(Symbol data) {
    Symbol whole = new Dataset(data).whole();
    return whole.attributes().amount("agreement");
  }

  private static void report(Symbol reward, Verdicts.Check check, Symbol data, Reporter reporter) {
    Symbol whole = new Dataset(data).whole();
    reporter
        .report(
            reward,
            reward.locate(check.criterion()),
            MESSAGE.with(
                reward.name(),
                Figures.percent(check.wanted().orElseThrow().low()),
                Figures.percent(agreement(data).orElseThrow().high())))
        .related(whole.locationOf("agreement"), AGREEMENT);
  }
}
