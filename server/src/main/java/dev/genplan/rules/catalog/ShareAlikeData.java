package dev.genplan.rules.catalog;

import dev.genplan.catalog.License;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Product;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Data under a share-alike license is trained on for a commercial product. Whether a model derives
 * from its data in the sense of such a license is unsettled. Source: CC BY-SA 4.0, section 3(b).
 */
public final class ShareAlikeData implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` (`{1}`) asks that what derives from it is passed on under the same license; whether a model"
              + " does is unsettled, and `{2}` is commercial. Have it looked at, and record the outcome as `{ commercial: true }`",
          "`{0}`（`{1}`）要求派生作品以相同许可传播；模型是否算派生作品尚无定论，而 `{2}` 是商业产品。"
              + "请咨询法务，并记为 `{ commercial: true }`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "share-alike-data",
            Category.DATA,
            Severity.INFORMATION,
            "Share-alike data goes into a product that is not shared.",
            "相同方式共享的数据进入了不共享的产品。")
        .yieldingTo("data-noncommercial");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (Project.of(plan).filter(Project::isCommercial).isEmpty()) {
      return;
    }
    Set<Symbol> trainedOn = trainedOn(plan);
    Set<Symbol> seen = new HashSet<>();
    for (Product product : Product.of(plan)) {
      for (Dataset data : product.datasets()) {
        Optional<License> license =
            data.licenses().stream().filter(License::shareAlike).findFirst();
        boolean noted = data.terms().commercial().isPresent();
        if (license.isPresent()
            && !noted
            && isTrainedOn(data.symbol(), trainedOn)
            && seen.add(data.symbol())) {
          reporter.report(
              data.symbol(),
              "license",
              MESSAGE.with(data.symbol().name(), license.get().id(), product.symbol().name()));
        }
      }
    }
  }

  private static boolean isTrainedOn(Symbol data, Set<Symbol> trainedOn) {
    return trainedOn.contains(data) || data.inner().stream().anyMatch(trainedOn::contains);
  }

  /** What some stage is trained on, with the splits of what is used as a whole. */
  private static Set<Symbol> trainedOn(Plan plan) {
    Set<Symbol> data = new HashSet<>();
    for (Training training : Training.all(plan)) {
      for (Link link : training.dataLinks()) {
        link.symbol().ifPresent(data::add);
        link.symbol().map(Symbol::inner).ifPresent(data::addAll);
      }
    }
    return data;
  }
}
