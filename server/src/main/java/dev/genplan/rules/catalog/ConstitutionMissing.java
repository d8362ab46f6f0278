package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodMatrix;
import dev.genplan.catalog.MethodRequirement;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Constitutional AI or RLAIF without the principles that the judge applies, or without a judge: the
 * critic has nothing to apply, or nobody applies it. Source: Constitutional AI, arXiv:2212.08073,
 * sections 3 and 4.
 */
public final class ConstitutionMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` lets a model judge answers by written principles; `{1}` lacks {2}",
          "`{0}` 由模型依据书面准则评判回答；`{1}` 缺少{2}");
  private static final Localized PRINCIPLES = Localized.of("`principles`", " `principles`");
  private static final Localized JUDGE = Localized.of("a `judge`", " `judge`");
  private static final Localized BOTH =
      Localized.of("`principles` and a `judge`", " `principles` 和 `judge`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "constitution-missing",
            Category.FLOW,
            Severity.ERROR,
            "Constitutional AI or RLAIF has no principles, or no model that applies them.",
            "宪法式 AI 或 RLAIF 没有准则，或没有依据准则评判的模型。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      Optional<Tag> method =
          align.methods().stream()
              .filter(
                  tag ->
                      MethodMatrix.find(tag.word())
                          .filter(MethodRequirement::principles)
                          .isPresent())
              .findFirst();
      if (method.isEmpty() || isFedByJudgedFeedback(align)) {
        continue;
      }
      List<Localized> missing = new ArrayList<>();
      if (!align.attributes().has("principles")) {
        missing.add(PRINCIPLES);
      }
      boolean scored = align.attributes().has("judge") || align.attributes().has("reward");
      if (!scored) {
        missing.add(JUDGE);
      }
      if (!missing.isEmpty()) {
        reporter.report(
            align.symbol(),
            align.symbol().locate(method.get().node()),
            MESSAGE.with(
                method.get().word(),
                align.symbol().name(),
                missing.size() == 2 ? BOTH : missing.get(0)));
      }
    }
  }

  /**
   * Whether a judge has applied principles before: in the data, or in what the reward learned from.
   */
  private static boolean isFedByJudgedFeedback(Training align) {
    return align.symbol().plan().lineage().ancestors(align.symbol()).stream()
        .filter(each -> each.is("feedback") || each.is("synthesize"))
        .map(Symbol::attributes)
        .anyMatch(stage -> stage.has("judge") && stage.has("principles"));
  }
}
