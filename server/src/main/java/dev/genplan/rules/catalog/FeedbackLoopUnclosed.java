package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;

/** Feedback of users is collected, and nothing in the plan uses it. */
public final class FeedbackLoopUnclosed implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` collects `{1}` from users, and nothing uses it: declare a dataset `from: {0}` for the next"
              + " round, with the `consent` it rests on, or collect less",
          "`{0}` 收集用户的 `{1}`，却没有任何阶段使用：请声明 `from: {0}` 的数据集供下一轮使用，并写明授权依据 `consent`；" + "否则请少收集");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "feedback-loop-unclosed",
            Category.DEPLOYMENT,
            Severity.HINT,
            "Feedback of users is collected, and nothing uses it.",
            "收集了用户反馈，却没有使用。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol monitor : plan.all("monitor")) {
      String collected = String.join("`, `", monitor.attributes().words("user-feedback"));
      if (!collected.isEmpty()
          && plan.course().of(monitor) != Course.Presence.SKIPPED
          && plan.uses(monitor).stream().noneMatch(Link::isDataflow)) {
        reporter.report(monitor, "user-feedback", MESSAGE.with(monitor.name(), collected));
      }
    }
  }
}
