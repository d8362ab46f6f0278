package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Coverage;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Optimization;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * Between the last evaluation and the deployment the model is quantized, pruned or distilled, which
 * changes its answers: LLaMA-7B goes from a perplexity of 5.68 to 6.09 in 4 bits and 8.07 in 3 bits
 * (README of IST-DASLab/gptq).
 */
public final class QuantizeAfterEvaluation implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` deploys `{1}`, but only `{2}` was evaluated, before it was {3}: its answers are"
              + " no longer those that were measured, so evaluate `{1}`",
          "`{0}` 要上线 `{1}`，但评测的只是{3}之前的 `{2}`：输出已与评测时不同，请评测 `{1}`");
  private static final Localized SMOKE_TEST =
      Localized.of(
          "`{0}` deploys `{1}`, which was {3} after `{2}` was evaluated; the smoke test `{4}` would"
              + " not show a small loss of quality",
          "`{0}` 要上线 `{1}`，它由 `{2}` 在评测之后{3}而来；冒烟测试 `{4}` 发现不了轻微的质量损失");
  private static final Localized EVALUATED =
      Localized.of("`{0}` is evaluated here", "此处评测的是 `{0}`");
  private static final Message CHANGED =
      Message.of("this changes the model after its evaluation", "此阶段在评测之后改变了模型");

  private static final Localized TO_FORMAT = Localized.of("quantized to `{0}`", "量化为 `{0}` ");
  private static final Localized QUANTIZED = Localized.of("quantized", "量化");
  private static final Localized PRUNED = Localized.of("pruned", "剪枝");
  private static final Localized DISTILLED = Localized.of("distilled", "蒸馏");
  private static final Localized MERGED = Localized.of("merged", "合并");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "quantize-after-evaluation",
            Category.ARTIFACTS,
            Severity.ERROR,
            "A model is quantized, pruned or distilled after its last evaluation and then deployed.",
            "模型在最近一次评测之后被量化、剪枝或蒸馏，然后上线。")
        .yieldingTo("deploy-without-evaluation")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (List<Coverage> places : Coverage.withGap(plan, Coverage.Gap.OPTIMIZED)) {
      report(places, reporter);
    }
  }

  private static void report(List<Coverage> places, Reporter reporter) {
    Coverage coverage = places.get(0);
    Measurement evidence = coverage.evidence().get(0);
    Symbol change = change(coverage);
    boolean tested =
        coverage.smokeTest().isPresent()
            && coverage.changes().stream().allMatch(each -> new Optimization(each).isEightBit());
    Localized message = tested ? SMOKE_TEST : MESSAGE;
    Message filled =
        message.with(
            coverage.deployed().from().name(),
            coverage.deployed().path().text(),
            evidence.thing().qualifiedName(),
            how(change),
            coverage.smokeTest().map(Symbol::name).orElse(""));
    Reporter.Finding finding = Repairs.unevaluated(places, filled, reporter);
    finding.related(change.location(), CHANGED);
    finding.related(evidence.stage().location(), EVALUATED.with(evidence.thing().qualifiedName()));
    if (tested) {
      finding.severity(Severity.WARNING);
    }
  }

  /** The last change that is more than a merge. */
  private static Symbol change(Coverage coverage) {
    return coverage.changes().stream()
        .filter(each -> !new Optimization(each).onlyMerges())
        .findFirst()
        .orElseThrow();
  }

  private static Message how(Symbol change) {
    List<Tag> changes = new Optimization(change).changes();
    Tag method =
        changes.stream().filter(tag -> !tag.word().equals("merge")).findFirst().orElseThrow();
    return switch (method.word()) {
      case "prune" -> PRUNED.with();
      case "distill" -> DISTILLED.with();
      case "merge" -> MERGED.with();
      default -> method.options().word("format").map(TO_FORMAT::with).orElseGet(QUANTIZED::with);
    };
  }
}
