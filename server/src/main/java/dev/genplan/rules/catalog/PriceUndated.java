package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;

/**
 * A price of accelerators without the day on which it held. Source: Epoch AI,
 * epoch-research/training-cost-trends, data/Hardware prices.csv: an H100 SXM on demand from 2.45 to
 * 12.29 USD an hour in March 2025.
 */
public final class PriceUndated implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` costs {1}, as of when it does not say; in one month an H100 SXM was offered at"
              + " 2.45 to 12.29 USD an hour, and prices move. Add `{ date: ... }`, and where it is from",
          "`{0}` 的单价为 {1}，却没有写明日期；同一个月内，同样的 H100 SXM 报价从每小时 2.45 到 12.29 美元不等，而且价格还在变化。"
              + "请补充 `{ date: ... }` 和出处");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "price-undated",
            Category.PLANNING,
            Severity.WARNING,
            "A price of accelerators does not say as of when.",
            "加速卡单价没有写明日期。")
        .forLibrariesToo()
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Compute compute : View.all(plan, "compute", Compute::new)) {
      Symbol symbol = compute.symbol();
      Attributes price = symbol.attributes().qualifiers("price");
      boolean dated = price.has("date") || price.has("until");
      boolean owned = symbol.attributes().isWord("purchase", "owned");
      if (symbol.isOwn() && symbol.attributes().amount("price").isPresent() && !dated && !owned) {
        String figure = symbol.figure(symbol.attributes().value("price").orElseThrow());
        reporter.report(symbol, "price", MESSAGE.with(symbol.name(), figure));
      }
    }
  }
}
