package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Model;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Optional;
import java.util.OptionalDouble;

/** Availability is promised, and nothing answers when the only model is down. */
public final class NoFallback implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` promises an availability of {1}, that is at most {2} hours of outage a year, and nothing"
              + " answers while `{3}` is down: name a `fallback`, or `fallback: none` if that is accepted",
          "`{0}` 承诺 {1} 的可用性，即每年停机不超过 {2} 小时，而 `{3}` 不可用时没有替代：请写明 `fallback`；"
              + "若可接受停机，请写 `fallback: none`");

  private static final double HOURS = 8760;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-fallback",
            Category.DEPLOYMENT,
            Severity.INFORMATION,
            "Availability is promised, and nothing answers when the model is down.",
            "承诺了可用性，模型不可用时却没有兜底。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      OptionalDouble promised = deployment.serving().number("availability");
      boolean waits = deployment.mode().equals("batch");
      if (promised.isPresent()
          && !waits
          && !deployment.attributes().has("fallback")
          && isSingle(deployment)) {
        report(deployment, promised.getAsDouble(), reporter);
      }
    }
  }

  /** Several copies of one's own carry each other's load; those of a provider fail together. */
  private static boolean isSingle(Deployment deployment) {
    Attributes serving = deployment.serving();
    boolean copies = serving.amount("replicas").map(Amount::low).orElse(1.0) > 1;
    Optional<Symbol> base = deployment.model().flatMap(deployment.symbol().plan().lineage()::base);
    boolean api =
        base.filter(model -> new Model(model).isBehindApi()).isPresent()
            || serving.isWord("engine", "api");
    return api || !copies;
  }

  private static void report(Deployment deployment, double promised, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    reporter.report(
        symbol,
        symbol.locate(deployment.serving().value("availability").orElseThrow()),
        MESSAGE.with(
            symbol.name(),
            symbol.figure(deployment.serving().value("availability").orElseThrow()),
            Figures.of(Math.rint((1 - promised) * HOURS * 10) / 10),
            deployment.model().map(Symbol::name).orElse("")));
  }
}
