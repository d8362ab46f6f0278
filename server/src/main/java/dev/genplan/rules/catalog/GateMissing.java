package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Coverage;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Measurement;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Nothing decides: a report that something waits for has no threshold, or a deployment waits for
 * none of the reports about what it deploys. NIST AI 600-1, GV-1.3-002, asks for minimum thresholds
 * in the approval of a deployment.
 */
public final class GateMissing implements Rule {

  private static final Localized NO_THRESHOLD =
      Localized.of(
          "`{0}` waits for `{1}`, which has no threshold, so nothing can fail: state one, such as"
              + " `{2} >= ...`",
          "`{0}` 以 `{1}` 为条件，但它没有任何阈值，不可能不通过：请写明阈值，例如 `{2} >= ...`");
  private static final Localized NO_GATE =
      Localized.of(
          "`{0}` goes live whether `{1}` passes or not: make it a `gate`",
          "无论 `{1}` 是否通过，`{0}` 都会上线：请将其设为门禁 `gate`");
  private static final Localized WAITS = Localized.of("`{0}` waits for it", "`{0}` 以它为条件");
  private static final Localized ADD_GATE =
      Localized.of("Make `{0}` the gate of `{1}`", "将 `{0}` 设为 `{1}` 的门禁");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "gate-missing",
            Category.PLANNING,
            Severity.WARNING,
            "No threshold decides whether a stage goes on or a deployment goes live.",
            "没有阈值来决定阶段是否继续、部署是否上线。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (String kind : List.of("evaluate", "redteam", "monitor")) {
      plan.all(kind).forEach(report -> threshold(report, reporter));
    }
    Deployment.inUse(plan).forEach(deployment -> gate(deployment, reporter));
  }

  private static void threshold(Symbol report, Reporter reporter) {
    Evaluation evaluation = new Evaluation(report);
    Optional<Link> gate =
        evaluation.gates().stream().filter(link -> isThere(link.from())).findFirst();
    if (gate.isEmpty() || evaluation.hasCriteria() || !isThere(report)) {
      return;
    }
    String metric = evaluation.metrics().stream().findFirst().orElse("accuracy");
    reporter
        .report(
            report, "metrics", NO_THRESHOLD.with(gate.get().from().name(), report.name(), metric))
        .related(gate.get().location(), WAITS.with(gate.get().from().name()));
  }

  private static boolean isThere(Symbol stage) {
    return stage.plan().course().of(stage) != Course.Presence.SKIPPED;
  }

  /** An order by {@code after}, a condition by {@code when} are decisions of their own. */
  private static void gate(Deployment deployment, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    boolean decided = Stream.of("gate", "when", "after").anyMatch(symbol.attributes()::has);
    if (decided) {
      return;
    }
    for (Coverage coverage : Coverage.of(deployment)) {
      List<Symbol> reports =
          coverage.evidence().stream()
              .map(Measurement::stage)
              .filter(stage -> stage.is("evaluate") && new Evaluation(stage).hasCriteria())
              .toList();
      if (coverage.gap() == Coverage.Gap.NONE && !reports.isEmpty()) {
        Symbol report = reports.get(reports.size() - 1);
        Reporter.Finding finding =
            reporter.report(symbol, NO_GATE.with(symbol.name(), report.name()));
        fix(symbol, report).ifPresent(finding::fix);
        return;
      }
    }
  }

  private static Optional<Fix> fix(Symbol deployment, Symbol report) {
    Optional<Edit> edit =
        report.repeat().isEmpty() && deployment.isOwn()
            ? Repairs.gate(deployment, report.name())
            : Optional.empty();
    return edit.map(
        it -> new Fix(ADD_GATE.with(report.name(), deployment.name()), false, List.of(it)));
  }
}
