package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.ContextWindow;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A stage trains on longer sequences than its model has positions for. Source: DeepSeek-V3,
 * arXiv:2412.19437, table 1 and section 4.3 (119K of 2.788M accelerator-hours for two stages of
 * context extension).
 */
public final class ContextExceedsBase implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` trains on sequences of {1} tokens, and `{2}` has a window of {3}: it has never"
              + " seen positions beyond that; shorten `length`, or add `scaling`",
          "`{0}` 以 {1} 词元的序列训练，而 `{2}` 的窗口只有 {3}，从未见过更远的位置；请缩短 `length`，或增加 `scaling`");

  private static final Localized SCALED =
      Localized.of(
          "`{0}` trains on sequences of {1} tokens, and `scaling` stretches the window of `{2}` to"
              + " {3} only; shorten `length`, or raise the factor",
          "`{0}` 以 {1} 词元的序列训练，而 `scaling` 只把 `{2}` 的窗口扩展到 {3}；请缩短 `length`，或增大倍数");

  private static final Localized SHORTEN = Localized.of("Shorten to {0} tokens", "缩短到 {0} 词元");

  private static final Message WINDOW = Message.of("its window", "其窗口");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "context-exceeds-base",
            Category.ARTIFACTS,
            Severity.ERROR,
            "A stage trains on longer sequences than its model has a window for.",
            "训练序列长度超出模型的上下文窗口。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      OptionalDouble length = training.attributes().number("length");
      if (training.symbol().isOwn() && !training.symbol().is("pretrain") && length.isPresent()) {
        ContextWindow.before(training.symbol())
            .filter(window -> scaled(training, window).isExceededBy(length.getAsDouble()))
            .ifPresent(window -> report(training, length.getAsDouble(), window, reporter));
      }
    }
  }

  private static ContextWindow scaled(Training training, ContextWindow before) {
    return before.scaled(training.attributes().tag("scaling"));
  }

  private static void report(
      Training training, double length, ContextWindow before, Reporter reporter) {
    Symbol stage = training.symbol();
    ContextWindow window = scaled(training, before);
    Localized message = window.tokens() == before.tokens() ? MESSAGE : SCALED;
    Reporter.Finding finding =
        reporter
            .report(
                stage,
                "length",
                message.with(
                    stage.qualifiedName(),
                    Figures.of(length),
                    window.from().name(),
                    Figures.of(window.tokens())))
            .related(window.location(), WINDOW);
    SourceEdits.replaceValue(stage, "length", Figures.source(window.tokens()))
        .ifPresent(
            edit ->
                finding.fix(
                    new Fix(SHORTEN.with(Figures.of(window.tokens())), false, List.of(edit))));
  }
}
