package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;

/**
 * People outside get what a model writes unchecked. Alignment alone does not hold: ten examples of
 * fine-tuning undid it (Qi et al., arXiv:2310.03693).
 */
public final class GuardrailsMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` is for {1}, but no `guard` checks what goes into `{2}` and what comes out:"
              + " alignment alone is easily bypassed",
          "`{0}` 面向{1}，但没有 `guard` 检查 `{2}` 的输入和输出：仅靠对齐很容易被绕过");
  private static final Localized PUBLIC = Localized.of("the public", "公众");
  private static final Localized CUSTOMERS = Localized.of("customers", "客户");
  private static final Localized ADD = Localized.of("Put guardrails around `{0}`", "为 `{0}` 加上护栏");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "guardrails-missing",
            Category.FLOW,
            Severity.WARNING,
            "People outside meet a generating model without guardrails.",
            "面向外部用户的生成模型没有护栏。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (Project.of(plan).filter(Project::onlyAnalyzes).isPresent()) {
      return;
    }
    for (Deployment deployment : Deployment.inUse(plan)) {
      boolean guarded = deployment.chain().stream().anyMatch(each -> each.is("guard"));
      if (deployment.isInteractive() && deployment.facesUsers() && !guarded) {
        deployment.symbol().links("model").stream()
            .filter(link -> link.symbol().isPresent())
            .findFirst()
            .ifPresent(link -> report(deployment, link, reporter));
      }
    }
  }

  private static void report(Deployment deployment, Link model, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    Localized audience = deployment.audience().orElseThrow().equals("public") ? PUBLIC : CUSTOMERS;
    String thing = model.path().text();
    Reporter.Finding finding =
        reporter.report(symbol, model.location(), MESSAGE.with(symbol.name(), audience, thing));
    if (symbol.repeat().isEmpty() && symbol.isOwn()) {
      String name = Repairs.freshName(symbol.plan(), "guarded");
      String guard =
          """
          guard %s {
            model:  %s
            input:  [injection, jailbreak]
            output: [harms, pii]
          }"""
              .formatted(name, thing);
      finding.fix(
          new Fix(
              ADD.with(thing),
              false,
              List.of(SourceEdits.addBefore(symbol, guard), new Edit(model.location(), name))));
    }
  }
}
