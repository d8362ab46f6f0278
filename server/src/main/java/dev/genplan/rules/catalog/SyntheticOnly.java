package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Set;

/**
 * All data of a fine-tune was written by models, and no verifier, judge or cleaning step looked at
 * it. Source: Shumailov et al., arXiv:2305.17493: the tails of a distribution vanish over
 * generations.
 */
public final class SyntheticOnly implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` learns only from what models wrote, and nothing has checked it: their mistakes and their"
              + " narrow range become its own. Mix in human data, or verify (`verifier`, `judge`)",
          "`{0}` 只从模型生成的内容中学习，且未经检验：它们的错误和狭窄的分布会传给它。请混入人写的数据，或加以检验（`verifier`、`judge`）");

  /** Ways of making data in which the teacher's answers are the aim. */
  private static final Set<String> BY_DESIGN = Set.of("distillation", "rejection-sampling");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "synthetic-only",
            Category.DATA,
            Severity.INFORMATION,
            "A model is trained on what models wrote, and nothing checks it.",
            "只用模型生成且未经检验的数据训练。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training tune : View.all(plan, "finetune", Training::new)) {
      List<Symbol> data = tune.data();
      if (tune.isPresent()
          && !data.isEmpty()
          && data.size() == tune.symbol().valueLinks("data").size()
          && data.stream().allMatch(SyntheticOnly::isUnchecked)) {
        reporter.report(tune.symbol(), "data", MESSAGE.with(tune.symbol().name()));
      }
    }
  }

  private static boolean isUnchecked(Symbol data) {
    Symbol whole = new Dataset(data).whole();
    if (whole.is("synthesize")) {
      boolean design = whole.attributes().words("method").stream().anyMatch(BY_DESIGN::contains);
      return !design
          && List.of("verifier", "judge", "reward").stream().noneMatch(whole.attributes()::has);
    }
    List<String> origins = whole.attributes().words("origin");
    return whole.is("dataset")
        && !origins.isEmpty()
        && origins.stream().allMatch("synthetic"::equals)
        && !whole.attributes().has("cleaning");
  }
}
