package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Labelers;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * People judge a model, and a plan with a budget does not say what that costs. Practice; no single
 * source.
 */
public final class EvaluationCostZero implements Rule {

  /** What a colleague judges in an afternoon; ours. */
  private static final double FEW = 100;

  private static final Localized MESSAGE =
      Localized.of(
          "People judge {1} in `{0}`, which costs nothing as planned, so that the budget of {2} does not"
              + " hold it; add a `price`, or a `pace` and the `rate` of the annotators",
          "`{0}` 需要人工评判{1}，计划中却没有费用，{2} 的预算也就没有包含它；请补充 `price`，或 `pace` 与标注员的 `rate`");
  private static final Localized ITEMS = Localized.of("{0} items", " {0} 条");
  private static final Message ANSWERS = Message.of("answers", "回答");
  private static final Message BUDGET = Message.of("the budget", "预算");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "evaluation-cost-zero",
            Category.PLANNING,
            Severity.HINT,
            "People judge a model, and a plan with a budget does not say what that costs.",
            "需要人工评测，而有预算的计划没有写明评测费用。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Labelers.toBePaidBy(plan);
    if (project.isEmpty()) {
      return;
    }
    for (Evaluation evaluation : View.all(plan, "evaluate", Evaluation::new)) {
      Attributes stated = evaluation.attributes();
      boolean people = stated.has("annotators") && !stated.isNone("annotators");
      OptionalDouble items = items(evaluation.symbol());
      boolean few = items.isPresent() && items.getAsDouble() <= FEW;
      if (evaluation.isPresent() && people && !few && !Labelers.areCounted(stated)) {
        Message what = items.isPresent() ? ITEMS.with(Figures.of(items.getAsDouble())) : ANSWERS;
        String name = evaluation.symbol().qualifiedName();
        reporter
            .report(
                evaluation.symbol(),
                "annotators",
                MESSAGE.with(name, what, Labelers.budget(project.get())))
            .related(project.get().symbol().locationOf("budget"), BUDGET);
      }
    }
  }

  private static OptionalDouble items(Symbol evaluation) {
    return evaluation.attributes().has("size")
        ? evaluation.attributes().number("size")
        : evaluation.target("data").map(Dataset::items).orElse(OptionalDouble.empty());
  }
}
