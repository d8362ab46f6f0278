package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/** Declarations that wait for each other in a circle, so that none of them can be the first. */
public final class DependencyCycle implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` waits for itself: {1}; break the circle, or write rounds as `repeat`",
          "`{0}` 依赖自身：{1}；请断开该循环，或用 `repeat` 表示多轮迭代");
  private static final Message NEXT = Message.of("waits for the next one", "依赖下一个");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "dependency-cycle",
            Category.FLOW,
            Severity.ERROR,
            "Declarations wait for each other in a circle.",
            "若干声明相互依赖，形成循环。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (List<Symbol> cycle : plan.lineage().cycles()) {
      Symbol first = cycle.get(0);
      String path =
          String.join(
              " → ", cycle.stream().map(symbol -> "`" + symbol.qualifiedName() + "`").toList());
      Reporter.Finding finding =
          reporter.report(
              first,
              MESSAGE.with(first.qualifiedName(), path + " → `" + first.qualifiedName() + "`"));
      cycle.stream().skip(1).forEach(each -> finding.related(each.location(), NEXT));
    }
  }
}
