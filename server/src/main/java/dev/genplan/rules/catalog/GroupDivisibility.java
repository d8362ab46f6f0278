package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.Setting;
import dev.genplan.schema.Dimension;
import dev.genplan.text.Localized;

/**
 * A batch of episodes that is no whole number of groups, for a method that compares the answers to
 * one prompt. TRL's GRPO trainer refuses it (documentation of {@code num_generations}). Batches
 * that count prompts, or do not say what they count, are left alone.
 */
public final class GroupDivisibility implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "A batch of {0} is no whole number of groups of {1} answers: {2} are left over, and trainers"
              + " refuse it. Take `{3}`",
          "批大小 {0} 不是 {1} 个回答一组的整数倍，余 {2} 个，训练框架会拒绝。请取 `{3}`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "group-divisibility",
            Category.TRAINING,
            Severity.ERROR,
            "A batch of episodes cannot be divided into whole groups.",
            "批大小（按回答计）不是每组回答数的整数倍。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      boolean groups =
          align.requirements().stream()
              .anyMatch((MethodRequirement need) -> need.minimumAnswers() > 1);
      boolean episodes =
          align
              .attributes()
              .amount("batch")
              .flatMap(Amount::measure)
              .filter(measure -> measure.of() == Dimension.EPISODES)
              .isPresent();
      double answers = align.attributes().number("answers").orElse(0);
      if (groups && episodes && answers > 1) {
        Setting.of(align, "batch")
            .filter(batch -> batch.number() % answers != 0)
            .ifPresent(batch -> report(batch, answers, reporter));
      }
    }
  }

  private static void report(Setting batch, double answers, Reporter reporter) {
    double whole = Math.max(1, Math.floor(batch.number() / answers)) * answers;
    String fixed = Figures.source(whole) + " episodes";
    batch
        .report(reporter, MESSAGE, Figures.of(answers), Figures.of(batch.number() % answers), fixed)
        .fix(batch.instead(fixed));
  }
}
