package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A judging model compares pairs in one order only. Source: Zheng et al., arXiv:2306.05685, section
 * 3.3: GPT-4 kept its verdict in about 65% of the pairs when they were swapped.
 */
public final class JudgePositionBias implements Rule {

  private static final List<String> PAIRWISE = List.of("win-rate", "lc-win-rate", "elo");

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` compares pairs in one order only, and judges favor a place: GPT-4 changed its verdict"
              + " on a third of the pairs when they were swapped. Ask in both orders, `swap: true`",
          "`{0}` 只按一种顺序比较成对的回答，而裁判模型有位置偏好：交换顺序后，GPT-4 在三分之一的样本上改变了裁决。请两种顺序都问，即 `swap: true`");
  private static final Message SWAP = Message.of("Ask in both orders", "两种顺序都问");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "judge-position-bias",
            Category.EVALUATION,
            Severity.WARNING,
            "A judging model compares pairs in one order only.",
            "裁判模型只按一种顺序比较成对的回答。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Evaluation evaluation : Evaluation.all(plan)) {
      boolean pairs = evaluation.metrics().stream().anyMatch(PAIRWISE::contains);
      if (pairs && !isAlpacaEval(evaluation)) {
        for (Link judge : evaluation.judges()) {
          check(evaluation, judge, reporter);
        }
      }
    }
  }

  /** Its annotator draws the order of each pair at random. */
  private static boolean isAlpacaEval(Evaluation evaluation) {
    return evaluation.data().stream()
        .flatMap(data -> new Dataset(data).benchmark().stream())
        .anyMatch(benchmark -> benchmark.name().equals("alpacaeval"));
  }

  private static void check(Evaluation evaluation, Link judge, Reporter reporter) {
    Symbol symbol = evaluation.symbol();
    Value value = judge.value().orElseThrow();
    Attributes options = evaluation.attributes().qualifiers("judge", value);
    Optional<Value> refused = options.value("swap").filter(it -> options.isWord("swap", "false"));
    if (options.has("swap") && refused.isEmpty()) {
      return;
    }
    Edit edit =
        refused
            .map(it -> new Edit(symbol.locate(it), "true"))
            .orElseGet(() -> SourceEdits.addOption(symbol, value, "swap: true"));
    reporter
        .report(symbol, judge.location(), MESSAGE.with(judge.path().text()))
        .fix(new Fix(SWAP, false, List.of(edit)));
  }
}
