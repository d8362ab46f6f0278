package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * BLEU without the tool that computes it, and so without its tokenization. Source: Post,
 * arXiv:1804.08771: differences of up to 1.8 points between common configurations.
 */
public final class BleuSignature implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` measures BLEU but does not say with which tool: tokenization alone moves it by up to"
              + " 1.8 points. Name it as `harness`, best with its signature",
          "`{0}` 测量 BLEU，却没有写明所用工具：仅分词方式就可使得分相差 1.8 分。请在 `harness` 中写明，最好附上签名");
  private static final Message ADD = Message.of("Measure with sacreBLEU", "使用 sacreBLEU 测量");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "bleu-signature",
            Category.EVALUATION,
            Severity.HINT,
            "BLEU is measured, and the tool with its tokenization is not named.",
            "测量 BLEU，却没有写明工具及其分词方式。")
        .yieldingTo("metric-task-mismatch")
        .whereComplete()
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Evaluation evaluation : Evaluation.all(plan)) {
      if (!evaluation.attributes().has("harness")) {
        evaluation.metrics().stream()
            .filter(BleuSignature::isBleu)
            .findFirst()
            .ifPresent(metric -> report(evaluation, metric, reporter));
      }
    }
  }

  private static boolean isBleu(String metric) {
    return Metrics.find(metric).filter(known -> known.name().equals("bleu")).isPresent();
  }

  private static void report(Evaluation evaluation, String metric, Reporter reporter) {
    Reporter.Finding finding =
        reporter.report(
            evaluation.symbol(),
            evaluation.placeOf(metric),
            MESSAGE.with(evaluation.symbol().name()));
    SourceEdits.addMember(evaluation.symbol(), "harness: \"sacrebleu\"")
        .ifPresent(edit -> finding.fix(new Fix(ADD, false, List.of(edit))));
  }
}
