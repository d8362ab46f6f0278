package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Model;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.Units;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A prompt and the answer it asks for do not fit into the window of the model. Source: the window
 * holds prompt and answer together; model cards.
 */
public final class FewShotOverflow implements Rule {

  private static final Localized PROMPT =
      Localized.of(
          "`{0}` has a prompt of {1} tokens, and `{2}` has a window of {3}: the rest is cut off or"
              + " refused. Take fewer examples, retrieve what is needed, or a model with a longer window",
          "`{0}` 的提示词有 {1} 词元，而 `{2}` 的窗口只有 {3}：超出部分会被截断或拒绝。请减少示例、改为检索所需内容，或换窗口更长的模型");
  private static final Localized TOGETHER =
      Localized.of(
          "`{0}` has a prompt of {1} tokens and asks for answers of up to {4}; `{2}` has a window of {3}"
              + " for both, so that answers break off. Take fewer examples, or a model with a longer"
              + " window",
          "`{0}` 的提示词有 {1} 词元，回答最长 {4} 词元，而 `{2}` 的窗口总共只有 {3}，回答会被截断。请减少示例，或换窗口更长的模型");
  private static final Message WINDOW = Message.of("its window", "其窗口");

  /** How many tokens fit, and what says so. */
  private record Window(Symbol from, double tokens) {}

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "few-shot-overflow",
            Category.LADDER,
            Severity.ERROR,
            "Prompt and answer do not fit into the window of the model.",
            "提示词与回答超出模型的上下文窗口。")
        .forLibrariesToo()
        .learning();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol prompt : plan.all("prompt")) {
      Optional<Amount> length = prompt.attributes().amount("length");
      if (length.isPresent()) {
        check(prompt, length.get().low(), reporter);
      }
    }
  }

  private static void check(Symbol prompt, double length, Reporter reporter) {
    double answer =
        prompt
            .attributes()
            .section("sampling")
            .map((Attributes sampling) -> sampling.number("length").orElse(0))
            .orElse(0.0);
    List<Symbol> chain = prompt.plan().lineage().chain(prompt);
    Optional<Window> window =
        chain.isEmpty() ? Optional.empty() : window(chain.get(chain.size() - 1));
    if (window.isEmpty()
        || !exceeds(length + answer, window.get())
        || chain.stream().anyMatch(FewShotOverflow::mayStretch)) {
      return;
    }
    Localized message = exceeds(length, window.get()) ? PROMPT : TOGETHER;
    Symbol from = window.get().from();
    reporter
        .report(
            prompt,
            "length",
            message.with(
                prompt.qualifiedName(),
                Figures.of(length),
                from.name(),
                Figures.of(window.get().tokens()),
                Figures.of(answer)))
        .related(from.location(), WINDOW);
  }

  private static boolean exceeds(double tokens, Window window) {
    return tokens > window.tokens() && !Units.sameTokens(tokens, window.tokens());
  }

  /** That of what the weights start from. */
  private static Optional<Window> window(Symbol start) {
    OptionalDouble context =
        start.is("model")
            ? new Model(start).context()
            : start.is("pretrain") ? start.attributes().number("context") : OptionalDouble.empty();
    return context.isPresent()
        ? Optional.of(new Window(start, context.getAsDouble()))
        : Optional.empty();
  }

  /** Whether a stage may have made the window longer: by scaling, or by more pre-training. */
  private static boolean mayStretch(Symbol stage) {
    return stage.attributes().has("scaling")
        || (stage.is("pretrain") && stage.attributes().has("model"));
  }
}
