package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Resolution;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Verdicts;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Vocabulary;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Perplexity or loss of models with different tokenizers is compared: both count per token, and the
 * tokens are not the same pieces of text. Source: Gao et al., The Pile, arXiv:2101.00027, section
 * 3.1, which takes bits per byte for that reason.
 */
public final class PplAcrossTokenizers implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` compares the `{1}` of `{2}` with that of `{3}`, whose tokenizer is another one: it counts"
              + " per token, and their tokens are different pieces of text. Compare `bits-per-byte`",
          "`{0}` 将 `{2}` 的 `{1}` 与 `{3}` 的相比，而两者的分词器不同：它按词元计算，各自的词元却是不同的文本片段。"
              + "请比较 `bits-per-byte`");
  private static final Message BITS = Message.of("Compare bits per byte", "改为比较每字节比特数");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "ppl-across-tokenizers",
            Category.EVALUATION,
            Severity.ERROR,
            "Perplexity of models with different tokenizers is compared.",
            "比较了分词器不同的模型的困惑度。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Evaluation evaluation : Evaluation.all(plan)) {
      change(evaluation, reporter);
      evaluation.symbol().links().forEach(link -> figure(evaluation, link, reporter));
    }
    for (Symbol select : plan.all("select")) {
      candidates(select, reporter);
    }
  }

  private static boolean countsTokens(String metric) {
    return Metrics.find(metric)
        .filter(known -> known.name().equals("perplexity") || known.name().equals("loss"))
        .isPresent();
  }

  private static void change(Evaluation evaluation, Reporter reporter) {
    Symbol symbol = evaluation.symbol();
    if (!symbol.attributes().has("change")) {
      return;
    }
    for (Verdicts.Check check : symbol.plan().verdicts().checks(symbol)) {
      String metric = check.criterion().metric().last().text();
      if (check.section().equals("change") && countsTokens(metric)) {
        compare(
            symbol,
            symbol.locate(check.criterion()),
            metric,
            evaluation.model(),
            symbol.target("baseline"),
            reporter);
      }
    }
  }

  /** A criterion such as {@code perplexity <= before.perplexity}. */
  private static void figure(Evaluation evaluation, Link link, Reporter reporter) {
    if (link.target() instanceof Resolution.Figure figure && countsTokens(figure.metric())) {
      compare(
          evaluation.symbol(),
          link.location(),
          figure.metric(),
          evaluation.model(),
          new Evaluation(figure.report()).model(),
          reporter);
    }
  }

  private static void compare(
      Symbol stage,
      Location place,
      String metric,
      Optional<Symbol> one,
      Optional<Symbol> other,
      Reporter reporter) {
    if (one.isPresent()
        && other.isPresent()
        && Vocabulary.of(one.get()).differsFrom(Vocabulary.of(other.get()))) {
      reporter.report(
          stage, place, MESSAGE.with(stage.name(), metric, one.get().name(), other.get().name()));
    }
  }

  private static void candidates(Symbol select, Reporter reporter) {
    Evaluation evaluation = new Evaluation(select);
    List<Symbol> candidates = select.targets("candidates");
    Optional<String> metric =
        evaluation.metrics().stream().filter(PplAcrossTokenizers::countsTokens).findFirst();
    if (candidates.isEmpty() || metric.isEmpty() || !evaluation.isPresent()) {
      return;
    }
    Symbol first = candidates.get(0);
    candidates.stream()
        .filter(other -> Vocabulary.of(first).differsFrom(Vocabulary.of(other)))
        .findFirst()
        .ifPresent(
            other -> {
              Reporter.Finding finding =
                  reporter.report(
                      select,
                      evaluation.placeOf(metric.get()),
                      MESSAGE.with(select.name(), metric.get(), first.name(), other.name()));
              bits(select).ifPresent(finding::fix);
            });
  }

  /** Where nothing has been wanted or measured yet, another metric can be taken. */
  private static Optional<Fix> bits(Symbol select) {
    List<Edit> edits = new ArrayList<>();
    if (!select.attributes().has("results") && select.attributes().section("metrics").isPresent()) {
      for (Member member : select.attributes().section("metrics").get().members()) {
        if (member instanceof Member.Bare bare && countsTokens(bare.path().text())) {
          edits.add(new Edit(select.locate(bare.path()), "bits-per-byte"));
        } else if (member instanceof Member.Criterion criterion
            && countsTokens(criterion.metric().last().text())) {
          return Optional.empty();
        }
      }
    }
    return edits.size() == 1 ? Optional.of(new Fix(BITS, false, edits)) : Optional.empty();
  }
}
