package dev.genplan.rules.catalog;

import dev.genplan.catalog.License.Permission;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Product;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Optional;

/**
 * Data under a non-commercial license in a commercial product: trained on, retrieved from, or shown
 * as examples. Source: Creative Commons BY-NC 4.0, sections 1(i) and 2(a)(1); the release terms of
 * Stanford Alpaca, whose data is CC BY-NC 4.0.
 */
public final class DataNoncommercial implements Rule {

  private static final Localized COMMERCIAL =
      Localized.of(
          "`{0}` may not be used commercially (`{1}`), and goes into `{2}` of a commercial project; replace it, or buy a license and record it as `{ commercial: true }`",
          "`{0}` 不得用于商业用途（`{1}`），却进入了商业项目的 `{2}`；请更换数据，或购买许可并用 `{ commercial: true }` 写明");

  private static final Localized NONPROFIT =
      Localized.of(
          "`{0}` may not be used commercially (`{1}`), and goes into `{2}`; a nonprofit has to look at each use, as earning money with it is commercial too",
          "`{0}` 不得用于商业用途（`{1}`），且进入了 `{2}`；非营利组织须逐项确认用途，借此取得收入同样属于商业用途");

  private static final Message ENTERS = Message.of("it goes in here", "在此处用到");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "data-noncommercial",
            Category.DATA,
            Severity.ERROR,
            "Data for non-commercial use only goes into a commercial product.",
            "仅限非商业使用的数据进入了商业产品。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<String> use = Project.of(plan).flatMap(Project::use);
    if (use.filter(word -> word.equals("commercial") || word.equals("nonprofit")).isEmpty()) {
      return;
    }
    boolean commercial = use.get().equals("commercial");
    for (Dataset dataset : View.all(plan, "dataset", Dataset::new)) {
      if (dataset.terms().commercialUse() == Permission.FORBIDDEN) {
        Product.firstWith(dataset.symbol())
            .ifPresent(product -> report(reporter, dataset, product, commercial));
      }
    }
  }

  private static void report(
      Reporter reporter, Dataset dataset, Product product, boolean commercial) {
    Symbol symbol = dataset.symbol();
    String license = symbol.attributes().word("license").orElse("");
    Reporter.Finding finding =
        reporter.report(
            symbol,
            "license",
            (commercial ? COMMERCIAL : NONPROFIT)
                .with(symbol.name(), license, product.symbol().qualifiedName()));
    product.entry(symbol).ifPresent(link -> finding.related(link.location(), ENTERS));
    if (!commercial) {
      finding.severity(Severity.INFORMATION);
    }
  }
}
