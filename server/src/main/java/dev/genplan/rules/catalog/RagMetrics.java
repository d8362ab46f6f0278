package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Measurement;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Retrieval-augmented answers are measured only in the end, not what was found and whether the
 * answer rests on it. Source: Es et al., Ragas, arXiv:2309.15217, which measures the parts apart.
 */
public final class RagMetrics implements Rule {

  /** So few pages can be read through, and nearly fit into the prompt. */
  private static final int TINY = 50;

  private static final Set<Metric.Category> OF_PARTS =
      EnumSet.of(Metric.Category.RETRIEVAL, Metric.Category.GROUNDING);

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` measures only the final answers of `{1}`: when they are wrong, it cannot be told"
              + " whether the passage was not found or not used. Measure `recall@{2}` and"
              + " `groundedness` as well",
          "`{0}` 只衡量 `{1}` 的最终回答：出错时无法判断是没有检索到，还是没有用上。请同时测量 `recall@{2}` 和 `groundedness`");
  private static final Localized ADD =
      Localized.of(
          "Measure `recall@{0}` and `groundedness` too", "同时测量 `recall@{0}` 和 `groundedness`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rag-metrics",
            Category.EVALUATION,
            Severity.WARNING,
            "Retrieval-augmented answers are measured only in the end.",
            "检索增强的回答只在最后整体衡量。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Set<Symbol> measured = new HashSet<>();
    for (Measurement measurement : Measurement.all(plan)) {
      measured.add(measurement.assembly().weights());
    }
    Evaluation.byPart(plan, part -> rag(part).isPresent())
        .forEach(
            (stage, evaluations) -> {
              boolean retrieverApart =
                  stage.targets("embedder").stream().anyMatch(measured::contains)
                      || stage.targets("reranker").stream().anyMatch(measured::contains);
              if (!retrieverApart && !isTiny(stage)) {
                check(stage, evaluations, reporter);
              }
            });
  }

  private static Optional<Tag> rag(Symbol part) {
    return part.attributes().tags("method").stream()
        .filter(tag -> tag.word().equals("rag"))
        .findFirst();
  }

  private static boolean isTiny(Symbol augment) {
    double pages = 0;
    for (Symbol data : augment.targets("data")) {
      OptionalDouble items = Dataset.items(data);
      if (items.isEmpty()) {
        return false;
      }
      pages += items.getAsDouble();
    }
    return pages > 0 && pages <= TINY;
  }

  /** Whether it measures more than speed and harm. */
  private static boolean measuresAnswers(Evaluation evaluation) {
    return evaluation.knownMetrics().stream()
        .map(Metric::category)
        .anyMatch(it -> it != Metric.Category.SERVING && it != Metric.Category.SAFETY);
  }

  private static void check(Symbol stage, List<Evaluation> evaluations, Reporter reporter) {
    boolean parts =
        evaluations.stream().anyMatch(it -> it.hasMetricOf(OF_PARTS) || it.hasUnknownMetric());
    Optional<Evaluation> first =
        evaluations.stream().filter(RagMetrics::measuresAnswers).findFirst();
    if (parts || first.isEmpty()) {
      return;
    }
    Symbol symbol = first.get().symbol();
    OptionalDouble k = rag(stage).orElseThrow().options().number("top-k");
    String cut = Figures.source(k.orElse(5));
    Reporter.Finding finding =
        reporter.report(symbol, "metrics", MESSAGE.with(symbol.name(), stage.name(), cut));
    SourceEdits.addToSection(symbol, "metrics", List.of("recall@" + cut, "groundedness"))
        .ifPresent(edit -> finding.fix(new Fix(ADD.with(cut), false, List.of(edit))));
  }
}
