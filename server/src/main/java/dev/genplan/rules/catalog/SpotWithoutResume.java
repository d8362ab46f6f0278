package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * Spot machines are taken back at any time, so that a run without a checkpoint interval starts
 * anew. Source: providers' documentation: a notice of two minutes at AWS, 30 seconds at Google
 * Cloud.
 */
public final class SpotWithoutResume implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` runs on `{1}`, which the provider may take back at any time (`spot`), and saves no"
              + " checkpoints: all work since the start is lost then. Add `save`",
          "`{0}` 运行在 `{1}` 上，服务商可随时收回（`spot`），却不保存检查点：届时从头开始的工作全部丢失。请加上 `save`");
  private static final Message SAVE = Message.of("Save every 30 minutes", "每 30 分钟保存一次");
  private static final double SHORT = 30 * 60;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "spot-without-resume",
            Category.COMPUTE,
            Severity.WARNING,
            "Training on machines that can be taken away, without saved checkpoints.",
            "在可被回收的机器上训练却不保存检查点。")
        .whereComplete()
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      boolean spot =
          training
              .compute()
              .filter(each -> each.attributes().isWord("purchase", "spot"))
              .isPresent();
      boolean quick =
          training.attributes().amount("duration").filter(time -> time.high() < SHORT).isPresent();
      if (spot && !quick && !training.attributes().has("save")) {
        Symbol symbol = training.symbol();
        Reporter.Finding finding =
            reporter.report(
                symbol,
                "compute",
                MESSAGE.with(symbol.name(), training.compute().get().symbol().name()));
        SourceEdits.addMember(symbol, "save: 30 min")
            .ifPresent(edit -> finding.fix(new Fix(SAVE, false, List.of(edit))));
      }
    }
  }
}
