package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * Nobody is named who may stop a product that people outside use or that decides about people.
 * Source: NIST AI 600-1, MANAGE 2.4: responsibility to supersede, disengage or deactivate is
 * assigned.
 */
public final class StopAuthority implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "Nothing says who may stop `{0}`: when it does harm, hours go by until somebody dares; name"
              + " an `approver` here or in the project",
          "没有写明谁有权叫停 `{0}`：出现危害时，往往要过几个小时才有人敢停；请在此处或项目中写明 `approver`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "stop-authority",
            Category.GOVERNANCE,
            Severity.INFORMATION,
            "Nobody is named who may stop the product.",
            "没有写明谁有权叫停产品。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Project.of(plan);
    boolean settled =
        project.filter(it -> it.attributes().has("approver") || isSolo(it)).isPresent();
    if (settled) {
      return;
    }
    boolean grave = project.filter(Project::decidesAboutPeople).isPresent();
    for (Deployment deployment : Deployment.inUse(plan)) {
      boolean matters = grave || deployment.facesUsers();
      if (matters && !deployment.attributes().has("approver")) {
        reporter.report(deployment.symbol(), MESSAGE.with(deployment.symbol().name()));
      }
    }
  }

  /** Whether one person does it all, for themselves or as the whole team. */
  private static boolean isSolo(Project project) {
    if (project.attributes().isWord("use", "personal")) {
      return true;
    }
    Optional<Attributes> team = project.attributes().section("team");
    double people = 0;
    for (Member member : team.map(Attributes::members).orElse(List.of())) {
      if (member instanceof Member.Property role) {
        people += team.get().amount(role.key().text()).map(Amount::high).orElse(2.0);
      }
    }
    return people == 1;
  }
}
