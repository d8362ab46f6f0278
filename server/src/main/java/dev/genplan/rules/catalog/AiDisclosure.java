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
 * People in the EU talk to a product that does not tell them that it is a machine. Source:
 * Regulation (EU) 2024/1689 (AI Act), Article 50(1), which applies from 2 August 2026.
 */
public final class AiDisclosure implements Rule {

  /** Tasks in which a person writes to the model and it answers. */
  private static final Set<String> CONVERSATIONS =
      Set.of("chat", "instruction-following", "question-answering");

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` answers people in the EU, who have to be told that they deal with a machine (AI Act,"
              + " Article 50(1)); state `disclosure: true`",
          "`{0}` 回答欧盟用户，须告知对方正在与机器交互（《人工智能法》第 50 条第 1 款）；请写明 `disclosure: true`");
  private static final Message TELL = Message.of("Tell users that it is a machine", "告知用户这是机器");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "ai-disclosure",
            Category.GOVERNANCE,
            Severity.WARNING,
            "People in the EU are not told that they deal with a machine.",
            "没有告知欧盟用户正在与机器交互。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project =
        Project.of(plan)
            .filter(Project::isUnderAiAct)
            .filter(it -> it.tasks().stream().anyMatch(CONVERSATIONS::contains));
    if (project.isEmpty()) {
      return;
    }
    for (Deployment deployment : Deployment.inUse(plan)) {
      boolean talks = deployment.isInteractive() && deployment.facesUsers();
      if (talks && !deployment.attributes().isTrue("disclosure")) {
        Symbol symbol = deployment.symbol();
        Reporter.Finding finding =
            reporter.report(symbol, "disclosure", MESSAGE.with(symbol.name()));
        Repairs.setValue(symbol, "disclosure", "true")
            .ifPresent(edit -> finding.fix(new Fix(TELL, false, List.of(edit))));
      }
    }
  }
}
