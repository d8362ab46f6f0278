package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Feedback;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * Preferences or labels that nobody gives: no annotators and no judge. Sources: InstructGPT,
 * arXiv:2203.02155, section 3.4 (people); Constitutional AI, arXiv:2212.08073, section 4 (a model).
 */
public final class FeedbackWithoutJudge implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "Nobody gives the feedback that `{0}` gathers; name how many `annotators` there are, or"
              + " the model that is the `judge`",
          "`{0}` 采集的反馈没有来源；请写明 `annotators` 人数，或充当 `judge` 的模型");

  private static final Localized JUDGE = Localized.of("Let `{0}` judge", "由 `{0}` 担任裁判");

  private static final Message ANNOTATORS = Message.of("Let three people judge", "由三名标注员评判");

  /** What is only said where people work. */
  private static final List<String> PEOPLE =
      List.of(
          "batches",
          "pace",
          "lead",
          "pilot",
          "guidelines",
          "overlap",
          "agreement",
          "people",
          "effort");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "feedback-without-judge",
            Category.FLOW,
            Severity.ERROR,
            "Feedback has neither annotators nor a judge.",
            "反馈采集既没有标注员也没有裁判模型。")
        .whereComplete()
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Feedback feedback : View.all(plan, "feedback", Feedback::new)) {
      if (feedback.symbol().isOwn() && feedback.isPresent() && isNobodys(feedback)) {
        report(feedback.symbol(), reporter);
      }
    }
  }

  private static boolean isNobodys(Feedback feedback) {
    Attributes stated = feedback.attributes();
    return !feedback.isHuman()
        && !stated.has("judge")
        && !stated.isWord("status", "done")
        && PEOPLE.stream().noneMatch(stated::has);
  }

  private static void report(Symbol feedback, Reporter reporter) {
    Reporter.Finding finding =
        reporter.report(feedback, "annotators", MESSAGE.with(feedback.name()));
    for (Model model : View.all(feedback.plan(), "model", Model::new)) {
      if (model.role().equals("judge")) {
        String name = model.symbol().name();
        SourceEdits.addMember(feedback, "judge: " + name)
            .ifPresent(edit -> finding.fix(new Fix(JUDGE.with(name), false, List.of(edit))));
      }
    }
    (feedback.attributes().has("annotators")
            ? SourceEdits.replaceValue(feedback, "annotators", "3")
            : SourceEdits.addMember(feedback, "annotators: 3"))
        .ifPresent(edit -> finding.fix(new Fix(ANNOTATORS, false, List.of(edit))));
  }
}
