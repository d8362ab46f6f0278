package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * Something that the public uses, or that decides about people, is not attacked before it goes
 * live. NIST AI 600-1 asks for red teaming; Llama 2 had more than 350 people do it
 * (arXiv:2307.09288, section 4.3).
 */
public final class NoRedTeam implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` {1}, but no `redteam` attacks it first: how it fails under attack is unknown",
          "`{0}` {1}，但事先没有 `redteam` 对其进行攻击测试：受到攻击时会怎样失败无从得知");
  private static final Localized PUBLIC = Localized.of("is for the public", "面向公众");
  private static final Localized CONSEQUENTIAL =
      Localized.of("has consequences for people", "会对人产生重大影响");
  private static final Localized HIGH_RISK =
      Localized.of("belongs to a high-risk project", "属于高风险项目");
  private static final Localized ADD = Localized.of("Red-team `{0}`", "对 `{0}` 做红队测试");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-red-team",
            Category.GOVERNANCE,
            Severity.WARNING,
            "A public or high-impact deployment is not attacked before it goes live.",
            "面向公众或影响重大的部署，上线前没有做红队测试。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<Measurement> attacks = Measurement.all(plan).stream().filter(NoRedTeam::attacks).toList();
    for (Deployment deployment : Deployment.inUse(plan)) {
      Optional<Localized> stakes = stakes(plan, deployment);
      Optional<Symbol> thing = deployment.model();
      if (stakes.isPresent() && thing.isPresent() && !isAttacked(thing.get(), attacks)) {
        report(deployment.symbol(), thing.get(), stakes.get(), reporter);
      }
    }
  }

  private static Optional<Localized> stakes(Plan plan, Deployment deployment) {
    Optional<Project> project = Project.of(plan);
    if (project.filter(it -> it.attributes().isWord("risk", "high")).isPresent()) {
      return Optional.of(HIGH_RISK);
    }
    if (project.filter(it -> it.attributes().isWord("impact", "consequential")).isPresent()) {
      return Optional.of(CONSEQUENTIAL);
    }
    boolean isPublic =
        deployment.audience().equals(Optional.of("public"))
            && !deployment.mode().equals("batch")
            && project.filter(Project::onlyAnalyzes).isEmpty();
    return isPublic ? Optional.of(PUBLIC) : Optional.empty();
  }

  /** Whether the thing, or an earlier or later form of it, is attacked at all. */
  private static boolean isAttacked(Symbol thing, List<Measurement> attacks) {
    return attacks.stream().anyMatch(each -> each.concerns(thing));
  }

  private static boolean attacks(Measurement measurement) {
    return measurement.isRedTeam()
        || measurement.stage().attributes().has("harms")
        || measurement.metrics().stream()
            .anyMatch(metric -> metric.name().equals("attack-success"));
  }

  private static void report(Symbol deployment, Symbol thing, Localized stakes, Reporter reporter) {
    Reporter.Finding finding = reporter.report(deployment, MESSAGE.with(deployment.name(), stakes));
    if (deployment.repeat().isEmpty() && deployment.isOwn()) {
      String stage =
          """
          redteam %s {
            model:   %s
            harms:   [violence, privacy, misinformation]
            attacks: [manual, jailbreak, injection]
            metrics { attack-success <= 5%% }
          }"""
              .formatted(
                  Repairs.freshName(deployment.plan(), "probes"),
                  deployment.links("model").get(0).path().text());
      finding.fix(
          new Fix(
              ADD.with(thing.qualifiedName()),
              false,
              List.of(SourceEdits.addBefore(deployment, stage))));
    }
  }
}
