package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;

/**
 * From-scratch pre-training on crawled text, offered in the EU, with neither opt-outs honored nor a
 * copyright policy among the documents. Source: Regulation (EU) 2024/1689 (AI Act), article
 * 53(1)(c).
 */
public final class TdmOptout implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` pre-trains on `{1}`, taken from the web, for the EU: providers of general-purpose models"
              + " need a copyright policy that honors opt-outs (AI Act, article 53(1)(c)). Add `opt-out` to"
              + " `cleaning`, and `copyright-policy` to the `documents` of the release",
          "`{0}` 用取自网络的 `{1}` 预训练，且面向欧盟：通用模型的提供者须有尊重退出声明的版权政策（《人工智能法》第 53 条第 1 款 (c) 项）。"
              + "请在 `cleaning` 中加入 `opt-out`，并在发布的 `documents` 中加入 `copyright-policy`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "tdm-optout",
            Category.DATA,
            Severity.WARNING,
            "A model for the EU market is pre-trained on the web without a copyright policy.",
            "面向欧盟市场的模型用网络文本预训练，却没有版权政策。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    boolean inEurope = Project.of(plan).filter(Project::isOfferedInEu).isPresent();
    boolean offered = !Deployment.inUse(plan).isEmpty();
    boolean policy =
        plan.all("deploy").stream()
            .anyMatch(each -> each.attributes().words("documents").contains("copyright-policy"));
    if (!inEurope || !offered || policy) {
      return;
    }
    for (Training pretrain : View.all(plan, "pretrain", Training::new)) {
      if (pretrain.attributes().has("model")) {
        continue;
      }
      for (Symbol data : pretrain.data()) {
        Symbol whole = new Dataset(data).whole();
        boolean crawled = whole.attributes().words("origin").contains("web");
        boolean honored =
            whole.attributes().words("cleaning").contains("opt-out")
                || whole.attributes().words("origin").contains("licensed");
        if (crawled && !honored) {
          reporter.report(
              pretrain.symbol(), "data", MESSAGE.with(pretrain.symbol().name(), whole.name()));
          break;
        }
      }
    }
  }
}
