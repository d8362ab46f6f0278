package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.ReferencePolicy;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Optional;

/**
 * The KL term, or the log-ratio of DPO, is measured against another model than the one that
 * training starts from, so that it is not zero at the start. Source: DPO, arXiv:2305.18290, section
 * 4.
 */
public final class ReferenceNotStart implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` starts from `{1}`, but is measured against `{2}`: the distance is not zero at the start,"
              + " so its coefficient loses its usual meaning. Use `{1}`, or leave `reference` out",
          "`{0}` 从 `{1}` 开始，却以 `{2}` 为参考：起点处的距离就不为零，系数也失去通常的含义。请用 `{1}`，或省略 `reference`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "reference-not-start",
            Category.ARTIFACTS,
            Severity.WARNING,
            "The reference policy is not the model that training starts from.",
            "参考策略不是训练的起点模型。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      Symbol symbol = align.symbol();
      Optional<Link> reference = symbol.valueLinks("reference").stream().findFirst();
      Optional<Symbol> start = align.model().flatMap(plan.course()::effective);
      boolean meant =
          symbol.repeat().isPresent()
              || symbol.attributes().has("round")
              || symbol.attributes().isWord("purpose", "ablation");
      if (reference.isEmpty() || start.isEmpty() || meant) {
        continue;
      }
      reference
          .get()
          .symbol()
          .flatMap(plan.course()::effective)
          .filter(other -> other != start.get())
          .ifPresent(
              other ->
                  reporter
                      .report(
                          symbol,
                          reference.get().location(),
                          MESSAGE.with(
                              symbol.name(),
                              ReferencePolicy.startOf(symbol),
                              reference.get().path().text()))
                      .fix(ReferencePolicy.leaveOut(symbol)));
    }
  }
}
