package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An improvement or a win rate with nothing that it is measured against. Source: what the words
 * mean: {@code change} is the difference to {@code baseline}, a win rate the share of comparisons
 * with another model that are won.
 */
public final class NoBaseline implements Rule {

  private static final Localized CHANGE =
      Localized.of(
          "`{0}` wants a change and names no `baseline`: a difference to nothing is neither reached"
              + " nor missed. Name what it is compared with, such as the prompted model",
          "`{0}` 要求指标有所变化，却没有写 `baseline`：没有参照，就谈不上达到或未达到。请写明与谁比较，例如只用提示词的模型");
  private static final Localized WINS =
      Localized.of(
          "`{0}` measures `{1}` and names no `baseline`: it is a share of comparisons with another"
              + " model, and says nothing until that is named",
          "`{0}` 要测量 `{1}`，却没有写 `baseline`：它是与另一个模型比较的胜出比例，不写明对手就没有意义");
  private static final Localized COMPARE = Localized.of("Compare with `{0}`", "与 `{0}` 比较");
  private static final Set<String> AGAINST = Set.of("win-rate", "lc-win-rate");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-baseline",
            Category.PLANNING,
            Severity.WARNING,
            "An improvement or a win rate has nothing to compare with.",
            "要求提升或胜率，却没有比较的对象。")
        .forLibrariesToo()
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Evaluation evaluation : View.all(plan, "evaluate", Evaluation::new)) {
      Symbol symbol = evaluation.symbol();
      if (!evaluation.isPresent() || symbol.attributes().has("baseline")) {
        continue;
      }
      Optional<String> wins = evaluation.metrics().stream().filter(AGAINST::contains).findFirst();
      if (symbol.attributes().has("change")) {
        fix(evaluation, reporter.report(symbol, "change", CHANGE.with(symbol.name())));
      } else if (wins.isPresent()) {
        Location place =
            symbol.locationOf(symbol.attributes().has("metrics") ? "metrics" : "results");
        fix(evaluation, reporter.report(symbol, place, WINS.with(symbol.name(), wins.get())));
      }
    }
  }

  /** What the evaluated weights were trained from is the natural thing to compare with. */
  private static void fix(Evaluation evaluation, Reporter.Finding finding) {
    Symbol symbol = evaluation.symbol();
    Optional<Symbol> before =
        evaluation
            .model()
            .filter(model -> model.links("model").size() == 1)
            .flatMap(model -> model.target("model"))
            .filter(model -> model.repeat().isEmpty() && !model.is("repeat"));
    if (before.isEmpty() || !symbol.isOwn()) {
      return;
    }
    String name = before.get().name();
    Optional<Edit> edit = SourceEdits.addMember(symbol, "baseline: " + name);
    edit.ifPresent(it -> finding.fix(new Fix(COMPARE.with(name), false, List.of(it))));
  }
}
