package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Feedback;
import dev.genplan.plan.view.HumanWork;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.StatedTime;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Feedback of people is to be there in less time than a contract, guidelines, a pilot and the first
 * batches take. Source: Llama 2, arXiv:2307.09288, appendix A.3.1: weekly batches, fourteen of
 * them. Four weeks and a thousand pieces are ours.
 */
public final class HumanFeedbackLead implements Rule {

  private static final double DAY = 24 * 3600;
  private static final double SHORT = 28 * DAY;
  private static final double WEEK_OF_WORK = 40 * 3600;

  /** What colleagues can do in an afternoon needs no contract. */
  private static final double FEW = 1_000;

  private static final Localized MESSAGE =
      Localized.of(
          "{0} from people in {1} days: a contract, guidelines, a pilot and batches that are thrown"
              + " away come first, 4 to 6 weeks as a rule{2}. Plan more time, or state the `lead`",
          "要在 {1} 天内取得 {0} 的人工反馈：签约、制定规范、试标以及最初作废的批次通常就要 4 到 6 周{2}。请留出更多时间，或写明 `lead`");
  private static final Localized SECONDS =
      Localized.of(
          "; in weeks of 40 hours that leaves {0} seconds for each", "；按每周工作 40 小时计，平均每条只有 {0} 秒");
  private static final Localized NOTHING = Localized.same("");
  private static final Localized SOME = Localized.of("Labels", "标注");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "human-feedback-lead",
            Category.PLANNING,
            Severity.WARNING,
            "People's feedback is planned in less than four weeks.",
            "人工反馈的计划时间不足四周。")
        .yieldingTo("duration-below-bound")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Feedback feedback : View.all(plan, "feedback", Feedback::new)) {
      boolean planned =
          feedback.isPresent()
              && feedback.isHuman()
              && feedback.attributes().word("status").filter("planned"::equals).isPresent();
      if (planned && !hasLead(feedback) && !isSmall(feedback)) {
        double time = time(feedback);
        if (time > 0 && time < SHORT) {
          report(feedback, time, reporter);
        }
      }
    }
  }

  private static boolean hasLead(Feedback feedback) {
    Attributes stated = feedback.attributes();
    return stated.has("lead")
        || stated.qualifiers("annotators").has("lead")
        || Project.of(feedback.symbol().plan())
            .flatMap(project -> project.attributes().section("team"))
            .filter(team -> team.has("annotator"))
            .isPresent();
  }

  private static boolean isSmall(Feedback feedback) {
    return feedback.collect().filter(amount -> amount.high() < FEW).isPresent();
  }

  /** As stated for the stage, else all the time of the project; 0 if neither is. */
  private static double time(Feedback feedback) {
    double stated = StatedTime.of(feedback.symbol()).expected();
    if (stated > 0) {
      return feedback.symbol().repeat().isEmpty() ? stated : 0;
    }
    Optional<Attributes> project = Project.of(feedback.symbol().plan()).map(View::attributes);
    Optional<LocalDate> start = project.flatMap(each -> each.date("start"));
    Optional<LocalDate> deadline = project.flatMap(each -> each.lastDate("deadline"));
    return start.isPresent() && deadline.isPresent()
        ? DAY * (ChronoUnit.DAYS.between(start.get(), deadline.get()) + 1)
        : 0;
  }

  private static void report(Feedback feedback, double time, Reporter reporter) {
    String property = feedback.attributes().has("duration") ? "duration" : "collect";
    reporter.report(
        feedback.symbol(),
        property,
        MESSAGE.with(
            feedback
                .collect()
                .<Object>map(amount -> Figures.of(amount.middle()) + " " + amount.unit())
                .orElse(SOME),
            Figures.of(Math.ceil(time / DAY)),
            seconds(feedback, time)));
  }

  /** What is left for one piece, in weeks of 40 hours. */
  private static Object seconds(Feedback feedback, double time) {
    Optional<Amount> pieces = feedback.collect().filter(Amount::isExact);
    Optional<Amount> people = feedback.attributes().amount("annotators").filter(Amount::isExact);
    if (pieces.isEmpty() || people.isEmpty()) {
      return NOTHING;
    }
    double work = time / (7 * DAY) * WEEK_OF_WORK * people.get().low();
    double each = work / pieces.get().low() / new HumanWork(feedback.symbol()).repetition();
    return SECONDS.with(Figures.of(Math.rint(each)));
  }
}
