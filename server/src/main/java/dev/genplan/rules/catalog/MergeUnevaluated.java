package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Coverage;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Measurement;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.HashSet;
import java.util.Set;

/**
 * A merge is deployed of which only the ingredients were evaluated. A merge into a base other than
 * the one trained on has cost about 40% of the quality (hiyouga/LlamaFactory#2276), and rounding
 * shifts it even where the base is right.
 */
public final class MergeUnevaluated implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` deploys `{1}`, but `{2}` was evaluated before `{3}` merged it: a merge rounds the"
              + " weights anew and can meet a wrong base, so evaluate `{1}`",
          "`{0}` 要上线 `{1}`，但 `{2}` 是在 `{3}` 合并之前评测的：合并会重新舍入权重，也可能用错底座，请评测 `{1}`");
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
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Set<Symbol> seen = new HashSet<>();
    for (Deployment deployment : Deployment.inUse(plan)) {
      for (Coverage coverage : Coverage.of(deployment)) {
        boolean unevaluated =
            coverage.gap() == Coverage.Gap.MERGED && coverage.smokeTest().isEmpty();
        if (unevaluated && seen.add(coverage.thing())) {
          report(coverage, reporter);
        }
      }
    }
  }

  private static void report(Coverage coverage, Reporter reporter) {
    Measurement evidence = coverage.evidence().get(0);
    String evaluated = evidence.thing().qualifiedName();
    Reporter.Finding finding =
        reporter.report(
            coverage.deployed().from(),
            coverage.deployed().location(),
            MESSAGE.with(
                coverage.deployed().from().name(),
                coverage.deployed().path().text(),
                evaluated,
                coverage.changes().get(0).name()));
    finding.related(evidence.stage().location(), EVALUATED.with(evaluated));
    Repairs.evaluate(coverage).forEach(finding::fix);
  }
}
