package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * An adapter is trained on a model that gets new tokens, and neither embeddings nor output head are
 * trained beside it: the new rows stay as they were initialized. Source: PEFT documentation,
 * trainable tokens; ms-swift, examples/train/new_special_tokens.
 */
public final class NewTokensFrozen implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` adds {1} tokens, but `{2}` trains neither their embeddings nor the output head, so they"
              + " stay random; add `trainable: [embeddings, head]`",
          "`{0}` 新增 {1} 个词元，但 `{2}` 既不训练嵌入层也不训练输出层，它们会保持随机；"
              + "请加上 `trainable: [embeddings, head]`");
  private static final Message TRAIN =
      Message.of("Train embeddings and output head in full", "完整训练嵌入层和输出层");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "new-tokens-frozen",
            Category.ARTIFACTS,
            Severity.WARNING,
            "Tokens are added, and nothing trains their embeddings.",
            "新增了词元，却没有训练其嵌入。")
        .yieldingTo("resize-on-quantized")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      OptionalDouble tokens = training.attributes().number("new-tokens");
      Optional<Tag> lora = training.anyMethod(List.of("lora", "qlora"));
      boolean frozen =
          lora.isPresent()
              && Stream.of("trainable", "targets")
                  .flatMap(name -> lora.get().options().words(name).stream())
                  .noneMatch(List.of("embeddings", "head")::contains);
      if (frozen && tokens.isPresent() && tokens.getAsDouble() > 0) {
        Symbol symbol = training.symbol();
        reporter
            .report(
                symbol,
                "new-tokens",
                MESSAGE.with(symbol.name(), Figures.of(tokens.getAsDouble()), lora.get().word()))
            .fix(
                new Fix(
                    TRAIN,
                    false,
                    List.of(
                        SourceEdits.addOption(
                            symbol, lora.get().node(), "trainable: [embeddings, head]"))));
      }
    }
  }
}
