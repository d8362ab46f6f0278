package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Monitoring;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A service is watched, but not for all that can go wrong with it, or nobody says when to act.
 * Source: NIST AI 600-1, MANAGE 4.1 (monitoring after deployment).
 */
public final class MonitorSignals implements Rule {

  private static final Localized MISSING =
      Localized.of(
          "`{0}` does not watch {1} of `{2}`: a service can answer in time and still answer worse, harm or"
              + " cost more than planned. Add them to `signals`",
          "`{0}` 没有监控 `{2}` 的 {1}：服务响应正常，回答却可能变差、有害，或成本超出预期。请加入 `signals`");
  private static final Localized THRESHOLD =
      Localized.of(
          "`{0}` watches `{1}`, but no threshold says when somebody has to act: state one in `metrics`,"
              + " such as `errors <= 1%`",
          "`{0}` 监控 `{1}`，但没有阈值说明何时须处理：请在 `metrics` 中写明，例如 `errors <= 1%`");
  private static final Localized WATCH = Localized.of("Watch {0} as well", "同时监控 {0}");

  private static final List<String> NEEDED = List.of("quality", "safety", "cost", "latency");

  /** What other signals show as well. */
  private static final Map<String, String> SHOWN =
      Map.of(
          "drift",
          "quality",
          "feedback",
          "quality",
          "retrieval",
          "quality",
          "abuse",
          "safety",
          "throughput",
          "latency");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "monitor-signals",
            Category.DEPLOYMENT,
            Severity.WARNING,
            "A service is not watched for quality, safety, cost and latency, or without a threshold.",
            "监控没有覆盖质量、安全、成本与延迟，或没有阈值。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Map<Symbol, List<Symbol>> watching = new LinkedHashMap<>();
    for (Monitoring each : View.all(plan, "monitor", Monitoring::new)) {
      if (plan.course().of(each.symbol()) != Course.Presence.SKIPPED) {
        each.service()
            .ifPresent(
                service ->
                    watching.computeIfAbsent(service, any -> new ArrayList<>()).add(each.symbol()));
      }
    }
    for (Deployment deployment : Deployment.inUse(plan)) {
      List<Symbol> monitors = watching.getOrDefault(deployment.symbol(), List.of());
      if (!monitors.isEmpty() && deployment.mode().equals("online")) {
        check(deployment, monitors, reporter);
      }
    }
  }

  private static void check(Deployment deployment, List<Symbol> monitors, Reporter reporter) {
    Set<String> watched = new LinkedHashSet<>();
    boolean threshold = false;
    for (Symbol monitor : monitors) {
      watched.addAll(signals(monitor.attributes()));
      threshold |= hasThreshold(monitor.attributes());
    }
    List<String> missing = new ArrayList<>(NEEDED);
    missing.removeAll(watched);
    if (Project.of(deployment.symbol().plan()).filter(Project::onlyAnalyzes).isPresent()) {
      missing.remove("safety");
    }
    Symbol monitor = monitors.get(0);
    String service = deployment.symbol().name();
    if (!missing.isEmpty()) {
      String words = "`" + String.join("`, `", missing) + "`";
      fix(
          monitor,
          missing,
          reporter.report(monitor, "signals", MISSING.with(monitor.name(), words, service)));
    } else if (!threshold) {
      reporter
          .report(monitor, "metrics", THRESHOLD.with(monitor.name(), service))
          .severity(Severity.INFORMATION);
    }
  }

  private static boolean hasThreshold(Attributes monitor) {
    return monitor.has("alerts")
        || monitor.section("metrics").filter(it -> !it.criteria().isEmpty()).isPresent();
  }

  /** What a monitor watches: as stated, by its metrics, and by whom it asks. */
  private static Set<String> signals(Attributes monitor) {
    Set<String> signals = new LinkedHashSet<>();
    for (String word : monitor.words("signals")) {
      signals.add(SHOWN.getOrDefault(word, word));
    }
    monitor
        .section("metrics")
        .ifPresent(metrics -> metrics.members().forEach(member -> signals.addAll(signal(member))));
    if (List.of("judge", "annotators", "user-feedback").stream().anyMatch(monitor::has)) {
      signals.add("quality");
    }
    return signals;
  }

  private static List<String> signal(Member member) {
    String name =
        member instanceof Member.Criterion criterion
            ? criterion.metric().last().text()
            : member instanceof Member.Bare bare ? bare.path().last().text() : "";
    Metric.Category category = Metrics.find(name).map(Metric::category).orElse(null);
    if (category == null) {
      return List.of();
    }
    return switch (category) {
      case SAFETY -> List.of("safety");
      case SERVING ->
          name.equals("cost")
              ? List.of("cost")
              : Set.of("latency", "first-token", "per-token").contains(name)
                  ? List.of("latency")
                  : List.of();
      default -> List.of("quality");
    };
  }

  private static void fix(Symbol monitor, List<String> missing, Reporter.Finding finding) {
    if (!monitor.isOwn()) {
      return;
    }
    List<String> all = new ArrayList<>(monitor.attributes().words("signals"));
    all.addAll(missing);
    String list = "[" + String.join(", ", all) + "]";
    SourceEdits.replaceValue(monitor, "signals", list)
        .or(() -> SourceEdits.addMember(monitor, "signals: " + list))
        .ifPresent(
            edit ->
                finding.fix(
                    new Fix(
                        WATCH.with("`" + String.join("`, `", missing) + "`"),
                        false,
                        List.of(edit))));
  }
}
