package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The critic of PPO names the model it starts from, and a size that this model does not have: the
 * shapes do not match. Source: InstructGPT, arXiv:2203.02155, section 3.5: the value function
 * starts from the 6B reward model.
 */
public final class ValueInitIncompatible implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "The critic of `{0}` is to have {1} parameters and start from `{2}`, which has {3}: the weights do"
              + " not fit. Leave `parameters` out, or start from a model of that size",
          "`{0}` 的价值模型写明 {1} 参数，却从 `{2}`（{3}）初始化：权重对不上。请省略 `parameters`，或从同样大小的模型开始");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "value-init-incompatible",
            Category.ARTIFACTS,
            Severity.ERROR,
            "A critic is started from weights of another size.",
            "价值模型以另一种大小的权重初始化。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      for (Tag method : align.methods()) {
        OptionalDouble stated = method.options().qualifiers("critic").number("parameters");
        Optional<Link> critic = align.symbol().links("critic").stream().findFirst();
        Optional<Amount> size =
            critic
                .flatMap(Link::symbol)
                .flatMap(plan.lineage()::base)
                .flatMap(base -> new Model(base).parameters())
                .filter(Amount::isExact);
        boolean differ =
            stated.isPresent()
                && size.isPresent()
                && Math.abs(stated.getAsDouble() / size.get().low() - 1) > 0.1;
        if (differ) {
          reporter.report(
              align.symbol(),
              critic.get().location(),
              MESSAGE.with(
                  align.symbol().name(),
                  Figures.parameters(stated.getAsDouble()),
                  critic.get().path().text(),
                  Figures.parameters(size.get().low())));
        }
      }
    }
  }
}
