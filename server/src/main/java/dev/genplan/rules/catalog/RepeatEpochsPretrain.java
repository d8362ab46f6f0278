package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.OptionalDouble;

/**
 * Repeating pre-training text is nearly as good as new text up to about 4 epochs, and worth almost
 * nothing beyond 40. Source: Muennighoff et al., arXiv:2305.16264, figure 1.
 */
public final class RepeatEpochsPretrain implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` sees its text {1} times; up to about 4 passes are nearly as good as new text, after that"
              + " each adds less, and far less beyond about 16. Add text, or shrink the model",
          "`{0}` 要把文本看 {1} 遍；前 4 遍几乎与新文本等效，之后每一遍的收益递减，超过约 16 遍后迅速下降。请增加文本，或缩小模型");
  private static final double FREE = 4;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "repeat-epochs-pretrain",
            Category.DATA,
            Severity.WARNING,
            "Pre-training repeats its text more than four times.",
            "预训练把同样的文本重复了四遍以上。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training pretrain : View.all(plan, "pretrain", Training::new)) {
      OptionalDouble passes = passes(pretrain);
      if (passes.isPresent() && passes.getAsDouble() > FREE * 1.05) {
        boolean stated = pretrain.attributes().has("epochs");
        reporter.report(
            pretrain.symbol(),
            stated ? "epochs" : "tokens",
            MESSAGE.with(pretrain.symbol().name(), Figures.of(passes.getAsDouble())));
      }
    }
  }

  private static OptionalDouble passes(Training pretrain) {
    OptionalDouble epochs = pretrain.attributes().number("epochs");
    OptionalDouble seen = pretrain.attributes().number("tokens");
    if (epochs.isPresent() || seen.isEmpty()) {
      return epochs;
    }
    double unique = 0;
    for (Symbol data : pretrain.data()) {
      OptionalDouble tokens = Dataset.tokens(data);
      if (tokens.isEmpty()) {
        return tokens;
      }
      unique += tokens.getAsDouble();
    }
    return unique > 0 ? OptionalDouble.of(seen.getAsDouble() / unique) : OptionalDouble.empty();
  }
}
