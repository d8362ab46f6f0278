package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement.Labels;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
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
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * KTO on data with desirable answers only, or undesirable ones only: its loss weighs one side
 * against the other, and the baseline is estimated from the batch. Source: TRL, KTO trainer
 * documentation, which knows of runs that made do with one side.
 */
public final class KtoOneSided implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "KTO weighs desirable against undesirable answers, but `{0}` has no {1} ones",
          "KTO 需要同时有正、负两类回答，但 `{0}` 没有 {1} 样本");
  private static final Message LABELS = Message.of("the labels", "标签分布");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "kto-one-sided",
            Category.FLOW,
            Severity.WARNING,
            "KTO is given only desirable or only undesirable answers.",
            "KTO 的数据只有正样本或只有负样本。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      boolean both =
          align.requirements().stream().anyMatch(need -> need.labels() == Labels.BOTH_LABELS);
      if (!both || align.data().size() != 1) {
        continue;
      }
      Symbol data = align.data().get(0);
      Symbol whole =
          data.is("feedback") || data.is("synthesize") ? data : new Dataset(data).whole();
      missingSide(whole)
          .ifPresent(
              side ->
                  reporter
                      .report(align.symbol(), "data", MESSAGE.with(data.qualifiedName(), side))
                      .related(whole.locationOf("labels"), LABELS));
    }
  }

  /** The side that is stated to be empty, or is left out while the other one is stated. */
  private static Optional<String> missingSide(Symbol data) {
    Optional<Attributes> labels = data.attributes().section("labels");
    if (labels.isEmpty()) {
      return Optional.empty();
    }
    boolean desirable = labels.get().has("desirable");
    boolean undesirable = labels.get().has("undesirable");
    if (!desirable && !undesirable) {
      return Optional.empty();
    }
    return List.of("desirable", "undesirable").stream()
        .filter(
            side ->
                !labels.get().has(side)
                    || labels.get().amount(side).map(Amount::high).filter(n -> n == 0).isPresent())
        .findFirst();
  }
}
