package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.Measure;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A global batch that is not micro-batch × accumulation × copies of the model. Sources: DeepSpeed,
 * configuration JSON, batch size related parameters; Megatron Core, calculator of microbatches.
 */
public final class BatchArithmetic implements Rule {

  private static final Localized OTHER =
      Localized.of("`{0}` states a batch of {1}, but {2} = {3}", "`{0}` 写明批大小为 {1}，但{2} = {3}");

  private static final Localized SPREAD =
      Localized.of(
          "`{0}` states a batch of {1}, but {2} = {3}; if the model is spread over several"
              + " accelerators, say so in `parallel`",
          "`{0}` 写明批大小为 {1}，但{2} = {3}；若模型拆分到多张加速卡上，请在 `parallel` 中写明");

  private static final Localized NO_MULTIPLE =
      Localized.of(
          "`{0}` states a batch of {1}, which is no multiple of {2}",
          "`{0}` 写明批大小为 {1}，不是“{2}”的整数倍");

  private static final Localized ACCUMULATE =
      Localized.of("Accumulate over {0} micro-batches", "累积 {0} 个微批");

  private static final Localized WRITE = Localized.of("Write a batch of {0}", "批大小改为 {0}");

  /** Ways to spread one copy of the model over several accelerators. */
  private static final List<String> SPREADING = List.of("tensor", "pipeline", "context");

  /**
   * What a stage states of its batch.
   *
   * @param micro sequences on one accelerator; 1 if not stated
   * @param steps accumulated micro-batches; 1 if not stated
   * @param copies copies of the model; 1 if not known
   * @param complete whether all three are stated or follow
   * @param assumed whether each accelerator is taken to hold a copy as nothing else is said
   */
  private record Batch(
      double size, double micro, double steps, double copies, boolean complete, boolean assumed) {

    double product() {
      return micro * steps * copies;
    }

    /** Whether some number of copies that the accelerators allow would make it right. */
    boolean mayBeSpread() {
      double needed = size / (micro * steps);
      return assumed && needed == Math.rint(needed) && copies % needed == 0;
    }

    /** The factors that are known, as a product. */
    Localized factors() {
      List<String> en = new ArrayList<>();
      List<String> zh = new ArrayList<>();
      if (complete || micro > 1) {
        en.add("micro-batch " + Figures.of(micro));
        zh.add("微批 " + Figures.of(micro));
      }
      if (complete || steps > 1) {
        en.add("accumulation " + Figures.of(steps));
        zh.add("累积 " + Figures.of(steps));
      }
      if (copies > 1) {
        en.add(Figures.of(copies) + " copies of the model");
        zh.add("模型副本 " + Figures.of(copies));
      }
      return Localized.of(String.join(" × ", en), String.join(" × ", zh));
    }
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "batch-arithmetic",
            Category.COMPUTE,
            Severity.ERROR,
            "The global batch is not micro-batch times accumulation times copies of the model.",
            "全局批大小不等于微批大小 × 梯度累积步数 × 模型副本数。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      if (training.symbol().isOwn() && countsSequences(training)) {
        batch(training).ifPresent(batch -> check(training.symbol(), batch, reporter));
      }
    }
  }

  /**
   * Whether batch and micro-batch count the same; with rollouts, trainers differ in what counts.
   */
  private static boolean countsSequences(Training training) {
    boolean rollouts =
        training.requirements().stream()
                .anyMatch(need -> need.rollouts() == MethodRequirement.Rollouts.ONLINE)
            || training.methods().stream().anyMatch(method -> method.options().isTrue("online"));
    Optional<Dimension> unit =
        training.attributes().amount("batch").flatMap(Amount::measure).map(Measure::of);
    return !rollouts
        && !training.attributes().qualifiers("batch").has("by")
        && unit.filter(of -> of != Dimension.ITEMS && of != Dimension.COMPARISONS).isEmpty();
  }

  private static Optional<Batch> batch(Training training) {
    Attributes stated = training.attributes();
    OptionalDouble size = stated.number("batch");
    OptionalDouble micro = stated.number("micro-batch");
    OptionalDouble steps = stated.number("accumulation");
    if (size.isEmpty() || (micro.isEmpty() && steps.isEmpty())) {
      return Optional.empty();
    }
    OptionalDouble copies = copies(training);
    boolean assumed = isAssumed(training);
    boolean complete = micro.isPresent() && steps.isPresent() && copies.isPresent();
    return Optional.of(
        new Batch(
            size.getAsDouble(),
            micro.orElse(1),
            steps.orElse(1),
            complete || !assumed ? copies.orElse(1) : 1,
            complete,
            assumed));
  }

  /** How many copies of the model work side by side; empty if that does not follow. */
  private static OptionalDouble copies(Training training) {
    Optional<Attributes> parallel = training.attributes().section("parallel");
    if (parallel.filter(ways -> ways.has("data")).isPresent()) {
      return parallel.get().number("data");
    }
    double copies = training.compute().map(Compute::total).orElse(OptionalDouble.empty()).orElse(0);
    for (String way : SPREADING) {
      if (parallel.filter(ways -> ways.has(way)).isPresent()) {
        copies /= parallel.get().number(way).orElse(0);
      }
    }
    return copies >= 1 && copies == Math.rint(copies) && !Double.isInfinite(copies)
        ? OptionalDouble.of(copies)
        : OptionalDouble.empty();
  }

  private static boolean isAssumed(Training training) {
    Optional<Attributes> parallel = training.attributes().section("parallel");
    return parallel
        .filter(
            ways ->
                ways.has("data")
                    || SPREADING.stream().anyMatch(ways::has)
                    || (ways.has("shard") && !ways.isNone("shard")))
        .isEmpty();
  }

  private static void check(Symbol stage, Batch batch, Reporter reporter) {
    if (batch.complete() && batch.product() != batch.size()) {
      Localized message = batch.mayBeSpread() ? SPREAD : OTHER;
      Reporter.Finding finding = report(stage, batch, message, reporter);
      if (batch.mayBeSpread()) {
        finding.severity(Severity.WARNING);
      }
      repair(stage, batch, finding);
    } else if (!batch.complete() && batch.size() % batch.product() != 0) {
      report(stage, batch, NO_MULTIPLE, reporter);
    }
  }

  private static Reporter.Finding report(
      Symbol stage, Batch batch, Localized message, Reporter reporter) {
    return reporter.report(
        stage,
        "batch",
        message.with(
            stage.qualifiedName(),
            Figures.of(batch.size()),
            batch.factors(),
            Figures.of(batch.product())));
  }

  private static void repair(Symbol stage, Batch batch, Reporter.Finding finding) {
    double steps = batch.size() / (batch.micro() * batch.copies());
    if (steps >= 1 && steps == Math.rint(steps)) {
      fix(stage, "accumulation", steps, ACCUMULATE, finding);
    }
    fix(stage, "batch", batch.product(), WRITE, finding);
  }

  private static void fix(
      Symbol stage, String property, double value, Localized title, Reporter.Finding finding) {
    SourceEdits.replaceValue(stage, property, Figures.source(value))
        .ifPresent(
            edit -> finding.fix(new Fix(title.with(Figures.of(value)), false, List.of(edit))));
  }
}
