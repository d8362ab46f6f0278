package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Expense;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the plan itself says that its stages and data cost is more than its budget. Source: the
 * plan's own figures.
 */
public final class BudgetExceeded implements Rule {

  private static final Localized EXCEEDED =
      Localized.of(
          "What is stated costs at least {0} {1}, more than the budget of {2} {1}; {3} of it is"
              + " `{4}`. Do less there, or raise the budget",
          "计划所写的费用至少为 {0} {1}，超出 {2} {1} 的预算；其中 `{4}` 占 {3}。请在该处缩减，或提高预算");
  private static final Localized LIKELY =
      Localized.of(
          "What is stated costs {0} {1} by its middle figures{5}, more than the budget of {2} {1}; {3}"
              + " of it is `{4}`. Do less there, or raise the budget",
          "按所写数字的中间值，费用为 {0} {1}{5}，超出 {2} {1} 的预算；其中 `{4}` 占 {3}。请在该处缩减，或提高预算");
  private static final Localized RESERVE = Localized.of(" with {0} in reserve", "（含 {0} 的预留缓冲）");
  private static final Message NO_RESERVE = Message.of("", "");
  private static final Localized COSTS = Localized.of("{0} {1}", "{0} {1}");

  /** How many expenses are shown beside the finding. */
  private static final int SHOWN = 5;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "budget-exceeded",
            Category.PLANNING,
            Severity.ERROR,
            "The stated costs add up to more than the budget.",
            "所写的费用合计超出预算。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Project.of(plan);
    Optional<Amount> budget = project.flatMap(each -> each.attributes().amount("budget"));
    if (budget.isEmpty() || budget.get().unit().isEmpty()) {
      return;
    }
    List<Expense> expenses = Expense.all(plan, project.get(), budget.get().unit());
    if (expenses.isEmpty()) {
      return;
    }
    double least = 0;
    double expected = 0;
    for (Expense expense : expenses) {
      least += expense.least();
      expected += expense.expected();
    }
    double reserve =
        project.get().attributes().amount("contingency").map(Amount::middle).orElse(0.0);
    if (least > budget.get().high()) {
      report(project.get(), EXCEEDED, budget.get(), least, NO_RESERVE, expenses, reporter);
    } else if (expected * (1 + reserve) > budget.get().high()) {
      Message phrase = reserve > 0 ? RESERVE.with(Figures.percent(reserve)) : NO_RESERVE;
      double sum = expected * (1 + reserve);
      report(project.get(), LIKELY, budget.get(), sum, phrase, expenses, reporter)
          .severity(Severity.WARNING);
    }
  }

  private static Reporter.Finding report(
      Project project,
      Localized message,
      Amount budget,
      double sum,
      Message reserve,
      List<Expense> expenses,
      Reporter reporter) {
    List<Expense> largest =
        expenses.stream().sorted(Comparator.comparingDouble(Expense::expected).reversed()).toList();
    Expense first = largest.get(0);
    Reporter.Finding finding =
        reporter.report(
            project.symbol(),
            "budget",
            message.with(
                Figures.of(sum),
                budget.unit(),
                Figures.of(budget.high()),
                Figures.of(first.expected()),
                first.symbol().qualifiedName(),
                reserve));
    for (Expense expense : largest.subList(0, Math.min(SHOWN, largest.size()))) {
      finding.related(
          expense.symbol().location(), COSTS.with(Figures.of(expense.expected()), budget.unit()));
    }
    return finding;
  }
}
