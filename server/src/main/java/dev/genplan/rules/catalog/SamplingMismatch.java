package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Assembly;
import dev.genplan.plan.view.Coverage;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Measurement;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Answers are drawn in another way when they are served than when they were evaluated. */
public final class SamplingMismatch implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` draws answers with {1}, but `{2}` measured them with {3}: the score holds for those only."
              + " Evaluate with the settings that are served",
          "`{0}` 以 {1} 采样，而 `{2}` 评测时用的是 {3}：得分只对后者成立。请用上线的采样参数评测");
  private static final Localized ALIGN =
      Localized.of("Evaluate with the settings of `{0}`", "按 `{0}` 的采样参数评测");
  private static final Message MEASURED = Message.of("measured with these", "评测所用的采样参数");

  private static final List<String> SETTINGS = List.of("temperature", "top-p", "top-k", "length");

  /** How a stage draws answers, and the stage that says so. */
  private record Sampling(Symbol from, Attributes settings) {

    Optional<Double> number(String name) {
      OptionalDouble number = settings.number(name);
      return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }

    String words(List<String> names) {
      List<String> words = new ArrayList<>();
      for (String name : names) {
        words.add("`" + name + ": " + from.text(settings.value(name).orElseThrow()) + "`");
      }
      return String.join(", ", words);
    }
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "sampling-mismatch",
        Category.DEPLOYMENT,
        Severity.WARNING,
        "Answers are drawn in another way than when they were evaluated.",
        "上线与评测时的采样参数不同。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      for (Coverage coverage : Coverage.of(deployment)) {
        if (coverage.gap() == Coverage.Gap.NONE) {
          Assembly.of(coverage.thing())
              .flatMap(made -> sampling(deployment.symbol(), made))
              .ifPresent(served -> check(deployment.symbol(), served, coverage, reporter));
        }
      }
    }
  }

  private static void check(
      Symbol deployment, Sampling served, Coverage coverage, Reporter reporter) {
    List<Measurement> measured = new ArrayList<>();
    for (Measurement each : coverage.evidence()) {
      if (each.stage().is("evaluate") && isAsServed(each.stage())) {
        measured.add(each);
      }
    }
    for (Measurement each : measured) {
      Optional<Sampling> other = sampling(each.stage(), each.assembly());
      if (other.isEmpty() || differing(served, other.get()).isEmpty()) {
        return;
      }
    }
    if (!measured.isEmpty()) {
      report(deployment, served, measured.get(0), reporter);
    }
  }

  /** Of several answers the metric tells how they are drawn; a study may draw as it likes. */
  private static boolean isAsServed(Symbol evaluation) {
    return evaluation.attributes().word("purpose").orElse("product").equals("product")
        && evaluation.attributes().number("answers").orElse(1) <= 1;
  }

  /** As the stage says itself, else as the prompt nearest to it says. */
  private static Optional<Sampling> sampling(Symbol stage, Assembly made) {
    List<Symbol> from = new ArrayList<>();
    from.add(stage);
    from.addAll(made.parts());
    for (Symbol each : from) {
      Optional<Attributes> settings = each.attributes().section("sampling");
      if (settings.isPresent()) {
        return settings.map(it -> new Sampling(each, it));
      }
    }
    return Optional.empty();
  }

  private static List<String> differing(Sampling one, Sampling other) {
    List<String> names = new ArrayList<>();
    for (String name : SETTINGS) {
      Optional<Double> here = one.number(name);
      Optional<Double> there = other.number(name);
      if (here.isPresent() && there.isPresent() && !here.equals(there)) {
        names.add(name);
      }
    }
    return names;
  }

  private static void report(
      Symbol deployment, Sampling served, Measurement measured, Reporter reporter) {
    Symbol stage = measured.stage();
    Sampling other = sampling(stage, measured.assembly()).orElseThrow();
    List<String> names = differing(served, other);
    Reporter.Finding finding =
        reporter
            .report(
                deployment,
                served.from() == deployment
                    ? deployment.locate(served.settings().value(names.get(0)).orElseThrow())
                    : deployment.location(),
                MESSAGE.with(
                    deployment.name(), served.words(names), stage.name(), other.words(names)))
            .related(
                other.from().locate(other.settings().value(names.get(0)).orElseThrow()), MEASURED);
    if (other.from() == stage && stage.isOwn() && !stage.attributes().has("results")) {
      List<Edit> edits = new ArrayList<>();
      for (String name : names) {
        edits.add(
            new Edit(
                stage.locate(other.settings().value(name).orElseThrow()),
                served.from().text(served.settings().value(name).orElseThrow())));
      }
      finding.fix(new Fix(ALIGN.with(deployment.name()), false, edits));
    }
  }
}
