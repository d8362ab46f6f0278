package dev.genplan.rules.catalog;

import dev.genplan.catalog.Accelerator;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.HumanWork;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.TokensPerParameter;
import dev.genplan.text.Localized;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A stated duration in which the stated people or accelerators cannot do the stated work: at their
 * pace, in their hours, or at the dense peak. Source of 6 operations for each parameter and token:
 * Kaplan et al., arXiv:2001.08361, section 2.1.
 */
public final class DurationBelowBound implements Rule {

  private static final double HOUR = 3600;
  private static final double OPERATIONS = 6;

  /** Figures are rounded. */
  private static final double TOLERANCE = 0.95;

  private static final Localized HOURS =
      Localized.of(
          "`{0}` takes {1} as stated, but at the stated pace there are {2} hours of work for each"
              + " annotator, who has {3} in that time. Plan for longer, more people, or less to do",
          "`{0}` 写明时长为 {1}，而按所写速度每名标注员有 {2} 小时的工作，这段时间内却只有 {3} 小时。请延长时间、增加人手，或减少数量");
  private static final Localized CLOCK =
      Localized.of(
          "`{0}` takes {1} as stated, but at the stated pace there are {2} hours of work for each"
              + " annotator, and that time has {3}, nights included. Plan for longer, more people, or"
              + " less to do",
          "`{0}` 写明时长为 {1}，而按所写速度每名标注员有 {2} 小时的工作，这段时间昼夜不停也只有 {3} 小时。请延长时间、增加人手，或减少数量");
  private static final Localized PEAK =
      Localized.of(
          "`{0}` takes {1} as stated, but even at its dense peak `{3}` ({2} × {5}) needs {4} hours for"
              + " it, and real runs take twice as long or more. One of the figures is wrong",
          "`{0}` 写明时长为 {1}，而 `{3}`（{2} × {5}）即使按稠密峰值也要 {4} 小时，实际还要多一倍以上。其中必有数字写错");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "duration-below-bound",
            Category.PLANNING,
            Severity.ERROR,
            "The stated work cannot be done in the stated time.",
            "所写的工作不可能在所写的时间内完成。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.own()) {
      Optional<Amount> duration =
          stage.attributes().amount("duration").filter(each -> each.high() > 0);
      if (stage.isStage() && duration.isPresent() && hasPlainFigures(stage)) {
        people(stage, duration.get(), reporter);
        machines(stage, duration.get(), reporter);
      }
    }
  }

  /** In a {@code repeat} a figure may count one round or all of them. */
  private static boolean hasPlainFigures(Symbol stage) {
    return stage.repeat().isEmpty() && !stage.attributes().isWord("status", "done");
  }

  private static void people(Symbol stage, Amount duration, Reporter reporter) {
    HumanWork work = new HumanWork(stage);
    double least = work.leastCalendarTime();
    if (least * TOLERANCE <= duration.high()) {
      return;
    }
    double share = work.share().map(Amount::high).orElse(1.0);
    reporter.report(
        stage,
        "duration",
        (work.share().isPresent() ? HOURS : CLOCK)
            .with(
                stage.qualifiedName(),
                written(stage),
                Figures.of(Math.rint(least * share / HOUR)),
                Figures.of(Math.rint(duration.high() * share / HOUR))));
  }

  private static String written(Symbol stage) {
    return stage.figure(stage.attributes().value("duration").orElseThrow());
  }

  private static void machines(Symbol stage, Amount duration, Reporter reporter) {
    Optional<Compute> compute =
        stage.links("compute").size() == 1
            ? stage.target("compute").filter(each -> each.is("compute")).map(Compute::new)
            : Optional.empty();
    if (compute.isEmpty()) {
      return;
    }
    Attributes stated = stage.attributes();
    String precision = stated.tag("precision").map(Tag::word).orElse("bf16");
    Optional<Accelerator> device = compute.get().accelerator();
    OptionalDouble known = device.map(each -> each.peak(precision)).orElse(OptionalDouble.empty());
    OptionalDouble peak =
        compute.get().attributes().has("peak") ? compute.get().attributes().number("peak") : known;
    OptionalDouble total = compute.get().total();
    if (peak.isEmpty() || total.isEmpty() || peak.getAsDouble() * total.getAsDouble() <= 0) {
      return;
    }
    double seconds = operations(stage) / peak.getAsDouble() / total.getAsDouble();
    if (seconds * TOLERANCE > duration.high()) {
      reporter.report(
          stage,
          "duration",
          PEAK.with(
              stage.qualifiedName(),
              written(stage),
              Figures.of(total.getAsDouble()),
              compute.get().symbol().name(),
              Figures.of(Math.ceil(seconds / HOUR)),
              compute.get().attributes().word("accelerator").orElse("")));
    }
  }

  /** As stated; of pre-training what parameters and tokens mean at least. 0 if not known. */
  private static double operations(Symbol stage) {
    Optional<Amount> stated = stage.attributes().amount("flops");
    if (stated.isPresent()) {
      return Math.max(0, stated.get().low());
    }
    if (!stage.is("pretrain")) {
      return 0;
    }
    TokensPerParameter text = TokensPerParameter.of(new Training(stage));
    return text.isKnown() ? OPERATIONS * text.tokens() * text.parameters() : 0;
  }
}
