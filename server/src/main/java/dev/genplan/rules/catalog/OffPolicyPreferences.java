package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.ReferencePolicy;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * A preference optimization learns from comparisons of answers that other models wrote. Source:
 * Tülu 3, arXiv:2411.15124, section 5: adding comparisons of the model's own answers helps.
 */
public final class OffPolicyPreferences implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` learns from `{1}`, comparisons of answers that other models wrote: `{2}` is told to"
              + " prefer what it would hardly write. Add comparisons of its own answers in a later round",
          "`{0}` 使用的 `{1}` 比较的是别的模型写的回答：`{2}` 学到的偏好，是它自己很少会写的内容。请在之后的轮次加入对自身回答的比较");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "off-policy-preferences",
            Category.DATA,
            Severity.INFORMATION,
            "Preferences are about answers of other models.",
            "偏好数据评的是别的模型的回答。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      boolean pairs = align.requirements().stream().anyMatch(MethodRequirement::needsPairs);
      List<Link> data = align.symbol().valueLinks("data");
      boolean foreign =
          !data.isEmpty()
              && data.stream()
                  .allMatch(
                      link -> link.symbol().filter(each -> isForeign(each, align)).isPresent());
      if (pairs && foreign && align.symbol().repeat().isEmpty()) {
        reporter.report(
            align.symbol(),
            data.get(0).location(),
            MESSAGE.with(
                align.symbol().name(),
                data.get(0).path().text(),
                ReferencePolicy.startOf(align.symbol())));
      }
    }
  }

  /** Whether the plan says that the answers in it are of other models. */
  private static boolean isForeign(Symbol data, Training align) {
    Symbol whole = new Dataset(data).whole();
    if (whole.is("dataset")) {
      return whole.attributes().has("source") && !whole.attributes().has("from");
    }
    List<Symbol> answered = whole.targets("model");
    Optional<Symbol> start = align.model();
    return whole.is("feedback")
        && !answered.isEmpty()
        && start.isPresent()
        && answered.stream()
            .noneMatch(
                model ->
                    model == start.get()
                        || align.symbol().plan().lineage().chain(start.get()).contains(model));
  }
}
