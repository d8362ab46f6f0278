package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A stage that trains while nothing is held out: no validation data, no split that is left, no
 * evaluation on data of what comes out.
 */
public final class NoHeldOut implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` is trained and no data is held out, neither by `validation` nor by a split nor by"
              + " an evaluation: overfitting stays unseen; hold out 1 to 10%, 200 examples at"
              + " least",
          "`{0}` 的训练没有任何留出数据：没有 `validation`，没有剩余划分，也没有在数据上评测，过拟合将无从察觉；请留出 1% 到 10%，且不少于 200 条");

  private static final Localized SPLIT = Localized.of("Hold out 10% of `{0}`", "从 `{0}` 中留出 10%");

  private static final List<String> TRIALS = List.of("sanity", "archive");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-held-out",
            Category.DATA,
            Severity.WARNING,
            "A stage trains and no data is held out.",
            "训练阶段没有任何留出数据。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<Evaluation> measurements = measurements(plan);
    if (measurements.stream().anyMatch(measurement -> things(measurement).isEmpty())) {
      return;
    }
    List<Symbol> blind = blind(plan, measurements);
    Set<Symbol> inLater = plan.lineage().ingredients(blind);
    for (Symbol stage : blind) {
      if (!inLater.contains(stage)) {
        report(stage, reporter);
      }
    }
  }

  /** The stages that train and of whose outcome nothing in the plan can tell. */
  private static List<Symbol> blind(Plan plan, List<Evaluation> measurements) {
    Parts touched = measured(plan, measurements.stream());
    Parts measured = measured(plan, measurements.stream().filter(NoHeldOut::readsData));
    Parts deployed =
        Parts.of(plan, Deployment.inUse(plan).stream().map(Deployment::symbol).toList());
    List<Symbol> blind = new ArrayList<>();
    for (Training training : Training.all(plan)) {
      Symbol stage = training.symbol();
      // What is deployed and measured by nothing at all is another rule's finding.
      boolean untested = deployed.contain(stage) && !touched.contain(stage);
      if (isKnown(training)
          && !isTrial(training)
          && !holdsOut(training)
          && !measured.contain(stage)
          && !untested) {
        blind.add(stage);
      }
    }
    return blind;
  }

  private static boolean isKnown(Training training) {
    List<Link> data = training.dataLinks();
    return !data.isEmpty() && data.stream().allMatch(link -> link.symbol().isPresent());
  }

  private static boolean isTrial(View stage) {
    return stage.attributes().word("purpose").filter(TRIALS::contains).isPresent();
  }

  private static boolean holdsOut(Training training) {
    Attributes stated = training.attributes();
    return says(stated, "validation")
        || says(stated, "early-stop")
        || stated.tag("checkpoint").filter(tag -> tag.word().equals("best")).isPresent()
        || stated.has("metrics")
        || stated.has("results")
        || leavesSplit(training);
  }

  private static boolean says(Attributes stated, String property) {
    return stated.has(property) && !stated.isNone(property);
  }

  /** Whether it is trained on some splits of a dataset and leaves others out. */
  private static boolean leavesSplit(Training training) {
    List<Symbol> data =
        training.dataLinks().stream().flatMap(link -> link.symbol().stream()).toList();
    return data.stream()
        .filter(Symbol::isSplit)
        .flatMap(split -> split.parent().stream())
        .flatMap(whole -> whole.inner().stream())
        .anyMatch(split -> !data.contains(split));
  }

  private static List<Evaluation> measurements(Plan plan) {
    return Stream.of("evaluate", "redteam", "select")
        .flatMap(kind -> plan.all(kind).stream())
        .map(Evaluation::new)
        .filter(evaluation -> evaluation.isPresent() && !isTrial(evaluation))
        .toList();
  }

  private static boolean readsData(Evaluation evaluation) {
    return evaluation.attributes().has("data")
        || evaluation.attributes().has("harness")
        || !evaluation.testData().isEmpty();
  }

  /** What is measured; empty if it cannot be known. */
  private static List<Symbol> things(Evaluation evaluation) {
    return evaluation.symbol().targets(evaluation.symbol().is("select") ? "candidates" : "model");
  }

  private static Parts measured(Plan plan, Stream<Evaluation> measurements) {
    return Parts.of(plan, measurements.flatMap(each -> things(each).stream()).toList());
  }

  /**
   * What several things stand for, and all that is in them.
   *
   * @param inside what is in any of them; tells whether it holds something without listing it
   */
  private record Parts(Set<Symbol> themselves, Set<Symbol> inside) {

    static Parts of(Plan plan, List<Symbol> things) {
      Set<Symbol> themselves = new HashSet<>();
      things.forEach(thing -> plan.course().effective(thing).ifPresent(themselves::add));
      return new Parts(themselves, plan.lineage().ingredients(things));
    }

    boolean contain(Symbol symbol) {
      return themselves.contains(symbol) || inside.contains(symbol);
    }
  }

  private static void report(Symbol stage, Reporter reporter) {
    Reporter.Finding finding =
        reporter.report(
            stage, stage.attributes().has("data") ? "data" : "prompts", MESSAGE.with(stage.name()));
    fix(stage).ifPresent(finding::fix);
  }

  /** Splits the only dataset that it is trained on. */
  private static Optional<Fix> fix(Symbol stage) {
    List<Link> data = stage.valueLinks("data");
    Optional<Symbol> whole =
        data.size() == 1
            ? data.get(0)
                .symbol()
                .filter(set -> set.is("dataset") && set.isOwn() && set.inner().isEmpty())
            : Optional.empty();
    return whole
        .flatMap(
            set ->
                SourceEdits.addMembers(
                    set, List.of("split train { size: 90% }", "split validation { size: 10% }")))
        .map(
            split ->
                new Fix(
                    SPLIT.with(whole.get().name()),
                    false,
                    List.of(
                        split, new Edit(data.get(0).location(), whole.get().name() + ".train"))));
  }
}
