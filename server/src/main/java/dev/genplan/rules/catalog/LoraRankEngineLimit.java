package dev.genplan.rules.catalog;

import dev.genplan.catalog.Engine;
import dev.genplan.catalog.Engines;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Assembly;
import dev.genplan.plan.view.Deployment;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An adapter has a higher rank than the engine takes. Source: vLLM, vllm/config/lora.py: {@code
 * max_lora_rank} is 16 unless set to another of 1, 8, 16, 32, 64, 128, 256, 320 and 512.
 */
public final class LoraRankEngineLimit implements Rule {

  private static final Localized DEFAULT =
      Localized.of(
          "`{0}` serves the adapter `{1}` of rank {2}, and {3} takes ranks up to {4} unless told otherwise,"
              + " so that it does not load. Set `max-rank`, or merge the adapter",
          "`{0}` 服务的适配器 `{1}` 秩为 {2}，而 {3} 默认只接受不超过 {4} 的秩，无法加载。请设置 `max-rank`，或合并适配器");
  private static final Localized STATED =
      Localized.of(
          "`{0}` serves the adapter `{1}` of rank {2}, and `max-rank` lets the engine take ranks up to {4}"
              + " only. Raise it",
          "`{0}` 服务的适配器 `{1}` 秩为 {2}，而 `max-rank` 只允许不超过 {4} 的秩。请调高");
  private static final Localized SET = Localized.of("Take ranks up to {0}", "允许不超过 {0} 的秩");

  private static final int[] POSSIBLE = {8, 16, 32, 64, 128, 256, 320, 512};

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "lora-rank-engine-limit",
        Category.DEPLOYMENT,
        Severity.WARNING,
        "An adapter has a higher rank than the serving engine takes.",
        "适配器的秩超出推理引擎的上限。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      OptionalDouble limit = limit(deployment.serving());
      if (limit.isPresent()) {
        for (Link served : deployment.served()) {
          OptionalDouble rank =
              served.symbol().map(LoraRankEngineLimit::rank).orElse(OptionalDouble.empty());
          if (rank.isPresent() && rank.getAsDouble() > limit.getAsDouble()) {
            report(deployment, served, rank.getAsDouble(), limit.getAsDouble(), reporter);
            break;
          }
        }
      }
    }
  }

  private static OptionalDouble limit(Attributes serving) {
    if (serving.has("max-rank")) {
      return serving.number("max-rank");
    }
    return serving.word("engine").flatMap(Engines::find).map(Engine::maxRank).stream()
        .flatMapToInt(rank -> rank.stream())
        .asDoubleStream()
        .findFirst();
  }

  /** The rank of the adapter that a served thing is; empty if it is none. */
  private static OptionalDouble rank(Symbol served) {
    Optional<Symbol> weights = Assembly.of(served).map(Assembly::weights);
    if (weights.flatMap(Symbol::makes).filter(FlowType.ADAPTER::equals).isEmpty()) {
      return OptionalDouble.empty();
    }
    for (Tag method : weights.get().attributes().tags("method")) {
      if (method.options().has("rank")) {
        return method.options().number("rank");
      }
    }
    return OptionalDouble.empty();
  }

  private static void report(
      Deployment deployment, Link served, double rank, double limit, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    Attributes serving = deployment.serving();
    boolean stated = serving.has("max-rank");
    Value value = serving.value(stated ? "max-rank" : "engine").orElseThrow();
    Reporter.Finding finding =
        reporter.report(
            symbol,
            symbol.locate(value),
            (stated ? STATED : DEFAULT)
                .with(
                    symbol.name(),
                    served.path().text(),
                    Figures.of(rank),
                    serving.word("engine").orElse(""),
                    Figures.of(limit)));
    for (int possible : POSSIBLE) {
      if (possible >= rank) {
        String text = stated ? "" + possible : symbol.text(value) + ", max-rank: " + possible;
        finding.fix(
            new Fix(SET.with(possible), false, List.of(new Edit(symbol.locate(value), text))));
        return;
      }
    }
  }
}
