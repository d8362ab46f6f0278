package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that measures quality was made for another task: BLEU for summaries, accuracy for chat.
 * Sources: the metrics' own papers, BLEU (Papineni et al., ACL P02-1040), ROUGE (Lin, ACL
 * W04-1013), pass@k (arXiv:2107.03374).
 */
public final class MetricTaskMismatch implements Rule {

  /** Tasks for which it is settled what measures them. */
  private static final Set<String> SETTLED =
      Set.of(
          "summarization",
          "translation",
          "chat",
          "question-answering",
          "code-generation",
          "text-classification",
          "token-classification",
          "extraction",
          "math",
          "reasoning");

  /** Those whose outcome is free text, so that there is no right answer to be equal to. */
  private static final Set<String> FREE_TEXT = Set.of("summarization", "translation", "chat");

  /** What programs measure; people, judges and users tell whether an answer is good at any task. */
  private static final Set<Metric.Category> MECHANICAL =
      EnumSet.of(
          Metric.Category.CORRECTNESS,
          Metric.Category.SIMILARITY,
          Metric.Category.LIKELIHOOD,
          Metric.Category.EXECUTION);

  /** What says nothing of how well the task is done. */
  private static final Set<Metric.Category> BESIDE =
      EnumSet.of(
          Metric.Category.SAFETY,
          Metric.Category.SERVING,
          Metric.Category.REWARD,
          Metric.Category.RETRIEVAL);

  /** What tells how well a guard works, not what it guards. */
  private static final Set<String> OF_GUARDS = Set.of("false-positive-rate", "false-negative-rate");

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` measures {1} by `{2}`, which {3}: that says little about quality. Measure by {4}",
          "`{0}` 用 `{2}` 衡量{1}，而它{3}：说明不了质量。请改用 {4}");
  private static final Localized SIMILAR =
      Localized.of("counts words shared with a reference", "只统计与参考文本重合的词");
  private static final Localized RIGHT =
      Localized.of("needs one right answer to compare with", "需要有唯一的标准答案");
  private static final Localized PROBABLE =
      Localized.of("says how probable a text is", "只说明一段文本有多大概率");
  private static final Localized CHECKED =
      Localized.of("needs a program that checks answers", "需要能检查答案的程序");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "metric-task-mismatch",
        Category.EVALUATION,
        Severity.WARNING,
        "Quality is measured only by metrics that were made for another task.",
        "质量只用为其他任务设计的指标来衡量。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<String> tasks = Project.of(plan).map(Project::tasks).orElse(List.of());
    if (tasks.isEmpty() || !SETTLED.containsAll(tasks)) {
      return;
    }
    List<Evaluation> mismatched = new ArrayList<>();
    for (Evaluation evaluation : Evaluation.all(plan)) {
      if (evaluation.isOfSystem() && !evaluation.isBeside()) {
        if (fits(evaluation, tasks)) {
          return;
        }
        if (quality(evaluation).isPresent()) {
          mismatched.add(evaluation);
        }
      }
    }
    mismatched.stream()
        .filter(evaluation -> !evaluation.gates().isEmpty())
        .findFirst()
        .or(() -> mismatched.stream().findFirst())
        .ifPresent(evaluation -> report(evaluation, tasks.get(0), reporter));
  }

  /** Whether anything in an evaluation tells how well one of the tasks is done. */
  private static boolean fits(Evaluation evaluation, List<String> tasks) {
    boolean judged = evaluation.attributes().has("judge") || evaluation.isJudgedByPeople();
    return judged
        || evaluation.metrics().stream()
            .anyMatch(
                name ->
                    Metrics.find(name).map(metric -> fits(metric, evaluation, tasks)).orElse(true));
  }

  private static boolean fits(Metric metric, Evaluation evaluation, List<String> tasks) {
    if (BESIDE.contains(metric.category()) || OF_GUARDS.contains(metric.name())) {
      return false;
    }
    boolean checkable =
        metric.category() == Metric.Category.CORRECTNESS
            || metric.category() == Metric.Category.EXECUTION;
    boolean answersKnown =
        !FREE_TEXT.containsAll(tasks)
            || evaluation.data().stream().anyMatch(data -> new Dataset(data).isBenchmark());
    return !MECHANICAL.contains(metric.category())
        || metric.tasks().isEmpty()
        || metric.tasks().stream().anyMatch(tasks::contains)
        || (checkable && answersKnown);
  }

  /** The first metric that is meant to measure quality. */
  private static Optional<String> quality(Evaluation evaluation) {
    return evaluation.metrics().stream()
        .filter(
            name ->
                Metrics.find(name)
                    .filter(metric -> MECHANICAL.contains(metric.category()))
                    .filter(metric -> !OF_GUARDS.contains(metric.name()))
                    .isPresent())
        .findFirst();
  }

  private static void report(Evaluation evaluation, String task, Reporter reporter) {
    String name = quality(evaluation).orElseThrow();
    Localized why =
        switch (Metrics.find(name).orElseThrow().category()) {
          case SIMILARITY -> SIMILAR;
          case LIKELIHOOD -> PROBABLE;
          case EXECUTION -> CHECKED;
          default -> RIGHT;
        };
    reporter.report(
        evaluation.symbol(),
        evaluation.placeOf(name),
        MESSAGE.with(evaluation.symbol().name(), noun(task), name, why, suited(task)));
  }

  private static Localized noun(String task) {
    return switch (task) {
      case "summarization" -> Localized.of("summaries", "摘要");
      case "translation" -> Localized.of("translations", "译文");
      case "chat" -> Localized.of("chat", "对话");
      case "code-generation" -> Localized.of("code", "代码");
      case "question-answering" -> Localized.of("answers", "回答");
      case "extraction", "token-classification" -> Localized.of("extraction", "抽取");
      case "text-classification" -> Localized.of("classification", "分类");
      default -> Localized.of("solutions", "解答");
    };
  }

  private static Localized suited(String task) {
    return switch (task) {
      case "summarization" ->
          Localized.of(
              "`rougeL` and `human-acceptance` or `groundedness`",
              "`rougeL`，并加上 `human-acceptance` 或 `groundedness`");
      case "translation" -> Localized.of("`chrf` or `comet`", "`chrf` 或 `comet`");
      case "chat" -> Localized.same("`win-rate`");
      case "code-generation" -> Localized.same("`pass@1`");
      case "question-answering" -> Localized.of("`exact-match` or `f1`", "`exact-match` 或 `f1`");
      case "math", "reasoning" -> Localized.same("`accuracy`");
      default -> Localized.same("`f1`");
    };
  }
}
