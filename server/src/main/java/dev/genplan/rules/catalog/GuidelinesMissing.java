package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Feedback;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;

/**
 * Human labeling without guidelines: the first batches have to be thrown away. Source: Lambert,
 * RLHF Book, chapter on preference data.
 */
public final class GuidelinesMissing implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` lets people judge without written `guidelines`; first batches without them are often"
              + " thrown away. Write them, and try them on a `pilot`",
          "`{0}` 由人评判，却没有书面的 `guidelines`；没有规范时，头几批数据往往要作废。请写好规范，并用 `pilot` 试标");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "guidelines-missing",
            Category.DATA,
            Severity.WARNING,
            "People label without written guidelines.",
            "人工标注没有书面规范。")
        .whereComplete()
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Feedback feedback : View.all(plan, "feedback", Feedback::new)) {
      boolean guided =
          feedback.attributes().has("guidelines") || feedback.attributes().has("principles");
      if (feedback.isHuman() && !guided && feedback.isPresent()) {
        reporter.report(feedback.symbol(), "annotators", MESSAGE.with(feedback.symbol().name()));
      }
    }
  }
}
