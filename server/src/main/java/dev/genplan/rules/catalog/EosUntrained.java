package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A fine-tune that masks the end-of-turn token teaches a model to write answers, but not to end
 * them. Practice; a common failure where the padding token is the end token and padding is masked.
 */
public final class EosUntrained implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` leaves the end of a turn out of the loss (`eos: false`), so the model learns to answer"
              + " but not to stop; use `eos: true`",
          "`{0}` 不把轮次结束符计入损失（`eos: false`），模型学会作答却学不会停下；请用 `eos: true`");
  private static final Message TRAIN = Message.of("Train on the end of a turn", "训练轮次结束符");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "eos-untrained",
            Category.ARTIFACTS,
            Severity.WARNING,
            "The end of a turn is left out of the loss.",
            "轮次结束符不计入损失。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      Optional<Tag> loss = training.attributes().tag("loss");
      boolean untrained =
          !training.symbol().is("pretrain")
              && loss.isPresent()
              && loss.get().options().isWord("eos", "false");
      if (untrained) {
        Symbol symbol = training.symbol();
        Location place = symbol.locate(loss.get().options().value("eos").orElseThrow());
        reporter
            .report(symbol, place, MESSAGE.with(symbol.name()))
            .fix(new Fix(TRAIN, true, List.of(new Edit(place, "true"))));
      }
    }
  }
}
