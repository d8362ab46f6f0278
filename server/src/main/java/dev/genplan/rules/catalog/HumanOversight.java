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

/**
 * What a product does decides about people, and no person looks at it. Source: Regulation (EU)
 * 2024/1689 (AI Act), Articles 14 and 26(2).
 */
public final class HumanOversight implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` {1}, but no person checks what it does: an error hits somebody before anybody can"
              + " see it. Say `oversight: approval`, or `review` where a decision can be taken back",
          "`{0}` {1}，却没有人检查其行为：错误在有人看到之前就已落到当事人身上。请写明 `oversight: approval`；若决定可以撤回，用 `review` 亦可");
  private static final Localized DECIDES = Localized.of("decides about people", "会作出影响个人的决定");
  private static final Localized HIGH_RISK =
      Localized.of("belongs to a high-risk project", "属于高风险项目");
  private static final Message ADD = Message.of("Have a person confirm each output", "每项输出都由人确认");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "human-oversight",
            Category.GOVERNANCE,
            Severity.WARNING,
            "The output decides about people, and no person checks it.",
            "输出决定与人有关的事项，却没有人检查。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Project.of(plan).filter(Project::decidesAboutPeople);
    if (project.isEmpty()) {
      return;
    }
    boolean decides = project.get().attributes().isWord("impact", "consequential");
    for (Deployment deployment : Deployment.inUse(plan)) {
      if (!deployment.mode().equals("weights") && !isOverseen(deployment)) {
        Symbol symbol = deployment.symbol();
        Reporter.Finding finding =
            reporter.report(
                symbol, "oversight", MESSAGE.with(symbol.name(), decides ? DECIDES : HIGH_RISK));
        Repairs.setValue(symbol, "oversight", "approval")
            .ifPresent(edit -> finding.fix(new Fix(ADD, false, List.of(edit))));
      }
    }
  }

  /** Whether people check outputs, or confirm each call of a tool. */
  private static boolean isOverseen(Deployment deployment) {
    return (deployment.attributes().has("oversight")
            && !deployment.attributes().isNone("oversight"))
        || deployment.chain().stream()
            .flatMap(part -> part.attributes().tags("method").stream())
            .anyMatch(method -> method.options().isTrue("approval"));
  }
}
