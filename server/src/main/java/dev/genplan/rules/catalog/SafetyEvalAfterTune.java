package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Assembly;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Optimization;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Safety was measured, and then the weights were changed again. Source: Qi et al.,
 * arXiv:2310.03693: fine-tuning on ten harmful examples, for less than 0.20 USD, undid the
 * alignment of GPT-3.5 Turbo, and harmless data wears it down as well.
 */
public final class SafetyEvalAfterTune implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` brings `{1}` to people outside, but its safety was last measured on `{2}`, before `{3}`"
              + " changed the weights: ten harmful examples undo alignment, and harmless data wears it"
              + " down. Measure `{1}` again",
          "`{0}` 把 `{1}` 提供给外部用户，但安全性最后一次测的是 `{2}`，之后 `{3}` 又改变了权重：十条有害样本就能破坏对齐，无害的数据也会削弱它。请重新测量 `{1}`");
  private static final Localized MEASURED =
      Localized.of("the safety of `{0}` is measured here", "此处测量 `{0}` 的安全性");
  private static final Message CHANGED = Message.of("this changes the weights", "此阶段改变了权重");
  private static final Localized REPEAT =
      Localized.of("Repeat `{0}` on `{1}`, and make it a gate", "对 `{1}` 重做 `{0}`，并作为上线门禁");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "safety-eval-after-tune",
            Category.GOVERNANCE,
            Severity.ERROR,
            "The weights change after their safety was measured, and go to people outside.",
            "测过安全性之后权重又有改变，然后提供给外部用户。")
        .yieldingTo("deploy-without-evaluation", "quantize-after-evaluation", "merge-unevaluated")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<Deployment> outside =
        Deployment.inUse(plan).stream().filter(Deployment::facesUsers).toList();
    if (outside.isEmpty()) {
      return;
    }
    Map<Symbol, Measurement> safe = new HashMap<>();
    for (Measurement each : Measurement.all(plan)) {
      if (each.looksForHarm() && !each.isSmokeTest()) {
        safe.putIfAbsent(each.assembly().weights(), each);
      }
    }
    for (Deployment deployment : outside) {
      for (Link served : deployment.served()) {
        served
            .symbol()
            .flatMap(Assembly::of)
            .ifPresent(made -> check(served, made, safe, reporter));
      }
    }
  }

  /** Goes back from the deployed weights to the last ones whose safety was measured. */
  private static void check(
      Link served, Assembly made, Map<Symbol, Measurement> safe, Reporter reporter) {
    List<Symbol> changes = new ArrayList<>();
    for (Symbol each : made.weights().plan().lineage().chain(made.weights())) {
      Measurement measured = safe.get(each);
      if (measured != null) {
        if (!changes.isEmpty()) {
          report(served, measured, changes, reporter);
        }
        return;
      }
      if (Training.trains(each)
          || (each.is("optimize") && new Optimization(each).changesAnswers())) {
        changes.add(each);
      }
    }
  }

  private static void report(
      Link served, Measurement measured, List<Symbol> changes, Reporter reporter) {
    Symbol deployment = served.from();
    String thing = served.path().text();
    Symbol change = changes.get(0);
    Reporter.Finding finding =
        reporter
            .report(
                deployment,
                served.location(),
                MESSAGE.with(
                    deployment.name(),
                    thing,
                    measured.thing().qualifiedName(),
                    change.qualifiedName()))
            .related(change.location(), CHANGED)
            .related(measured.stage().location(), MEASURED.with(measured.thing().qualifiedName()));
    if (changes.stream().noneMatch(Training::trains)) {
      finding.severity(Severity.WARNING);
    }
    repeat(measured.stage(), deployment, thing).ifPresent(finding::fix);
  }

  /** The same measurement of what is deployed, for which the deployment waits. */
  private static Optional<Fix> repeat(Symbol stage, Symbol deployment, String thing) {
    boolean here = deployment.isOwn() && deployment.repeat().isEmpty() && !stage.is("select");
    String name = Repairs.freshName(deployment.plan(), stage.name() + "-again");
    Optional<Edit> gate = here ? Repairs.gate(deployment, name) : Optional.empty();
    List<String> members = new ArrayList<>(List.of("model: " + thing));
    members.addAll(Repairs.howItMeasures(stage));
    String copy =
        members.stream()
            .collect(
                Collectors.joining(
                    "\n  ", stage.node().keyword().text() + " " + name + " {\n  ", "\n}"));
    return gate.map(
        edit ->
            new Fix(
                REPEAT.with(stage.name(), thing),
                false,
                List.of(SourceEdits.addBefore(deployment, copy), edit)));
  }
}
