package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Coverage;
import dev.genplan.plan.view.Measurement;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * A merge is deployed of which only the ingredients were evaluated. A merge into a base other than
 * the one trained on has cost about 40% of the quality (hiyouga/LlamaFactory#2276), and rounding
 * shifts it even where the base is right.
 */
public final class MergeUnevaluated implements Rule {

  private static final Localized SEVERAL =
      Localized.of(
          "`{0}` deploys `{1}`, but of the models that `{3}` merges only `{2}` was evaluated: the"
              + " score of a part says little about the mix, so evaluate `{1}`",
          "`{0}` 要上线 `{1}`，但在 `{3}` 合并的模型中只评测过 `{2}`：部分的得分说明不了整体，请评测 `{1}`");
  private static final Localized ADAPTER =
      Localized.of(
          "`{0}` deploys `{1}`, but `{2}` was evaluated before `{3}` merged it: a merge rounds the"
              + " weights anew and can meet a wrong base, so evaluate `{1}`",
          "`{0}` 要上线 `{1}`，但 `{2}` 是在 `{3}` 合并之前评测的：合并会重新舍入权重，也可能用错基座，请评测 `{1}`");
  private static final Localized EVALUATED =
      Localized.of("`{0}` is evaluated here, unmerged", "此处评测的是合并前的 `{0}`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "merge-unevaluated",
            Category.ARTIFACTS,
            Severity.WARNING,
            "An adapter or models are merged after their evaluation, and the merge is deployed.",
            "适配器或模型在评测之后被合并，上线的是合并结果。")
        .yieldingTo("deploy-without-evaluation", "quantize-after-evaluation")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (List<Coverage> places : Coverage.withGap(plan, Coverage.Gap.MERGED)) {
      if (places.get(0).smokeTest().isEmpty()) {
        report(places, reporter);
      }
    }
  }

  private static void report(List<Coverage> places, Reporter reporter) {
    Coverage coverage = places.get(0);
    Measurement evidence = coverage.evidence().get(0);
    Symbol merge = coverage.changes().get(0);
    String evaluated = evidence.thing().qualifiedName();
    Message message =
        (merge.links("model").size() > 1 ? SEVERAL : ADAPTER)
            .with(
                coverage.deployed().from().name(),
                coverage.deployed().path().text(),
                evaluated,
                merge.name());
    Repairs.unevaluated(places, message, reporter)
        .related(evidence.stage().location(), EVALUATED.with(evaluated));
  }
}
