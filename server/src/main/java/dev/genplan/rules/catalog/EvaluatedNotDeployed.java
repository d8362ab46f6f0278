package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Assembly;
import dev.genplan.plan.view.Coverage;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Measurement;
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
 * What is deployed has the weights that were evaluated, but another prompt, retrieval, tool, guard,
 * chat template or thinking mode; or the gate of a deployment measures something it does not
 * deploy.
 */
public final class EvaluatedNotDeployed implements Rule {

  private static final Localized PARTS =
      Localized.of(
          "`{0}` deploys `{1}`, but {2}: the scores belong to another system, so evaluate `{1}`",
          "`{0}` 要上线 `{1}`，但{2}：得分属于另一个系统，请评测 `{1}`");
  private static final Localized GUARDED =
      Localized.of(
          "`{0}` deploys `{1}`, but {2}: how many good answers the guard blocks was not measured,"
              + " so evaluate `{1}`",
          "`{0}` 要上线 `{1}`，但{2}：护栏误拦多少好的回答没有测过，请评测 `{1}`");
  private static final Localized WITHOUT =
      Localized.of("`{0}` was evaluated without `{1}`", "评测的是没有 `{1}` 的 `{0}`");
  private static final Localized AROUND =
      Localized.of("it was evaluated with `{1}` around it", "评测时外面还有 `{1}`");
  private static final Localized IN_PLACE =
      Localized.of("`{0}` was evaluated in its place", "评测的是 `{0}`");
  private static final Localized INSTEAD =
      Localized.of(
          "`{0}` was evaluated, with `{1}` in place of `{2}`", "评测的是 `{0}`，其中用的是 `{1}` 而非 `{2}`");
  private static final Localized SETTING =
      Localized.of(
          "`{0}` serves with `{1}: {2}`, but `{3}` evaluated with `{1}: {4}`: the model sees other"
              + " input than when it was measured",
          "`{0}` 上线时 `{1}` 为 {2}，而 `{3}` 评测时为 {4}：模型看到的输入与评测时不同");
  private static final Localized GATE =
      Localized.of(
          "`{0}` waits for `{1}`, which measures `{2}`, but deploys `{3}`, which is not made of it:"
              + " the gate says nothing about what goes live",
          "`{0}` 以 `{1}` 为门禁，它评测的是 `{2}`，而上线的 `{3}` 与之无关：该门禁不能说明上线的内容");
  private static final Localized EVALUATED =
      Localized.of("`{0}` is evaluated here", "此处评测的是 `{0}`");
  private static final Localized USE_GATE = Localized.of("Wait for `{0}` instead", "改以 `{0}` 为门禁");
  private static final Localized USE_SETTING =
      Localized.of("Serve as `{0}` evaluated", "上线设置与 `{0}` 的评测一致");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "evaluated-not-deployed",
            Category.ARTIFACTS,
            Severity.ERROR,
            "The system that was evaluated is not the one that is deployed.",
            "评测的系统与上线的系统不是同一个。")
        .yieldingTo("deploy-without-evaluation", "quantize-after-evaluation", "merge-unevaluated")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (List<Coverage> places : Coverage.withGap(plan, Coverage.Gap.PARTS)) {
      parts(places, reporter);
    }
    for (Deployment deployment : Deployment.inUse(plan)) {
      List<Coverage> served = Coverage.of(deployment);
      boolean evaluated = served.stream().allMatch(coverage -> coverage.gap() == Coverage.Gap.NONE);
      if (evaluated && !served.isEmpty()) {
        for (Coverage coverage : served) {
          setting("template", deployment, coverage, reporter);
          setting("thinking", deployment, coverage, reporter);
        }
        gate(deployment, served, reporter);
      }
    }
  }

  private static void parts(List<Coverage> places, Reporter reporter) {
    Coverage coverage = places.get(0);
    Measurement evidence = coverage.evidence().get(0);
    String evaluated = evidence.thing().qualifiedName();
    boolean onlyGuards =
        coverage.missing().isEmpty()
            && coverage.changes().stream().allMatch(part -> part.is("guard"));
    Message message =
        (onlyGuards ? GUARDED : PARTS)
            .with(
                coverage.deployed().from().name(),
                coverage.deployed().path().text(),
                difference(coverage, evaluated));
    Reporter.Finding finding = Repairs.unevaluated(places, message, reporter);
    finding.related(evidence.stage().location(), EVALUATED.with(evaluated));
    if (onlyGuards) {
      finding.severity(Severity.WARNING);
    }
  }

  private static Message difference(Coverage coverage, String evaluated) {
    if (coverage.missing().isEmpty()) {
      return WITHOUT.with(evaluated, coverage.changes().get(0).name());
    }
    String missing = coverage.missing().get(0).name();
    if (coverage.changes().isEmpty()) {
      return AROUND.with(evaluated, missing);
    }
    return evaluated.equals(missing)
        ? IN_PLACE.with(evaluated)
        : INSTEAD.with(evaluated, missing, coverage.changes().get(0).name());
  }

  /** A deployment that says how it serves must say what one of the evaluations says, if they do. */
  private static void setting(
      String property, Deployment deployment, Coverage coverage, Reporter reporter) {
    Optional<String> served = setting(property, deployment.attributes(), coverage.thing());
    List<Measurement> said =
        coverage.evidence().stream().filter(each -> setting(property, each).isPresent()).toList();
    boolean differs =
        served.isPresent()
            && !said.isEmpty()
            && said.size() == coverage.evidence().size()
            && said.stream()
                .flatMap(each -> setting(property, each).stream())
                .noneMatch(value -> isSame(property, value, served.get()));
    if (!differs) {
      return;
    }
    Measurement evidence = said.get(0);
    Symbol symbol = deployment.symbol();
    String evaluated = setting(property, evidence).orElseThrow();
    Reporter.Finding finding =
        reporter.report(
            symbol,
            property,
            SETTING.with(
                symbol.name(), property, served.get(), evidence.stage().name(), evaluated));
    finding.related(
        evidence.stage().locationOf(property), EVALUATED.with(evidence.thing().qualifiedName()));
    SourceEdits.replaceValue(symbol, property, evaluated)
        .map(edit -> new Fix(USE_SETTING.with(evidence.stage().name()), false, List.of(edit)))
        .ifPresent(finding::fix);
  }

  private static Optional<String> setting(String property, Measurement measurement) {
    return setting(property, measurement.stage().attributes(), measurement.thing());
  }

  /** What a stage states, else the prompt of the system it works on; as it would be written. */
  private static Optional<String> setting(String property, Attributes stage, Symbol thing) {
    return written(property, stage)
        .or(
            () ->
                Assembly.of(thing).stream()
                    .flatMap(made -> made.parts().stream())
                    .flatMap(part -> written(property, part.attributes()).stream())
                    .findFirst());
  }

  private static Optional<String> written(String property, Attributes attributes) {
    return attributes
        .text(property)
        .map(file -> '"' + file + '"')
        .or(() -> attributes.tag(property).map(Tag::word));
  }

  /** What `strip` takes from the history makes no difference to the next answer's thinking. */
  private static boolean isSame(String property, String one, String other) {
    return one.equals(other)
        || (property.equals("thinking") && !one.equals("off") && !other.equals("off"));
  }

  private static void gate(Deployment deployment, List<Coverage> served, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    Plan plan = symbol.plan();
    List<Link> gates = symbol.links("gate");
    boolean foreign =
        !gates.isEmpty()
            && gates.stream()
                .allMatch(gate -> measured(gate).filter(it -> isForeign(it, served)).isPresent());
    if (!foreign) {
      return;
    }
    Link gate = gates.get(0);
    Reporter.Finding finding =
        reporter.report(
            symbol,
            gate.location(),
            GATE.with(
                symbol.name(),
                gate.path().text(),
                measured(gate).orElseThrow().qualifiedName(),
                served.get(0).deployed().path().text()));
    List<Symbol> right =
        served.stream()
            .flatMap(coverage -> coverage.evidence().stream())
            .map(Measurement::stage)
            .filter(stage -> plan.find(stage.name()).filter(stage::equals).isPresent())
            .toList();
    if (right.size() == 1 && gates.size() == 1) {
      SourceEdits.replaceValue(symbol, "gate", right.get(0).name())
          .map(edit -> new Fix(USE_GATE.with(right.get(0).name()), false, List.of(edit)))
          .ifPresent(finding::fix);
    }
  }

  private static Optional<Symbol> measured(Link gate) {
    return gate.symbol()
        .filter(report -> report.is("evaluate") || report.is("redteam"))
        .flatMap(report -> report.plan().lineage().source(report));
  }

  private static boolean isForeign(Symbol measured, List<Coverage> served) {
    return served.stream().noneMatch(coverage -> isPart(measured, coverage));
  }

  /** Whether the deployed thing is what was measured, or is made of it, if only of its weights. */
  private static boolean isPart(Symbol measured, Coverage coverage) {
    Plan plan = measured.plan();
    Symbol served = plan.course().effective(coverage.thing()).orElse(coverage.thing());
    Set<Symbol> ingredients = plan.lineage().ancestors(served);
    Symbol thing = plan.course().effective(measured).orElse(measured);
    Symbol weights = Assembly.of(thing).map(Assembly::weights).orElse(thing);
    return thing == served
        || ingredients.contains(thing)
        || weights == served
        || ingredients.contains(weights)
        || Assembly.of(served).stream()
            .flatMap(made -> made.parts().stream())
            .anyMatch(part -> part.targets("judge").contains(measured));
  }
}
