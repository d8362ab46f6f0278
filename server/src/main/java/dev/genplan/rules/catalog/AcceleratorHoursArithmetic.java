package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.StatedTime;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Stated accelerator-hours that are not the number of accelerators times the duration. More than
 * that is impossible; fewer are found only where the duration is one of a run, in hours, since days
 * and weeks are calendar time in which machines may stand idle.
 */
public final class AcceleratorHoursArithmetic implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` states {1} accelerator-hours, but {2} of `{3}` for {4} hours are {5}",
          "`{0}` 写明 {1} 卡时，而 `{3}` 的 {2} 张加速卡运行 {4} 小时应为 {5} 卡时");

  private static final Localized WRITE = Localized.of("Write {0} accelerator-hours", "改为 {0} 卡时");

  private static final Message ACCELERATORS = Message.of("the accelerators", "加速卡");

  private static final double HOUR = 3600;
  private static final double TOLERANCE = 0.1;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "accelerator-hours-arithmetic",
            Category.COMPUTE,
            Severity.ERROR,
            "Stated accelerator-hours are not accelerators times duration.",
            "写明的卡时不等于加速卡数乘以时长。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.own()) {
      Attributes stated = stage.attributes();
      Optional<Amount> hours = stated.amount("accelerator-hours");
      Optional<Amount> duration = stated.amount("duration");
      if (hours.isPresent() && duration.isPresent() && isOneRunOnOneCompute(stage)) {
        check(stage, hours.get(), duration.get(), reporter);
      }
    }
  }

  /** Whether both figures count the same: no search for settings, no second machine. */
  private static boolean isOneRunOnOneCompute(Symbol stage) {
    Attributes stated = stage.attributes();
    return stage.plan().course().of(stage) != Course.Presence.SKIPPED
        && stage.links("compute").size() == 1
        && stage.valueLinks("compute").size() == 1
        && !stated.has("runs")
        && !stated.has("seeds")
        && stated.qualifiers("accelerator-hours").isTrue("total")
            == stated.qualifiers("duration").isTrue("total");
  }

  private static void check(Symbol stage, Amount hours, Amount duration, Reporter reporter) {
    Symbol compute = stage.target("compute").orElse(stage);
    OptionalDouble total =
        compute.is("compute") ? new Compute(compute).total() : OptionalDouble.empty();
    if (total.isEmpty()) {
      return;
    }
    double least = total.getAsDouble() * duration.low();
    double most = total.getAsDouble() * duration.high();
    boolean tooMany = hours.low() > most * (1 + TOLERANCE);
    boolean tooFew = StatedTime.isRun(duration) && hours.high() < least * (1 - TOLERANCE);
    if (tooMany || tooFew) {
      report(stage, compute, hours, duration, total.getAsDouble(), reporter);
    }
  }

  private static void report(
      Symbol stage,
      Symbol compute,
      Amount hours,
      Amount duration,
      double total,
      Reporter reporter) {
    Amount product =
        new Amount(
            total * duration.low(), total * duration.high(), duration.measure(), duration.unit());
    Reporter.Finding finding =
        reporter
            .report(
                stage,
                "accelerator-hours",
                MESSAGE.with(
                    stage.qualifiedName(),
                    inHours(hours),
                    Figures.of(total),
                    compute.name(),
                    inHours(duration),
                    inHours(product)))
            .related(compute.location(), ACCELERATORS);
    boolean plain = stage.attributes().value("accelerator-hours").flatMap(Value::block).isEmpty();
    if (product.isExact() && plain) {
      SourceEdits.replaceValue(stage, "accelerator-hours", Figures.source(product.low() / HOUR))
          .ifPresent(
              edit -> finding.fix(new Fix(WRITE.with(inHours(product)), false, List.of(edit))));
    }
  }

  private static String inHours(Amount amount) {
    String low = Figures.of(amount.low() / HOUR);
    String high = Figures.of(amount.high() / HOUR);
    if (amount.isExact()) {
      return low;
    }
    return Double.isInfinite(amount.low())
        ? "≤ " + high
        : Double.isInfinite(amount.high()) ? "≥ " + low : low + "–" + high;
  }
}
