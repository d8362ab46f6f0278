package dev.genplan.rules.catalog;

import dev.genplan.catalog.ModelCard;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Tensor parallelism gives each device some of the attention heads, so that their number has to be
 * a multiple of the degree. Source: Megatron-LM, arXiv:1909.08053, section 3; vLLM's configuration
 * check.
 */
public final class HeadsNotDivisible implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` splits the {2} attention heads of `{1}` over {3} devices, which does not come out even:"
              + " `tensor` has to be a divisor of {2}",
          "`{0}` 要把 `{1}` 的 {2} 个注意力头分到 {3} 个设备上，无法整除：`tensor` 必须是 {2} 的约数");
  private static final Localized USE = Localized.of("Split over {0} devices", "改为 {0} 个设备");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "heads-not-divisible",
            Category.COMPUTE,
            Severity.ERROR,
            "Attention heads cannot be divided among the tensor-parallel devices.",
            "注意力头数不能被张量并行数整除。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      check(training.symbol(), training.attributes().section("parallel"), reporter);
    }
    for (Symbol deploy : plan.all("deploy")) {
      check(
          deploy,
          deploy.attributes().section("serving").flatMap(serving -> serving.section("parallel")),
          reporter);
    }
  }

  private static void check(Symbol stage, Optional<Attributes> parallel, Reporter reporter) {
    OptionalDouble degree =
        parallel.map(each -> each.number("tensor")).orElse(OptionalDouble.empty());
    if (degree.isEmpty() || degree.getAsDouble() <= 1) {
      return;
    }
    Symbol start = start(stage);
    OptionalDouble heads = heads(start);
    int tensor = (int) degree.getAsDouble();
    if (heads.isPresent() && (int) heads.getAsDouble() % tensor != 0) {
      int divisor = tensor;
      while ((int) heads.getAsDouble() % divisor != 0) {
        divisor--;
      }
      Location place = stage.locate(parallel.get().value("tensor").orElseThrow());
      reporter
          .report(
              stage,
              place,
              MESSAGE.with(
                  stage.name(), start.qualifiedName(), Figures.of(heads.getAsDouble()), tensor))
          .fix(
              new Fix(
                  USE.with(divisor), false, List.of(new Edit(place, Integer.toString(divisor)))));
    }
  }

  private static Symbol start(Symbol stage) {
    List<Symbol> chain = stage.plan().lineage().chain(stage);
    return chain.isEmpty() ? stage : chain.get(chain.size() - 1);
  }

  private static OptionalDouble heads(Symbol start) {
    OptionalDouble stated =
        start
            .attributes()
            .section("architecture")
            .map(shape -> shape.number("heads"))
            .orElse(OptionalDouble.empty());
    if (stated.isPresent() || !start.is("model")) {
      return stated;
    }
    return new Model(start)
        .card()
        .flatMap(ModelCard::architecture)
        .map(shape -> OptionalDouble.of(shape.heads()))
        .orElse(OptionalDouble.empty());
  }
}
