package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Tag;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Set;

/**
 * A declaration that nothing uses: wasted cost, or a forgotten link. Reports, services and monitors
 * may stand at the end of a plan, and so may the model of a plan that deploys nothing.
 */
public final class UnusedDeclaration implements Rule {

  private static final Localized GIVEN =
      Localized.of("Nothing in this plan uses `{0}`", "本计划中没有任何地方使用 `{0}`");
  private static final Localized MADE =
      Localized.of(
          "Nothing uses, evaluates or deploys what `{0}` makes; say `purpose: archive` if it is kept on"
              + " purpose",
          "`{0}` 的产物没有被使用、评测或部署；如果是有意保留，请写 `purpose: archive`");
  private static final Message REMOVE = Message.of("Remove the declaration", "删除该声明");

  /** What may stand at the end of a plan. */
  private static final Set<String> ENDS =
      Set.of("project", "evaluate", "redteam", "deploy", "monitor");

  /** Purposes that say why nothing uses it. */
  private static final Set<String> KEPT = Set.of("archive", "ablation", "baseline", "experiment");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "unused-declaration",
            Category.FLOW,
            Severity.WARNING,
            "Nothing uses what a declaration gives or makes.",
            "声明的内容或产物没有被使用。")
        .yieldingTo("reward-model-unused")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol symbol : plan.own()) {
      if (isUnused(plan, symbol)) {
        report(symbol, reporter);
      }
    }
  }

  /** Whether nothing uses a declaration that is there to be used. */
  public static boolean isUnused(Plan plan, Symbol symbol) {
    if (symbol.kind().isEmpty() || symbol.name().isEmpty()) {
      return false;
    }
    String kind = symbol.kind().get().word();
    String purpose = symbol.attributes().word("purpose").orElse("product");
    if (ENDS.contains(kind) || KEPT.contains(purpose)) {
      return false;
    }
    if (plan.all("deploy").isEmpty() && symbol.isStage() && isModelLike(symbol)) {
      return false;
    }
    return isWithoutUse(plan, symbol)
        && symbol.inner().stream().allMatch(inner -> isWithoutUse(plan, inner));
  }

  /** What a plan that deploys nothing may end with. */
  private static boolean isModelLike(Symbol symbol) {
    return symbol.repeat().isEmpty() && !symbol.is("reward");
  }

  private static boolean isWithoutUse(Plan plan, Symbol symbol) {
    return plan.uses(symbol).stream()
        .allMatch(
            link ->
                link.from() == symbol || link.from().parent().filter(symbol::equals).isPresent());
  }

  private static void report(Symbol symbol, Reporter reporter) {
    Reporter.Finding finding =
        reporter
            .report(symbol, (symbol.isStage() ? MADE : GIVEN).with(symbol.qualifiedName()))
            .tag(Tag.UNNECESSARY);
    if (!symbol.isStage()) {
      finding.fix(
          new Fix(
              REMOVE,
              false,
              List.of(new Edit(symbol.source().wholeLines(symbol.locate(symbol.node())), ""))));
    }
  }
}
