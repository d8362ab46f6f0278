package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A product for an area in which the AI Act regards systems as high-risk, or may do so, and the
 * plan does not say which risk class it has. Source: Regulation (EU) 2024/1689 (AI Act), Article 6,
 * Annexes I and III.
 */
public final class HighRiskUse implements Rule {

  /** Areas of Annex III that a word of the plan's domains names as a whole. */
  private static final Set<String> LISTED =
      Set.of(
          "biometrics",
          "infrastructure",
          "education",
          "employment",
          "public-services",
          "law-enforcement",
          "migration",
          "justice");

  /** Domains with some uses in Annex III, point 5, or among the products of Annex I. */
  private static final Set<String> PARTLY = Set.of("finance", "insurance", "medicine");

  private static final Localized IS =
      Localized.of(
          "`{0}` is about `{1}` and offered in the EU: most such uses are high-risk (AI Act, Article"
              + " 6(2) and Annex III). Decide, and state `risk`",
          "`{0}` 涉及 `{1}` 且面向欧盟：此类用途大多属于高风险（《人工智能法》第 6 条第 2 款及附件三）。请作出判断并写明 `risk`");
  private static final Localized CAN_BE =
      Localized.of(
          "`{0}` is about `{1}` and offered in the EU, where some such uses are high-risk (AI Act, Article"
              + " 6, Annexes I and III). Decide, and state `risk`",
          "`{0}` 涉及 `{1}` 且面向欧盟，其中部分用途属于高风险（《人工智能法》第 6 条、附件一和附件三）。请作出判断并写明 `risk`");
  private static final Message HIGH = Message.of("State that it is high-risk", "写明属于高风险");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "high-risk-use",
            Category.GOVERNANCE,
            Severity.WARNING,
            "A use that can be high-risk in the EU has no risk class.",
            "在欧盟可能属于高风险的用途没有写明风险等级。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project =
        Project.of(plan).filter(Project::isUnderAiAct).filter(it -> !it.attributes().has("risk"));
    boolean inService =
        Deployment.inUse(plan).stream().anyMatch(each -> !each.mode().equals("weights"));
    if (project.isEmpty() || !inService) {
      return;
    }
    List<String> domains = project.get().attributes().words("domain");
    Optional<String> listed = domains.stream().filter(LISTED::contains).findFirst();
    Optional<String> partly = domains.stream().filter(PARTLY::contains).findFirst();
    listed
        .or(() -> partly)
        .ifPresent(domain -> report(project.get().symbol(), domain, listed.isPresent(), reporter));
  }

  private static void report(Symbol project, String domain, boolean listed, Reporter reporter) {
    Reporter.Finding finding =
        reporter.report(project, "domain", (listed ? IS : CAN_BE).with(project.name(), domain));
    if (!listed) {
      finding.severity(Severity.INFORMATION);
    }
    Repairs.setValue(project, "risk", "high")
        .ifPresent(edit -> finding.fix(new Fix(HIGH, false, List.of(edit))));
  }
}
