package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.StatedTime;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * A planned duration of days or more is a single figure, in a plan with a deadline. Source: own
 * measurement: of 62 published pre-training runs the hours differ from the usual formula by a
 * factor of 1.4, one standard deviation.
 */
public final class PointEstimate implements Rule {

  private static final double SPREAD = 1.4;
  private static final double WEEK = 7 * 24 * 3600;

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` is planned with a single figure, {1}; even of published pre-training runs, estimates"
              + " are off by a factor of 1.4 as a rule. Write a range, or a `margin`",
          "`{0}` 的时长只写了一个数字 {1}；即使是公开的预训练，估算也常有 1.4 倍的偏差。请写成区间，或加上 `margin`");
  private static final Localized WIDEN = Localized.of("Write {0}", "改为 {0}");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "point-estimate",
            Category.PLANNING,
            Severity.HINT,
            "A planned duration is a single figure.",
            "计划的时长只是一个数字，没有范围。")
        .yieldingTo("human-feedback-lead", "duration-below-bound");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (Project.of(plan).filter(each -> each.attributes().has("deadline")).isEmpty()) {
      return;
    }
    for (Symbol stage : plan.own()) {
      Optional<Amount> duration =
          stage
              .attributes()
              .amount("duration")
              .filter(each -> each.isExact() && each.low() >= WEEK && !StatedTime.isRun(each));
      boolean planned =
          stage.isStage()
              && stage.attributes().word("status").filter("planned"::equals).isPresent()
              && !stage.is("monitor")
              && plan.course().of(stage) != Course.Presence.SKIPPED;
      if (planned
          && duration.isPresent()
          && !stage.attributes().qualifiers("duration").has("margin")) {
        report(stage, duration.get(), reporter);
      }
    }
  }

  private static void report(Symbol stage, Amount duration, Reporter reporter) {
    Value value = stage.attributes().value("duration").orElseThrow();
    Reporter.Finding finding =
        reporter.report(
            stage, "duration", MESSAGE.with(stage.qualifiedName(), stage.figure(value)));
    if (value instanceof Value.Quantity quantity && value.block().isEmpty()) {
      String range =
          rounded(quantity.value() / SPREAD)
              + ".."
              + rounded(quantity.value() * SPREAD)
              + " "
              + duration.unit();
      SourceEdits.replaceValue(stage, "duration", range)
          .ifPresent(
              edit -> finding.fix(new Fix(WIDEN.with("`" + range + "`"), false, List.of(edit))));
    }
  }

  private static String rounded(double number) {
    return Figures.source(Math.rint(number * 10) / 10);
  }
}
