package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import java.util.OptionalDouble;

/**
 * Published reward models learn from tens of thousands of comparisons: 64,832 in Stiennon et al.
 * (arXiv:2009.01325), 33,207 prompts in InstructGPT (arXiv:2203.02155). The limit itself is
 * practice.
 */
public final class PreferencesTooFew implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` learns to score from {1} comparisons; published reward models took tens of thousands,"
              + " and below about {2} hard pairs come out by chance. Add public comparisons, or use DPO",
          "`{0}` 只从 {1} 条比较中学习打分；公开的奖励模型用了数万条以上，少于约 {2} 条时，难分的比较近乎随机。" + "请加入公开的比较数据，或改用 DPO");
  private static final double FEW = 5_000;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "preferences-too-few",
            Category.DATA,
            Severity.WARNING,
            "A reward model learns from fewer than 5,000 comparisons.",
            "奖励模型的比较数据不足 5,000 条。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training reward : View.all(plan, "reward", Training::new)) {
      boolean again =
          reward.model().flatMap(Symbol::makes).filter(FlowType.REWARD::equals).isPresent();
      if (again || !reward.needsPairs()) {
        continue;
      }
      double sum = 0;
      boolean known = !reward.data().isEmpty();
      for (Symbol data : reward.data()) {
        OptionalDouble items = Dataset.items(data);
        known &= items.isPresent();
        sum += items.orElse(0);
      }
      if (known && sum < FEW) {
        reporter.report(
            reward.symbol(),
            "data",
            MESSAGE.with(reward.symbol().name(), Figures.of(sum), Figures.of(FEW)));
      }
    }
  }
}
