package dev.genplan.rules.catalog;

import dev.genplan.catalog.Format;
import dev.genplan.catalog.Formats;
import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Optimization;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Weights are rounded to fewer than 4 bits, and the task is not measured afterwards. Source: README
 * of IST-DASLab/gptq: the perplexity of LLaMA-7B goes from 5.68 to 6.09 in 4 bits and to 8.07 in 3,
 * that of 65B from 3.53 to 3.84 and 5.04.
 */
public final class Sub4Unevaluated implements Rule {

  private static final Localized PERPLEXITY =
      Localized.of(
          "`{0}` rounds weights to {1} bits, and `{2}` only measures how likely texts are: below 4 bits quality"
              + " drops fast (LLaMA-7B: perplexity 5.68, 8.07 in 3 bits), in hard answers first. Evaluate the"
              + " task, or take 4 bits",
          "`{0}` 把权重量化到 {1} 位，而 `{2}` 只衡量文本的似然：低于 4 位时质量下降很快"
              + "（LLaMA-7B 的困惑度为 5.68，3 位时为 8.07），难题最先出错。请按任务评测，或使用 4 位");
  private static final Localized NOTHING =
      Localized.of(
          "`{0}` rounds weights to {1} bits, and nothing evaluates them; below 4 bits quality drops fast"
              + " (LLaMA-7B: perplexity 5.68, 8.07 in 3 bits). Evaluate the task, or take 4 bits",
          "`{0}` 把权重量化到 {1} 位，却没有任何评测；低于 4 位时质量下降很快"
              + "（LLaMA-7B 的困惑度为 5.68，3 位时为 8.07）。请按任务评测，或使用 4 位");

  private static final double ENOUGH = 4;

  /** What does not show whether answers are good. */
  private static final Set<Metric.Category> ELSEWHERE =
      Set.of(Metric.Category.LIKELIHOOD, Metric.Category.SERVING);

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "sub4-unevaluated",
            Category.DEPLOYMENT,
            Severity.WARNING,
            "Weights are quantized below 4 bits, and the task is not evaluated afterwards.",
            "权重量化到 4 位以下，之后却没有按任务评测。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Map<Symbol, Tag> coarse = coarse(plan);
    if (coarse.isEmpty()) {
      return;
    }
    Map<Symbol, List<Evaluation>> evaluated = new HashMap<>();
    for (Evaluation each : View.all(plan, "evaluate", Evaluation::new)) {
      if (each.isPresent()) {
        each.model()
            .flatMap(model -> nearest(model, coarse))
            .ifPresent(
                stage -> evaluated.computeIfAbsent(stage, any -> new ArrayList<>()).add(each));
      }
    }
    Set<Symbol> deployed = new HashSet<>();
    for (Deployment each : View.all(plan, "deploy", Deployment::new)) {
      each.model().flatMap(model -> nearest(model, coarse)).ifPresent(deployed::add);
    }
    coarse.forEach(
        (stage, method) ->
            check(
                stage,
                method,
                evaluated.getOrDefault(stage, List.of()),
                deployed.contains(stage),
                reporter));
  }

  private static Map<Symbol, Tag> coarse(Plan plan) {
    Map<Symbol, Tag> coarse = new LinkedHashMap<>();
    for (Optimization stage : View.all(plan, "optimize", Optimization::new)) {
      boolean counts =
          stage.isPresent()
              && stage.attributes().word("purpose").orElse("product").equals("product");
      stage
          .method("quantize")
          .filter(method -> counts && isCoarse(method))
          .ifPresent(method -> coarse.put(stage.symbol(), method));
    }
    return coarse;
  }

  /** The stage that rounded the weights of something last. */
  private static Optional<Symbol> nearest(Symbol thing, Map<Symbol, Tag> coarse) {
    for (Symbol step : thing.plan().lineage().chain(thing)) {
      if (coarse.containsKey(step)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private static boolean isCoarse(Tag method) {
    return !method.options().isWord("variant", "qat")
        && method
            .options()
            .word("format")
            .flatMap(Formats::find)
            .map(Format::bits)
            .filter(bits -> bits.isPresent() && bits.getAsDouble() < ENOUGH)
            .isPresent();
  }

  /** What is deployed without an evaluation, other rules report. */
  private static void check(
      Symbol stage, Tag method, List<Evaluation> after, boolean deployed, Reporter reporter) {
    Format format = method.options().word("format").flatMap(Formats::find).orElseThrow();
    String bits = Figures.of(format.bits().getAsDouble());
    if (after.isEmpty() && !deployed) {
      reporter.report(stage, stage.locate(method.node()), NOTHING.with(stage.name(), bits));
    } else if (!after.isEmpty() && after.stream().noneMatch(Sub4Unevaluated::looksAtAnswers)) {
      reporter.report(
          stage,
          stage.locate(method.node()),
          PERPLEXITY.with(stage.name(), bits, after.get(0).symbol().name()));
    }
  }

  private static boolean looksAtAnswers(Evaluation evaluation) {
    Set<String> metrics = evaluation.metrics();
    return metrics.isEmpty()
        || metrics.stream()
            .anyMatch(
                name ->
                    Metrics.find(name)
                        .filter(metric -> ELSEWHERE.contains(metric.category()))
                        .isEmpty());
  }
}
