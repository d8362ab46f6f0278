package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Feedback;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.OptionalDouble;

/** One person gives all judgments: a model of one taste. Practice; no single source. */
public final class SingleAnnotator implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "One person gives all judgments of `{0}`: the model learns one taste, and nothing shows where"
              + " others would differ. Add people, or say `expertise: high`",
          "`{0}` 的全部评判出自一人：模型学到的只是一个人的偏好，也看不出别人会在哪里有不同意见。请增加人手，或写 `expertise: high`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "single-annotator",
        Category.DATA,
        Severity.WARNING,
        "All preferences come from one person.",
        "全部偏好来自同一个人。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    boolean personal =
        Project.of(plan)
            .filter(project -> project.attributes().isWord("use", "personal"))
            .isPresent();
    for (Feedback feedback : View.all(plan, "feedback", Feedback::new)) {
      OptionalDouble people = feedback.attributes().number("annotators");
      boolean alone =
          people.isPresent() && people.getAsDouble() == 1 && !feedback.attributes().has("judge");
      if (alone && feedback.isJudgment() && !feedback.isByExperts() && !personal) {
        reporter.report(feedback.symbol(), "annotators", MESSAGE.with(feedback.symbol().name()));
      }
    }
  }
}
