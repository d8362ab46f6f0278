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
 * Something is deployed that was never evaluated, or that was trained after its last evaluation.
 * Testing before deployment is what NIST AI 600-1 (MEASURE 2.5) asks for.
 *
 * <p>Of the rules that compare what is deployed with what was evaluated this one goes first; then
 * {@link QuantizeAfterEvaluation}, {@link MergeUnevaluated}, {@link EvaluatedNotDeployed}. {@link
 * Coverage} puts each deployed thing into the hands of one of them.
 */
public final class DeployWithoutEvaluation implements Rule {

  private static final Localized NEVER =
      Localized.of(
          "`{0}` deploys `{1}`, but nothing evaluates it: evaluate `{1}` first",
          "`{0}` 要上线 `{1}`，但没有任何评测：请先评测 `{1}`");
  private static final Localized TRAINED_SINCE =
      Localized.of(
          "`{0}` deploys `{1}`, but the last evaluation was of `{2}`, before `{3}` changed the"
              + " weights: evaluate `{1}` first",
          "`{0}` 要上线 `{1}`，但最近一次评测的是 `{2}`，此后 `{3}` 又改变了权重：请先评测 `{1}`");
  private static final Localized SMOKE_TEST =
      Localized.of(
          "`{0}` deploys `{1}` after a smoke test only (`{2}` has `purpose: sanity`): evaluate it"
              + " on its task",
          "`{0}` 要上线 `{1}`，但只做过冒烟测试（`{2}` 的 `purpose` 为 `sanity`）：请在实际任务上评测");
  private static final Message LAST_EVALUATION =
      Message.of("the last evaluation on the way to it", "到此为止的最近一次评测");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "deploy-without-evaluation",
            Category.FLOW,
            Severity.ERROR,
            "What is deployed was never evaluated, or was trained after its last evaluation.",
            "上线的模型从未评测，或在最近一次评测之后又经过训练。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (List<Coverage> places : Coverage.withGap(plan, Coverage.Gap.UNEVALUATED)) {
      report(places, reporter);
    }
  }

  private static void report(List<Coverage> places, Reporter reporter) {
    Coverage coverage = places.get(0);
    Reporter.Finding finding = Repairs.unevaluated(places, message(coverage), reporter);
    coverage.evidence().stream()
        .findFirst()
        .map(Measurement::stage)
        .ifPresent(stage -> finding.related(stage.location(), LAST_EVALUATION));
    if (coverage.smokeTest().isPresent()) {
      finding.severity(Severity.WARNING);
    }
  }

  private static Message message(Coverage coverage) {
    String deployment = coverage.deployed().from().name();
    String thing = coverage.deployed().path().text();
    if (coverage.smokeTest().isPresent()) {
      return SMOKE_TEST.with(deployment, thing, coverage.smokeTest().get().name());
    }
    if (coverage.evidence().isEmpty()) {
      return NEVER.with(deployment, thing);
    }
    String evaluated = coverage.evidence().get(0).thing().qualifiedName();
    return TRAINED_SINCE.with(deployment, thing, evaluated, trained(coverage).name());
  }

  /** The last stage that trained since. */
  private static Symbol trained(Coverage coverage) {
    return coverage.changes().stream()
        .filter(change -> !change.is("optimize"))
        .findFirst()
        .orElseThrow();
  }
}
