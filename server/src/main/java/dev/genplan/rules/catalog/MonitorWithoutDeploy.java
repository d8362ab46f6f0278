package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;

/** A monitor in a plan that deploys nothing. Practice; no single source. */
public final class MonitorWithoutDeploy implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` watches a service, but the plan deploys none: add the `deploy` stage, or name the `service`",
          "`{0}` 要监控服务，而计划没有上线任何东西：请添加 `deploy` 阶段，或指定 `service`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "monitor-without-deploy",
            Category.FLOW,
            Severity.HINT,
            "Something is monitored that is not deployed.",
            "监控的服务没有上线。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (!plan.all("deploy").isEmpty()) {
      return;
    }
    for (Symbol monitor : plan.all("monitor")) {
      if (!monitor.attributes().has("service")) {
        reporter.report(monitor, MESSAGE.with(monitor.name()));
      }
    }
  }
}
