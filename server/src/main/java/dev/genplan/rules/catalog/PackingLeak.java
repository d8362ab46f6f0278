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
 * Examples packed into one sequence where nothing says that they cannot see each other. Sources:
 * Kundu et al., arXiv:2407.09105; torchtune documentation, sample packing, which masks by itself.
 * Pretraining often does without and is left alone.
 */
public final class PackingLeak implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` packs several examples into a sequence; unless attention ends at their borders, each"
              + " learns from the one before. Say `mask: true` if it does",
          "`{0}` 把多个样本拼进同一序列；若注意力不在样本边界处截止，后一个样本会受前一个影响。若已截止，请写 `mask: true`");
  private static final Message MASK =
      Message.of("Let attention end at the borders", "让注意力在样本边界处截止");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "packing-leak",
            Category.TRAINING,
            Severity.HINT,
            "Packed examples may see each other.",
            "拼接的样本可能互相可见。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      Symbol stage = training.symbol();
      boolean packed = training.attributes().isTrue("packing") && !stage.is("pretrain");
      boolean open =
          !training.attributes().qualifiers("packing").isTrue("mask")
              && !training.attributes().qualifiers("packing").isUnknown("mask");
      if (packed && open) {
        Reporter.Finding finding = reporter.report(stage, "packing", MESSAGE.with(stage.name()));
        SourceEdits.replaceValue(stage, "packing", "true { mask: true }")
            .ifPresent(edit -> finding.fix(new Fix(MASK, false, List.of(edit))));
      }
    }
  }
}
