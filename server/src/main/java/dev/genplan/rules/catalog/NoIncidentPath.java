package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Optional;

/**
 * People outside use something and cannot tell anybody that it went wrong. Source: NIST AI 600-1,
 * incident disclosure, and GOVERN 4.3: incidents are identified and information on them is shared.
 */
public final class NoIncidentPath implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` is for {1}, who see its failures first, but nothing says where they report them:"
              + " name a `contact` here or in the project",
          "`{0}` 面向{1}，出了问题最先看到的是他们，却没有说明向谁报告：请在此处或项目中写明 `contact`");
  private static final Localized PUBLIC = Localized.of("the public", "公众");
  private static final Localized CUSTOMERS = Localized.of("customers", "客户");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-incident-path",
            Category.GOVERNANCE,
            Severity.WARNING,
            "People outside have nobody to report an incident to.",
            "外部用户遇到事件时没有报告渠道。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (Project.of(plan).filter(project -> project.attributes().has("contact")).isPresent()) {
      return;
    }
    for (Deployment deployment : Deployment.inUse(plan)) {
      if (deployment.facesUsers() && !deployment.attributes().has("contact")) {
        boolean isPublic = deployment.audience().equals(Optional.of("public"));
        Symbol symbol = deployment.symbol();
        reporter.report(symbol, MESSAGE.with(symbol.name(), isPublic ? PUBLIC : CUSTOMERS));
      }
    }
  }
}
