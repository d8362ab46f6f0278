package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
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
 * What the plan itself states about time does not fit between its start and its deadline: the
 * longest chain of stages that wait for each other. Source: critical path method, Kelley and
 * Walker, 1959.
 */
public final class DeadlineMissed implements Rule {

  private static final Localized MISSED =
      Localized.of(
          "As stated, {0} takes {1} days: begun on {2}, that ends on {3} at the earliest, after the"
              + " deadline, {4}. Start earlier, do less, or move the deadline",
          "按计划所写，{0} 需要 {1} 天：从 {2} 开始，最早 {3} 才能结束，晚于截止日期 {4}。请提前开始、缩减内容，或推迟截止日期");
  private static final Localized LIKELY =
      Localized.of(
          "By the middle of the stated figures {0} takes {1} days{5}: begun on {2}, that ends on {3},"
              + " after the deadline, {4}. Start earlier, do less, or move the deadline",
          "按所写数字的中间值，{0} 需要 {1} 天{5}：从 {2} 开始，要到 {3} 才能结束，晚于截止日期 {4}。请提前开始、缩减内容，或推迟截止日期");
  private static final Localized RESERVE = Localized.of(" with {0} in reserve", "（含 {0} 的预留缓冲）");
  private static final Message NO_RESERVE = Message.of("", "");
  private static final Message BACKWARDS =
      Message.of(
          "The deadline lies before the start of the project: one of the two dates is wrong",
          "截止日期早于项目开始日期：两个日期必有一个写错");
  private static final Message TAKES_TIME = Message.of("this takes time", "此处需要时间");

  /** How many names of a long chain are shown at each end. */
  private static final int SHOWN = 2;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "deadline-missed",
            Category.PLANNING,
            Severity.ERROR,
            "The stated durations, one after the other, end after the deadline.",
            "所写的时长依次相加，超过截止日期。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Project.of(plan);
    Optional<LocalDate> start = project.flatMap(each -> each.attributes().date("start"));
    Optional<LocalDate> deadline = project.flatMap(each -> each.attributes().lastDate("deadline"));
    if (start.isEmpty() || deadline.isEmpty()) {
      return;
    }
    long days = ChronoUnit.DAYS.between(start.get(), deadline.get()) + 1;
    if (days <= 0) {
      reporter.report(project.get().symbol(), "deadline", BACKWARDS);
      return;
    }
    Timetable earliest = Timetable.earliest(plan);
    double reserve =
        project.get().attributes().amount("contingency").map(Amount::middle).orElse(0.0);
    long expected = (long) Math.ceil(Timetable.expected(plan).days() * (1 + reserve));
    if (earliest.days() > days) {
      report(project.get(), MISSED, earliest, earliest.days(), NO_RESERVE, reporter);
    } else if (expected > days) {
      Message phrase = reserve > 0 ? RESERVE.with(Figures.percent(reserve)) : NO_RESERVE;
      report(project.get(), LIKELY, Timetable.expected(plan), expected, phrase, reporter)
          .severity(Severity.WARNING);
    }
  }

  private static Reporter.Finding report(
      Project project,
      Localized message,
      Timetable table,
      long days,
      Message reserve,
      Reporter reporter) {
    LocalDate start = project.attributes().date("start").orElseThrow();
    LocalDate deadline = project.attributes().lastDate("deadline").orElseThrow();
    LocalDate end = start.plusDays(days - 1);
    List<Symbol> path = table.path();
    Reporter.Finding finding =
        reporter.report(
            project.symbol(),
            "deadline",
            message.with(names(path), Figures.of((double) days), start, end, deadline, reserve));
    path.forEach(step -> finding.related(place(step), TAKES_TIME));
    return finding;
  }

  private static Location place(Symbol step) {
    return step.locationOf("duration");
  }

  private static String names(List<Symbol> path) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      boolean hidden = i >= SHOWN && i < path.size() - SHOWN;
      if (!hidden) {
        names
            .append(i == 0 ? "" : " → ")
            .append('`')
            .append(path.get(i).qualifiedName())
            .append('`');
      } else if (i == SHOWN) {
        names.append(" → …");
      }
    }
    return names.toString();
  }
}
