package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Monitoring;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A system that calls tools is not measured by whether it gets the task done, nor by how many steps
 * or how much money that takes. Source: Patil et al., Gorilla, arXiv:2305.15334, which checks the
 * calls themselves and counts the invented ones.
 */
public final class AgentEval implements Rule {

  private static final Set<String> LOOPS = Set.of("tools", "react");

  private static final Set<Metric.Category> OUTCOME =
      EnumSet.of(
          Metric.Category.CORRECTNESS, Metric.Category.EXECUTION, Metric.Category.ACCEPTANCE);

  private static final Set<String> EFFORT = Set.of("agent-steps", "cost", "latency");

  private static final Localized NO_SUCCESS =
      Localized.of(
          "`{0}` measures `{1}`, which calls tools, but not whether it gets the task done: a good text"
              + " can hide a wrong call. Measure `task-success` or `tool-accuracy`",
          "`{0}` 衡量会调用工具的 `{1}`，却没有衡量任务是否完成：文字再好，也可能掩盖错误的调用。请测量 `task-success` 或 `tool-accuracy`");
  private static final Localized NO_EFFORT =
      Localized.of(
          "`{0}` measures whether `{1}` gets the task done, but not at what price: an agent that"
              + " succeeds after fifty calls looks as good as one that needs three. Measure `agent-steps`"
              + " or `cost`",
          "`{0}` 衡量 `{1}` 是否完成任务，却没有衡量代价：调用五十次才成功的智能体与三次就成功的看起来一样好。请测量 `agent-steps` 或 `cost`");
  private static final Localized ADD = Localized.of("Measure `{0}` too", "同时测量 `{0}`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "agent-eval",
            Category.EVALUATION,
            Severity.WARNING,
            "A system that calls tools is not measured by what it gets done, or at what price.",
            "会调用工具的系统没有按完成情况或代价来衡量。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    boolean watched =
        View.all(plan, "monitor", Monitoring::new).stream().anyMatch(AgentEval::watches);
    Evaluation.byPart(plan, part -> loop(part).isPresent())
        .forEach((stage, evaluations) -> check(stage, evaluations, watched, reporter));
  }

  private static Optional<Tag> loop(Symbol part) {
    return part.attributes().tags("method").stream()
        .filter(tag -> LOOPS.contains(tag.word()))
        .findFirst();
  }

  /** Whether a monitor watches what the steps add up to. */
  private static boolean watches(Monitoring monitoring) {
    return monitoring.attributes().words("signals").stream().anyMatch(EFFORT::contains)
        || new Evaluation(monitoring.symbol()).metrics().stream().anyMatch(EFFORT::contains);
  }

  private static void check(
      Symbol stage, List<Evaluation> evaluations, boolean watched, Reporter reporter) {
    boolean unknown = evaluations.stream().anyMatch(Evaluation::hasUnknownMetric);
    Optional<Evaluation> first =
        evaluations.stream().filter(it -> !it.metrics().isEmpty()).findFirst();
    if (unknown || first.isEmpty()) {
      return;
    }
    boolean success = evaluations.stream().anyMatch(AgentEval::measuresSuccess);
    Tag loop = loop(stage).orElseThrow();
    boolean bounded = loop.options().has("limit") || loop.options().has("budget");
    boolean effort =
        watched
            || bounded
            || evaluations.stream()
                .anyMatch(it -> it.metrics().stream().anyMatch(EFFORT::contains));
    if (!success) {
      report(first.get(), stage, NO_SUCCESS, "task-success", reporter);
    } else if (!effort) {
      report(first.get(), stage, NO_EFFORT, "agent-steps", reporter).severity(Severity.INFORMATION);
    }
  }

  private static boolean measuresSuccess(Evaluation evaluation) {
    return evaluation.hasMetricOf(OUTCOME)
        || evaluation.metrics().contains("task-success")
        || evaluation.metrics().contains("tool-accuracy");
  }

  private static Reporter.Finding report(
      Evaluation evaluation, Symbol stage, Localized message, String metric, Reporter reporter) {
    Symbol symbol = evaluation.symbol();
    Reporter.Finding finding =
        reporter.report(symbol, "metrics", message.with(symbol.name(), stage.name()));
    List<String> added =
        metric.equals("task-success") ? List.of("task-success", "agent-steps") : List.of(metric);
    SourceEdits.addToSection(symbol, "metrics", added)
        .ifPresent(
            edit ->
                finding.fix(new Fix(ADD.with(String.join("`, `", added)), false, List.of(edit))));
    return finding;
  }
}
