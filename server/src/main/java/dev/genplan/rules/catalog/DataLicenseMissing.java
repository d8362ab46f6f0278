package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody else's data without a license, on the way into the product. Source: Croissant 1.0 and
 * 1.1, in which the license is a property of every dataset.
 */
public final class DataLicenseMissing implements Rule {

  private static final Localized PUBLISHED =
      Localized.of(
          "`{0}` comes from a public address and has no `license`, so nobody can tell whether"
              + " `{1}` may use it",
          "`{0}` 来自公开地址，却没有写明 `license`，无从判断 `{1}` 能否使用它");

  private static final Localized UNCLEAR =
      Localized.of(
          "Nothing says on what terms `{1}` may use `{0}`; add its `license`, or its `owner` if it"
              + " is your own",
          "没有写明 `{1}` 可依据什么条款使用 `{0}`；请补充 `license`，若为自有数据则补充 `owner`");

  private static final Localized NONE =
      Localized.of(
          "`{0}` has no license, so all rights are reserved and `{1}` may not use it; ask its"
              + " makers, or take other data",
          "`{0}` 没有许可证，即保留所有权利，`{1}` 无权使用；请向制作方取得许可，或换用其他数据");

  private static final Message ENTERS = Message.of("it goes in here", "在此处用到");

  /** Schemes of stores that are one's own. */
  private static final Set<String> STORES =
      Set.of(
          "s3", "gs", "az", "abfs", "abfss", "wasbs", "hdfs", "oss", "cos", "obs", "dvc", "file");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "data-license-missing",
            Category.DATA,
            Severity.WARNING,
            "Data of somebody else is used without a license.",
            "使用他人的数据而未写明许可证。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    boolean commercial = Project.of(plan).filter(Project::isCommercial).isPresent();
    for (Dataset dataset : View.all(plan, "dataset", Dataset::new)) {
      Optional<Localized> defect = defect(dataset, commercial);
      if (defect.isPresent()) {
        Product.firstWith(dataset.symbol())
            .ifPresent(product -> report(reporter, dataset.symbol(), product, defect.get()));
      }
    }
  }

  /** What is missing, if anything; a dataset that derives from others has their terms. */
  private static Optional<Localized> defect(Dataset dataset, boolean commercial) {
    Attributes stated = dataset.attributes();
    boolean own = stated.has("owner") || stated.has("from") || stated.isWord("access", "private");
    if (own) {
      return Optional.empty();
    }
    if (stated.isNone("license")) {
      return Optional.of(NONE);
    }
    if (stated.has("license")) {
      return Optional.empty();
    }
    if (stated.has("source")) {
      return stated.text("source").filter(DataLicenseMissing::isPublic).map(source -> PUBLISHED);
    }
    return commercial && !stated.has("origin") ? Optional.of(UNCLEAR) : Optional.empty();
  }

  private static boolean isPublic(String source) {
    int scheme = source.indexOf("://");
    return scheme > 0 && !STORES.contains(source.substring(0, scheme).toLowerCase(Locale.ROOT));
  }

  private static void report(
      Reporter reporter, Symbol dataset, Product product, Localized message) {
    Reporter.Finding finding =
        reporter.report(
            dataset,
            dataset.attributes().has("license") ? "license" : "source",
            message.with(dataset.name(), product.symbol().qualifiedName()));
    product.entry(dataset).ifPresent(link -> finding.related(link.location(), ENTERS));
  }
}
