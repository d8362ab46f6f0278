package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Feedback;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Labelers;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Optional;

/**
 * Labels by people whose cost nobody has asked about, in a plan with a budget. Source: Stiennon et
 * al., arXiv:2009.01325, section 5 (64,832 comparisons took thousands of labeler hours).
 */
public final class LabelingBudget implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "People give {1} in `{0}`, and nothing says what that costs or how long it takes, so"
              + " that the budget of {2} cannot be checked; add a `price`, or a `pace` and the"
              + " `rate` of the annotators",
          "`{0}` 需要人工给出 {1}，却没有写明费用或工时，无法核对 {2} 的预算；请补充 `price`，或 `pace` 与标注员的 `rate`");

  private static final Localized SOME = Localized.of("labels", "标注");

  private static final Message BUDGET = Message.of("the budget", "预算");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "labeling-budget",
            Category.PLANNING,
            Severity.WARNING,
            "People label, and a plan with a budget does not say what that costs.",
            "需要人工标注，而有预算的计划没有写明标注费用。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Labelers.toBePaidBy(plan);
    if (project.isEmpty()) {
      return;
    }
    for (Feedback feedback : View.all(plan, "feedback", Feedback::new)) {
      if (feedback.isPresent()
          && feedback.isHuman()
          && !Labelers.areCounted(feedback.attributes())) {
        reporter
            .report(
                feedback.symbol(),
                "annotators",
                MESSAGE.with(
                    feedback.symbol().qualifiedName(),
                    collected(feedback),
                    Labelers.budget(project.get())))
            .related(project.get().symbol().locationOf("budget"), BUDGET);
      }
    }
  }

  private static Object collected(Feedback feedback) {
    return feedback
        .collect()
        .<Object>map(amount -> Figures.of(amount.middle()) + " " + amount.unit())
        .orElse(SOME);
  }
}
