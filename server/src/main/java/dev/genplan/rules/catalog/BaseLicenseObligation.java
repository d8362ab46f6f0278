package dev.genplan.rules.catalog;

import dev.genplan.catalog.License;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Model;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * Licenses such as Llama 3.1's ask that a product shows a notice, and that the name of a derived
 * model begins with a given word. Source: Llama 3.1 Community License Agreement, section 1.b.i.
 */
public final class BaseLicenseObligation implements Rule {
  private static final Localized NOTICE =
      Localized.of(
          "`{0}` brings `{1}` to people outside, and its license `{2}` asks for the notice \"{3}\" there;"
              + " add it to `notices`",
          "`{0}` 把 `{1}` 提供给外部用户，其许可证 `{2}` 要求显示声明 \"{3}\"；请写入 `notices`");
  private static final Localized NAME =
      Localized.of(
          "`{0}` releases weights derived from `{1}`, whose license `{2}` asks for a name that begins"
              + " with \"{3}\"; set `title` accordingly",
          "`{0}` 发布由 `{1}` 派生的权重，其许可证 `{2}` 要求名称以 \"{3}\" 开头；请相应设置 `title`");
  private static final Localized ADD = Localized.of("Add the notice \"{0}\"", "加上声明 \"{0}\"");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "base-license-obligation",
            Category.DATA,
            Severity.WARNING,
            "A release lacks the name or the notice that the license of its model asks for.",
            "发布缺少模型许可证要求的名称或声明。")
        .yieldingTo("base-license-use")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      boolean weights = deployment.mode().equals("weights");
      boolean outside = deployment.facesUsers() || (weights && deployment.audience().isEmpty());
      Optional<Symbol> base =
          deployment.model().flatMap(plan.lineage()::base).filter(each -> outside);
      if (base.isEmpty()) {
        continue;
      }
      new Model(base.get())
          .licenses().stream()
              .filter(license -> license.naming().isPresent())
              .findFirst()
              .ifPresent(license -> check(deployment, base.get(), license, reporter));
    }
  }

  private static void check(
      Deployment deployment, Symbol base, License license, Reporter reporter) {
    License.Naming naming = license.naming().orElseThrow();
    Symbol symbol = deployment.symbol();
    boolean shown =
        symbol.attributes().values("notices").stream()
            .anyMatch(value -> symbol.text(value).contains(naming.notice()));
    Optional<String> title = symbol.attributes().text("title");
    boolean derived = deployment.model().filter(model -> !model.is("model")).isPresent();
    if (!shown) {
      Reporter.Finding finding =
          reporter.report(
              symbol,
              "notices",
              NOTICE.with(symbol.name(), base.qualifiedName(), license.id(), naming.notice()));
      if (!symbol.attributes().has("notices")) {
        SourceEdits.addMember(symbol, "notices: \"" + naming.notice() + '"')
            .ifPresent(
                edit -> finding.fix(new Fix(ADD.with(naming.notice()), false, List.of(edit))));
      }
    } else if (deployment.mode().equals("weights")
        && derived
        && title.filter(name -> name.startsWith(naming.prefix())).isEmpty()) {
      reporter.report(
          symbol,
          "title",
          NAME.with(symbol.name(), base.qualifiedName(), license.id(), naming.prefix()));
    }
  }
}
