package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/** A service goes to all its users at once. */
public final class NoCanary implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` goes to all users at once, so that what the evaluation missed hits everybody: let a share"
              + " of the traffic have it first (`rollout { canary: 5% }`), or run it in the shadow",
          "`{0}` 一次性面向所有用户上线，评测没有发现的问题会波及每个人：请先对部分流量灰度" + "（`rollout { canary: 5% }`），或先以影子流量运行");
  private static final Message ADD = Message.of("Start with 5% of the traffic", "先灰度 5% 的流量");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-canary",
            Category.DEPLOYMENT,
            Severity.INFORMATION,
            "A service goes to all its users at once.",
            "服务一次性面向所有用户上线。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      if (deployment.mode().equals("online")
          && deployment.facesUsers()
          && !isStepwise(deployment.attributes())) {
        report(deployment.symbol(), reporter);
      }
    }
  }

  private static boolean isStepwise(Attributes deployment) {
    return deployment
        .section("rollout")
        .filter(it -> List.of("canary", "ramp").stream().anyMatch(it::has) || it.isTrue("shadow"))
        .isPresent();
  }

  private static void report(Symbol symbol, Reporter reporter) {
    Reporter.Finding finding = reporter.report(symbol, "rollout", MESSAGE.with(symbol.name()));
    if (!symbol.attributes().has("rollout") && symbol.isOwn()) {
      SourceEdits.addMember(symbol, "rollout { canary: 5% }")
          .ifPresent(edit -> finding.fix(new Fix(ADD, false, List.of(edit))));
    }
  }
}
