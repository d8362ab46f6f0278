package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An aligned model is measured only by what it was trained to please. Sources: Gao et al.,
 * arXiv:2210.10760: the optimized reward goes on rising while the true one falls; Stiennon et al.,
 * arXiv:2009.01325, figure 5.
 */
public final class RewardAsEvaluation implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` measures `{1}` only by what it was trained to please, `{2}`: that score"
              + " goes on rising while answers get worse. Let people, another judge or an"
              + " independent metric measure it too",
          "`{0}` 只用训练时所迎合的 `{2}` 来衡量 `{1}`：即使回答变差，这个得分仍会上升。请同时由人、其他裁判模型或独立的指标来衡量");
  private static final Message TRAINED = Message.of("trained to please it here", "在此处以它为奖励训练");

  /** What is measured without asking any scorer. */
  private static final Set<Metric.Category> INDEPENDENT =
      EnumSet.of(
          Metric.Category.CORRECTNESS,
          Metric.Category.SIMILARITY,
          Metric.Category.LIKELIHOOD,
          Metric.Category.EXECUTION,
          Metric.Category.RETRIEVAL);

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "reward-as-evaluation",
            Category.EVALUATION,
            Severity.WARNING,
            "An aligned model is measured only by what it was trained to please.",
            "对齐后的模型只用训练时所迎合的奖励来衡量。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<Evaluation> byScorer = new ArrayList<>();
    List<Evaluation> others = new ArrayList<>();
    for (Evaluation evaluation : Evaluation.all(plan)) {
      if (asksScorersOnly(evaluation)) {
        byScorer.add(evaluation);
      } else if (!measuresServingOnly(evaluation)) {
        others.add(evaluation);
      }
    }
    if (!byScorer.isEmpty()) {
      for (Symbol stage : plan.all("align")) {
        if (plan.course().of(stage) != Course.Presence.SKIPPED) {
          check(stage, byScorer, others, reporter);
        }
      }
    }
  }

  /** Whether all that it measures is what a judge, a classifier or a reward model says. */
  private static boolean asksScorersOnly(Evaluation evaluation) {
    List<Metric> known = evaluation.knownMetrics();
    boolean rewardOnly =
        evaluation.hasMetricOf(EnumSet.of(Metric.Category.REWARD))
            && known.stream()
                .map(Metric::category)
                .allMatch(it -> it == Metric.Category.REWARD || it == Metric.Category.SERVING);
    return (evaluation.attributes().has("judge") || rewardOnly)
        && !evaluation.isJudgedByPeople()
        && !evaluation.attributes().has("verifier")
        && !evaluation.hasUnknownMetric()
        && !evaluation.hasMetricOf(INDEPENDENT);
  }

  private static boolean measuresServingOnly(Evaluation evaluation) {
    return !evaluation.metrics().isEmpty()
        && !evaluation.hasUnknownMetric()
        && evaluation.knownMetrics().stream()
            .allMatch(metric -> metric.category() == Metric.Category.SERVING);
  }

  private static void check(
      Symbol stage, List<Evaluation> byScorer, List<Evaluation> others, Reporter reporter) {
    List<Link> scorers = new ArrayList<>(stage.valueLinks("reward"));
    scorers.addAll(stage.valueLinks("judge"));
    Set<Symbol> pleased = new HashSet<>();
    scorers.forEach(link -> link.symbol().ifPresent(pleased::add));
    List<Evaluation> measuring =
        byScorer.stream().filter(evaluation -> evaluation.measures(stage)).toList();
    boolean independent =
        measuring.stream().anyMatch(evaluation -> !pleased.containsAll(judges(evaluation)))
            || others.stream().anyMatch(evaluation -> evaluation.measures(stage));
    if (!pleased.isEmpty() && !measuring.isEmpty() && !independent) {
      Evaluation first = measuring.get(0);
      reporter
          .report(
              first.symbol(),
              place(first),
              MESSAGE.with(
                  first.symbol().name(),
                  first.symbol().links("model").get(0).path().text(),
                  scorers.get(0).path().text()))
          .related(scorers.get(0).location(), TRAINED);
    }
  }

  private static List<Symbol> judges(Evaluation evaluation) {
    return evaluation.symbol().valueLinks("judge").stream()
        .flatMap(link -> link.symbol().stream())
        .toList();
  }

  private static Location place(Evaluation evaluation) {
    Optional<Link> judge = evaluation.symbol().valueLinks("judge").stream().findFirst();
    return judge
        .map(Link::location)
        .orElseGet(
            () ->
                evaluation.metrics().stream()
                    .filter(name -> Metrics.find(name).isPresent())
                    .findFirst()
                    .map(evaluation::placeOf)
                    .orElseGet(evaluation.symbol()::location));
  }
}
