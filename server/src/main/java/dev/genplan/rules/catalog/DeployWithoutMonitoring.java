package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Monitoring;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nothing watches a service. NIST AI 600-1, MANAGE 4.1, asks for monitoring after deployment. */
public final class DeployWithoutMonitoring implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "Nothing monitors `{0}`, so drift, abuse and regressions stay unseen: add a `monitor`",
          "`{0}` 没有任何监控，漂移、滥用和质量倒退都不会被发现：请添加 `monitor`");
  private static final Localized ADD = Localized.of("Monitor `{0}`", "监控 `{0}`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "deploy-without-monitoring",
            Category.FLOW,
            Severity.WARNING,
            "A service goes live that no stage monitors.",
            "服务上线后没有任何阶段监控它。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<Monitoring> watching =
        View.all(plan, "monitor", Monitoring::new).stream()
            .filter(each -> plan.course().of(each.symbol()) != Course.Presence.SKIPPED)
            .toList();
    if (watching.stream().anyMatch(each -> each.service().isEmpty())) {
      return;
    }
    Set<Symbol> watched = new HashSet<>();
    watching.forEach(each -> watched.add(each.service().get()));
    for (Deployment deployment : Deployment.inUse(plan)) {
      if (!watched.contains(deployment.symbol()) && isRunning(deployment)) {
        report(deployment.symbol(), reporter);
      }
    }
  }

  /** Whether somebody's requests are answered by it where its owner can see them. */
  private static boolean isRunning(Deployment deployment) {
    boolean meant = !deployment.audience().equals(Optional.of("none"));
    return switch (deployment.mode()) {
      case "online" -> meant;
      case "demo" -> deployment.facesUsers();
      default -> false;
    };
  }

  private static void report(Symbol deployment, Reporter reporter) {
    Reporter.Finding finding = reporter.report(deployment, MESSAGE.with(deployment.name()));
    if (deployment.repeat().isEmpty() && deployment.isOwn()) {
      String stage =
          """
          monitor %s {
            service: %s
            signals: [quality, safety, cost, latency]
          }"""
              .formatted(
                  Repairs.freshName(deployment.plan(), deployment.name() + "-watch"),
                  deployment.name());
      finding.fix(
          new Fix(
              ADD.with(deployment.name()),
              false,
              List.of(SourceEdits.addAfter(deployment, stage))));
    }
  }
}
