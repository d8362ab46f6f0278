package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.Timetable;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * More than four weeks of work with a deadline or a budget, and nothing in reserve. Source: Llama
 * 3, arXiv:2407.21783, section 3.3.4: 419 unexpected interruptions in 54 days.
 */
public final class NoContingency implements Rule {

  private static final long LONG = 28;

  private static final Localized MESSAGE =
      Localized.of(
          "The plan runs for {0} days and keeps nothing in reserve for runs that fail and labels that"
              + " have to be made again; state a `contingency`, 20% to 50% as a rule",
          "计划历时 {0} 天，却没有为失败的训练和返工的标注留出余量；请写明 `contingency`，通常为 20% 到 50%");
  private static final Message RESERVE = Message.of("Keep 20% in reserve", "预留 20% 的缓冲");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-contingency",
            Category.PLANNING,
            Severity.WARNING,
            "A plan of more than four weeks has a limit and nothing in reserve.",
            "历时四周以上的计划有期限或预算，却没有预留缓冲。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Project.of(plan);
    if (project.isEmpty() || !isLimited(project.get())) {
      return;
    }
    long days = days(plan, project.get().attributes());
    if (days > LONG) {
      Symbol symbol = project.get().symbol();
      Reporter.Finding finding =
          reporter.report(symbol, "contingency", MESSAGE.with(Figures.of((double) days)));
      SourceEdits.addMember(symbol, "contingency: 20%")
          .filter(edit -> symbol.isOwn())
          .ifPresent(edit -> finding.fix(new Fix(RESERVE, false, List.of(edit))));
    }
  }

  private static boolean isLimited(Project project) {
    Attributes stated = project.attributes();
    return (stated.has("deadline") || stated.has("budget"))
        && !stated.has("contingency")
        && !stated.isWord("status", "done");
  }

  /** From start to deadline, else what the stages state, one after the other. */
  private static long days(Plan plan, Attributes project) {
    Optional<LocalDate> start = project.date("start");
    Optional<LocalDate> deadline = project.lastDate("deadline");
    return start.isPresent() && deadline.isPresent()
        ? ChronoUnit.DAYS.between(start.get(), deadline.get()) + 1
        : Timetable.expected(plan).days();
  }
}
