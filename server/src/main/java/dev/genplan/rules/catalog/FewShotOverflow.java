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
          "`{0}` 的提示有 {1} 词元，而 `{2}` 的窗口只有 {3}：超出部分会被截断或拒绝。请减少示例、改为检索所需内容，或换窗口更长的模型");
  private static final Localized TOGETHER =
      Localized.of(
          "`{0}` has a prompt of {1} tokens and asks for answers of up to {4}; `{2}` has a window of {3}"
              + " for both, so that answers break off. Take fewer examples, or a model with a longer"
              + " window",
          "`{0}` 的提示有 {1} 词元，回答最长 {4} 词元，而 `{2}` 的窗口总共只有 {3}，回答会被截断。请减少示例，或换窗口更长的模型");
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
            "提示与回答超出模型的上下文窗口。")
        .forLibrariesToo()
        .learning();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol prompt : plan.all("prompt")) {
      Optional<Amount> length = prompt.attributes().amount("length");
      Optional<Window> window = window(prompt);
      if (length.isPresent() && window.isPresent()) {
        check(prompt, length.get().low(), window.get(), reporter);
      }
    }
  }

  private static void check(Symbol prompt, double length, Window window, Reporter reporter) {
    double answer =
        prompt
            .attributes()
            .section("sampling")
            .map((Attributes sampling) -> sampling.number("length").orElse(0))
            .orElse(0.0);
    if (exceeds(length + answer, window)) {
      Localized message = exceeds(length, window) ? PROMPT : TOGETHER;
      reporter
          .report(
              prompt,
              "length",
              message.with(
                  prompt.qualifiedName(),
                  Figures.of(length),
                  window.from().name(),
                  Figures.of(window.tokens()),
                  Figures.of(answer)))
          .related(window.from().location(), WINDOW);
    }
  }

  private static boolean exceeds(double tokens, Window window) {
    return tokens > window.tokens() && !Units.sameTokens(tokens, window.tokens());
  }

  /** That of the model, where no stage in between may have stretched it. */
  private static Optional<Window> window(Symbol prompt) {
    List<Symbol> chain = prompt.plan().lineage().chain(prompt);
    for (Symbol each : chain) {
      Attributes stated = each.attributes();
      OptionalDouble context =
          each.is("model")
              ? new Model(each).context()
              : each.is("pretrain") ? stated.number("context") : OptionalDouble.empty();
      if (context.isPresent()) {
        return Optional.of(new Window(each, context.getAsDouble()));
      }
      if (stated.has("scaling") || each.is("pretrain")) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
