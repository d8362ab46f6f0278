package dev.genplan.rules.catalog;

import dev.genplan.catalog.License;
import dev.genplan.catalog.License.Permission;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Product;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A model whose license forbids what the project is for: commercial use, more users than it covers,
 * or a domain on its list of forbidden uses. Sources: LLaMA license of 2023; Llama 2 Community
 * License, section 2 (700 million monthly active users); BigScience OpenRAIL-M, Attachment A.
 */
public final class BaseLicenseUse implements Rule {

  private static final Localized COMMERCIAL =
      Localized.of(
          "The license of `{0}` ({1}) forbids commercial use, and `{2}` is part of a commercial project; choose another model, or record a license of your own as `{ commercial: true }`",
          "`{0}` 的许可证为 {1}，禁止商业使用，而 `{2}` 属于商业项目；请更换模型，或用 `{ commercial: true }` 写明另行取得的许可");

  private static final Localized NONPROFIT =
      Localized.of(
          "The license of `{0}` ({1}) forbids commercial use; a nonprofit has to look at each use, as earning money with `{2}` is commercial too",
          "`{0}` 的许可证为 {1}，禁止商业使用；非营利组织须逐项确认用途，借 `{2}` 取得收入同样属于商业用途");

  private static final Localized USERS =
      Localized.of(
          "The license of `{0}` ({1}) covers products with up to {2} users a month, and this one has {3}; ask the provider for a license of your own",
          "`{0}` 的许可证为 {1}，只适用于月活跃用户不超过 {2} 的产品，而本项目有 {3}；请向提供方另行申请许可");

  private static final Localized DOMAIN =
      Localized.of(
          "The license of `{0}` ({1}) forbids use for `{2}`, which is the domain of this project; choose another model",
          "`{0}` 的许可证为 {1}，禁止用于 `{2}`，而这正是本项目的领域；请更换模型");

  private static final Message ENTERS = Message.of("it goes in here", "在此处用到");

  private static final String RAIL = "bigscience-openrail-m";

  /** Of what it forbids, what is a domain: administration of justice, law enforcement, asylum. */
  private static final List<String> RAIL_DOMAINS =
      List.of("justice", "law-enforcement", "migration");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "base-license-use",
            Category.DATA,
            Severity.ERROR,
            "The license of a model forbids what the project is for.",
            "模型的许可证禁止项目的用途。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Project.of(plan);
    if (project.isEmpty()) {
      return;
    }
    for (Model model : View.all(plan, "model", Model::new)) {
      Product.firstWith(model.symbol())
          .ifPresent(product -> check(project.get(), product, model, reporter));
    }
  }

  private static void check(Project project, Product product, Model model, Reporter reporter) {
    String use = project.use().orElse("");
    boolean forbidden = model.terms().commercialUse() == Permission.FORBIDDEN;
    boolean separate = model.terms().commercial().orElse(false);
    String made = product.symbol().qualifiedName();
    String name = model.symbol().name();
    if (forbidden && use.equals("commercial")) {
      report(reporter, product, model, COMMERCIAL.with(name, title(model), made));
    } else if (forbidden && use.equals("nonprofit")) {
      report(reporter, product, model, NONPROFIT.with(name, title(model), made))
          .severity(Severity.INFORMATION);
    } else if (!separate) {
      beyondTerms(project, model).ifPresent(message -> report(reporter, product, model, message));
    }
  }

  /** What a license that allows the use as such does not cover. */
  private static Optional<Message> beyondTerms(Project project, Model model) {
    String name = model.symbol().name();
    Optional<Amount> users = project.attributes().amount("users");
    List<String> domains = project.attributes().words("domain");
    for (License license : model.licenses()) {
      if (users.isPresent()
          && license.userThreshold().isPresent()
          && users.get().low() > license.userThreshold().getAsLong()) {
        return Optional.of(
            USERS.with(
                name,
                license.title(),
                Figures.of((double) license.userThreshold().getAsLong()),
                Figures.of(users.get().low())));
      }
      Optional<String> domain = RAIL_DOMAINS.stream().filter(domains::contains).findFirst();
      if (license.id().equals(RAIL) && domain.isPresent()) {
        return Optional.of(DOMAIN.with(name, license.title(), domain.get()));
      }
    }
    return Optional.empty();
  }

  private static Localized title(Model model) {
    return model.licenses().stream()
        .filter(License::nonCommercial)
        .findFirst()
        .map(License::title)
        .orElseGet(() -> Localized.same("`" + model.attributes().word("license").orElse("") + "`"));
  }

  private static Reporter.Finding report(
      Reporter reporter, Product product, Model model, Message message) {
    Symbol symbol = model.symbol();
    String place = symbol.attributes().has("license") ? "license" : "id";
    Reporter.Finding finding = reporter.report(symbol, place, message);
    product.entry(symbol).ifPresent(link -> finding.related(link.location(), ENTERS));
    return finding;
  }
}
