package dev.genplan.rules.catalog;

import dev.genplan.catalog.GenerativeRisk;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Listing;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A plan for the public names some harms that it looks for, and some of the twelve risks of NIST AI
 * 600-1 are neither looked for, nor held back, nor ruled out. Source: NIST AI 600-1, section 2.
 */
public final class NistRiskUncovered implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "Of the twelve risks of generative AI that NIST names, {0} are neither looked for nor held"
              + " back here: {1}. Add them to `harms`, or say in `excluded` why they cannot occur",
          "NIST 列出的十二类生成式人工智能风险中，有 {0} 类既没有检查也没有防范：{1}。请加入 `harms`，或在 `excluded` 中说明为何不会发生");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "nist-risk-uncovered",
            Category.GOVERNANCE,
            Severity.INFORMATION,
            "A plan that names harms leaves out some of the risks that NIST names.",
            "计划列出了一些危害，却遗漏了 NIST 所列的部分风险。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Project.of(plan);
    boolean open =
        Deployment.inUse(plan).stream()
            .anyMatch(each -> each.audience().equals(Optional.of("public")));
    if (project.isEmpty() || !open) {
      return;
    }
    Words words = Words.of(plan, project.get());
    if (words.named().isEmpty()) {
      return;
    }
    List<GenerativeRisk> left = new ArrayList<>();
    for (GenerativeRisk risk : GenerativeRisk.values()) {
      if (!words.cover(risk) && !isHandled(plan, risk)) {
        left.add(risk);
      }
    }
    if (!left.isEmpty()) {
      Message list = Listing.of(left.stream().map(GenerativeRisk::title).toList());
      reporter.report(project.get().symbol(), MESSAGE.with(left.size(), list));
    }
  }

  /**
   * What a plan says about harms.
   *
   * @param named harms that are looked for or ruled out
   * @param guards checks of inputs and outputs
   * @param metrics what is measured
   */
  private record Words(Set<String> named, Set<String> guards, Set<String> metrics) {

    static Words of(Plan plan, Project project) {
      Set<String> named = new HashSet<>();
      Set<String> guards = new HashSet<>();
      Set<String> metrics = new HashSet<>();
      for (Measurement each : Measurement.all(plan)) {
        named.addAll(each.stage().attributes().words("harms"));
        each.metrics().forEach(metric -> metrics.add(metric.name()));
        if (each.stage().attributes().has("attacks")) {
          metrics.add("attack-success");
        }
      }
      for (Symbol guard : plan.all("guard")) {
        for (String side : List.of("input", "output")) {
          for (Tag check : guard.attributes().tags(side)) {
            guards.add(check.word());
            named.addAll(check.options().words("harms"));
          }
        }
      }
      Optional<Attributes> excluded = project.attributes().section("excluded");
      for (Member member : excluded.map(Attributes::members).orElse(List.of())) {
        if (member instanceof Member.Property harm) {
          named.add(harm.key().text());
        }
      }
      return new Words(Set.copyOf(named), Set.copyOf(guards), Set.copyOf(metrics));
    }

    boolean cover(GenerativeRisk risk) {
      return risk.harms().stream().anyMatch(named::contains)
          || risk.guards().stream().anyMatch(guards::contains)
          || risk.metrics().stream().anyMatch(metrics::contains);
    }
  }

  /** Whether a risk is met by what is done beside tests and guards. */
  private static boolean isHandled(Plan plan, GenerativeRisk risk) {
    return switch (risk) {
      case ENVIRONMENT -> plan.symbols().stream().anyMatch(each -> each.attributes().has("energy"));
      case HUMANS ->
          states(plan, deployment -> isOverseen(deployment) || deployment.isTrue("disclosure"));
      case INFORMATION -> states(plan, deployment -> !deployment.words("watermark").isEmpty());
      case PROPERTY -> documents(plan, "copyright-policy");
      case COMPONENTS -> documents(plan, "bom") || documents(plan, "signature");
      case BIAS ->
          Measurement.all(plan).stream().anyMatch(each -> each.stage().attributes().has("groups"));
      default -> false;
    };
  }

  private static boolean isOverseen(Attributes deployment) {
    return deployment.has("oversight") && !deployment.isNone("oversight");
  }

  private static boolean documents(Plan plan, String word) {
    return states(plan, deployment -> deployment.words("documents").contains(word));
  }

  private static boolean states(Plan plan, Predicate<Attributes> what) {
    return Deployment.inUse(plan).stream().anyMatch(each -> what.test(each.attributes()));
  }
}
