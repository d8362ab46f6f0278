package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.view.Feedback;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Human judgments without an agreement rate and without items that several people judge, so that
 * the noise of the labels stays unknown. Sources: InstructGPT, arXiv:2203.02155, 73 to 77%;
 * Stiennon et al., arXiv:2009.01325, 73 to 77%; Bai et al., arXiv:2204.05862, 63%.
 */
public final class AgreementUnmeasured implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` gathers judgments of {1} people, but no item is judged twice, so how far they agree (63"
              + " to 77% in published projects) stays unknown; plan an `overlap` of 5 to 10%",
          "`{0}` 收集 {1} 人的评判，却没有重复标注，一致率（公开项目为 63% 至 77%）也就无从得知；请安排 5% 至 10% 的 `overlap`");
  private static final Message OVERLAP = Message.of("Let two people judge 10%", "10% 由两人重复评判");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "agreement-unmeasured",
            Category.DATA,
            Severity.WARNING,
            "People judge, and nobody measures how often they agree.",
            "人工评判没有测量一致率。")
        .whereComplete()
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Feedback feedback : View.all(plan, "feedback", Feedback::new)) {
      OptionalDouble people = feedback.attributes().number("annotators");
      boolean measured =
          feedback.attributes().has("agreement") || feedback.attributes().has("overlap");
      if (!feedback.isJudgment()
          || feedback.isByExperts()
          || measured
          || people.isEmpty()
          || people.getAsDouble() < 2) {
        continue;
      }
      Reporter.Finding finding =
          reporter.report(
              feedback.symbol(),
              "annotators",
              MESSAGE.with(feedback.symbol().name(), Figures.of(people.getAsDouble())));
      SourceEdits.addMember(feedback.symbol(), "overlap: 10%")
          .ifPresent(edit -> finding.fix(new Fix(OVERLAP, false, List.of(edit))));
    }
  }
}
