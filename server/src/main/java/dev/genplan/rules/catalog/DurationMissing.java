package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Feedback;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.StatedTime;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Optional;

/**
 * A stage that takes weeks, in a plan with a deadline, does not say how many. Which stages those
 * are: the cheat sheet of the generative AI life cycle (DeepLearning.AI and AWS, Generative AI with
 * Large Language Models): pre-training and the gathering of human feedback; tuning may fit in a
 * day.
 */
public final class DurationMissing implements Rule {

  private static final Localized FEEDBACK =
      Localized.of(
          "The plan has a deadline, and `{0}` does not say how long people need: that is usually what"
              + " takes longest. State a `duration`, or `collect`, `pace` and the number of `annotators`",
          "计划有截止日期，而 `{0}` 没有写明人工需要多久：这通常最费时间。请写明 `duration`，或 `collect`、`pace` 与 `annotators` 人数");
  private static final Localized PRETRAIN =
      Localized.of(
          "The plan has a deadline, and `{0}` does not say how long it takes: pre-training is a matter"
              + " of days to months. State a `duration`",
          "计划有截止日期，而 `{0}` 没有写明时长：预训练需要几天到几个月。请写明 `duration`");
  private static final Message DEADLINE = Message.of("the deadline", "截止日期");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "duration-missing",
            Category.PLANNING,
            Severity.INFORMATION,
            "A long stage has no duration in a plan with a deadline.",
            "计划有截止日期，而耗时的阶段没有写明时长。")
        .yieldingTo("human-feedback-lead")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Symbol> project =
        Project.of(plan)
            .filter(each -> each.attributes().has("deadline") && !each.isDraft())
            .map(Project::symbol);
    if (project.isEmpty()) {
      return;
    }
    for (Feedback feedback : View.all(plan, "feedback", Feedback::new)) {
      if (feedback.isPresent() && feedback.isHuman() && isOpen(feedback.symbol())) {
        report(feedback.symbol(), FEEDBACK, project.get(), reporter);
      }
    }
    for (Symbol pretrain : plan.all("pretrain")) {
      if (isOpen(pretrain)) {
        report(pretrain, PRETRAIN, project.get(), reporter);
      }
    }
  }

  private static boolean isOpen(Symbol stage) {
    boolean planned = stage.attributes().word("status").filter("planned"::equals).isPresent();
    boolean inTimedRounds =
        stage.repeat().filter(repeat -> repeat.attributes().has("duration")).isPresent();
    return planned
        && !inTimedRounds
        && !stage.attributes().has("duration")
        && StatedTime.of(stage).expected() == 0;
  }

  private static void report(Symbol stage, Localized message, Symbol project, Reporter reporter) {
    reporter
        .report(stage, "duration", message.with(stage.qualifiedName()))
        .related(project.locationOf("deadline"), DEADLINE);
  }
}
