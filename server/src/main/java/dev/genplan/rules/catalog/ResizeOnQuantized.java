package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.StoredWeights;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * New tokens need new rows in the embedding, and a quantized checkpoint cannot be resized.
 * LLaMA-Factory stops with "Cannot resize embedding layers of a quantized model".
 */
public final class ResizeOnQuantized implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` adds {1} tokens to `{2}`, which is stored as `{3}`: its embedding cannot grow. Add the"
              + " tokens to the unquantized model, then quantize",
          "`{0}` 要向 `{2}` 新增 {1} 个词元，而它以 `{3}` 存储，嵌入层无法扩展。请先在未量化的模型上新增词元，再量化");
  private static final Localized ON_THE_FLY =
      Localized.of(
          "`{0}` adds {1} tokens, and `{2}` loads the model in 4 bits: LLaMA-Factory refuses to resize a"
              + " quantized model. Use `lora`, or add the tokens before quantizing",
          "`{0}` 新增 {1} 个词元，而 `{2}` 以 4 位加载模型：LLaMA-Factory 拒绝扩展量化模型的嵌入层。"
              + "请改用 `lora`，或在量化之前新增词元");
  private static final Message HERE = Message.of("the format comes from here", "格式由此而来");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "resize-on-quantized",
            Category.ARTIFACTS,
            Severity.ERROR,
            "Tokens are added to a quantized model.",
            "向已量化的模型新增词元。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      OptionalDouble tokens = training.attributes().number("new-tokens");
      if (tokens.isPresent() && tokens.getAsDouble() > 0) {
        check(training, Figures.of(tokens.getAsDouble()), reporter);
      }
    }
  }

  private static void check(Training training, String tokens, Reporter reporter) {
    Symbol symbol = training.symbol();
    Optional<StoredWeights> stored =
        training.model().flatMap(StoredWeights::of).filter(StoredWeights::isFrozen);
    if (stored.isPresent()) {
      reporter
          .report(
              symbol,
              "new-tokens",
              MESSAGE.with(
                  symbol.name(),
                  tokens,
                  symbol.links("model").get(0).path().text(),
                  stored.get().format().name()))
          .related(stored.get().maker().location(), HERE);
    } else if (training.method("qlora").isPresent()) {
      reporter
          .report(symbol, "new-tokens", ON_THE_FLY.with(symbol.name(), tokens, "qlora"))
          .severity(Severity.WARNING);
    }
  }
}
