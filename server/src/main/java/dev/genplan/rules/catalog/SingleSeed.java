package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
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
import java.util.Optional;

/**
 * An ablation with one seed. With nothing but the seed changed, the results of a fine-tune differ
 * substantially (Dodge et al., arXiv:2002.06305). Runs of large models are too dear to be repeated;
 * the limit of 10B is practice.
 */
public final class SingleSeed implements Rule {

  private static final double LARGE_MODEL = 10e9;

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` is an ablation with one seed: what it shows may be chance, as seeds alone move results"
              + " by some points. Run at least 3 (`seeds: 3`)",
          "`{0}` 是只用一个随机种子的消融实验：仅换种子就会使结果变动几个点，结论可能出于偶然。请至少用 3 个（`seeds: 3`）");
  private static final Message THREE = Message.of("Run three seeds", "用三个种子");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "single-seed",
            Category.TRAINING,
            Severity.INFORMATION,
            "An ablation is run with one seed.",
            "消融实验只用了一个随机种子。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      Symbol stage = training.symbol();
      double size = training.parameters().orElse(LARGE_MODEL);
      boolean ablation = training.attributes().isWord("purpose", "ablation");
      if (ablation && size < LARGE_MODEL && hasOneSeed(training)) {
        Reporter.Finding finding = reporter.report(stage, "seeds", MESSAGE.with(stage.name()));
        SourceEdits.replaceValue(stage, "seeds", "3")
            .or(() -> SourceEdits.addMember(stage, "seeds: 3"))
            .ifPresent(edit -> finding.fix(new Fix(THREE, false, List.of(edit))));
      }
    }
  }

  private static boolean hasOneSeed(Training training) {
    Optional<Amount> seeds = training.attributes().amount("seeds");
    return seeds.isPresent() ? seeds.get().high() == 1 : !training.attributes().has("seeds");
  }
}
