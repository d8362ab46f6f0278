package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * pass@k is wanted of fewer than k answers, or of answers that are all the same. The estimator
 * needs n ≥ k answers for each problem; Codex drew 200 for k up to 100 (arXiv:2107.03374, section
 * 2.1).
 */
public final class PassAtK implements Rule {

  private static final Localized TOO_FEW =
      Localized.of(
          "`pass@{0}` needs at least {0} answers to each problem, but `{1}` draws {2}",
          "`pass@{0}` 要求每道题至少采样 {0} 个答案，而 `{1}` 只采样 {2} 个");
  private static final Localized ALL_SAME =
      Localized.of(
          "With temperature 0 all answers are the same, so `pass@{0}` can only repeat `pass@1`:"
              + " sample above it, such as at 0.8",
          "温度为 0 时所有答案都相同，`pass@{0}` 只会等于 `pass@1`：请提高温度，例如 0.8");
  private static final Localized MEASURED = Localized.of("`{0}` measures it", "`{0}` 要测量它");
  private static final Localized DRAW = Localized.of("Draw {0} answers", "采样 {0} 个答案");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "pass-at-k",
            Category.EVALUATION,
            Severity.ERROR,
            "pass@k is measured on fewer than k answers, or on answers that are all the same.",
            "pass@k 的采样数少于 k，或所有答案都相同。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.all("evaluate")) {
      OptionalInt largest =
          new Evaluation(stage).metrics().stream().mapToInt(PassAtK::k).filter(k -> k > 1).max();
      if (largest.isPresent()) {
        answers(stage, largest.getAsInt(), reporter);
        temperature(stage, largest.getAsInt(), reporter);
      }
    }
  }

  /** The k of {@code pass@k}; 0 for another metric. */
  private static int k(String metric) {
    String digits = metric.startsWith("pass@") ? metric.substring("pass@".length()) : "";
    return digits.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(digits) : 0;
  }

  private static void answers(Symbol stage, int k, Reporter reporter) {
    Optional<Amount> drawn =
        stage.attributes().amount("answers").filter(amount -> amount.high() < k);
    if (drawn.isEmpty()) {
      return;
    }
    String written = stage.attributes().value("answers").map(stage::figure).orElseThrow();
    Reporter.Finding finding =
        reporter.report(stage, "answers", TOO_FEW.with(k, stage.name(), written));
    SourceEdits.replaceValue(stage, "answers", Integer.toString(k))
        .map(edit -> new Fix(DRAW.with(k), false, List.of(edit)))
        .ifPresent(finding::fix);
  }

  /** What a prompt says of sampling holds wherever its system goes. */
  private static void temperature(Symbol stage, int k, Reporter reporter) {
    Stream<Symbol> prompts =
        stage.plan().lineage().source(stage).stream()
            .flatMap(thing -> stage.plan().lineage().chain(thing).stream())
            .filter(each -> each.is("prompt"));
    Stream.concat(Stream.of(stage), prompts)
        .filter(each -> temperature(each).filter(it -> it.has("temperature")).isPresent())
        .findFirst()
        .filter(each -> temperature(each).get().number("temperature").orElse(1) == 0)
        .ifPresent(
            each ->
                reporter
                    .report(stage, location(each), ALL_SAME.with(k))
                    .related(stage.location(), MEASURED.with(stage.name())));
  }

  private static Optional<Attributes> temperature(Symbol stage) {
    return stage.attributes().section("sampling");
  }

  private static Location location(Symbol stage) {
    return stage.locate(temperature(stage).get().value("temperature").orElseThrow());
  }
}
