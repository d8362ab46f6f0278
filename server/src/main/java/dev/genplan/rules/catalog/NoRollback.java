package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A service goes live that can neither go back to another version nor be switched off. NIST AI
 * 600-1, MANAGE 2.4, asks for ways to supersede, disengage or deactivate.
 */
public final class NoRollback implements Rule {

  private static final Localized NONE =
      Localized.of(
          "`{0}` has no way back if it misbehaves: name a version to return to, or, for a first"
              + " version, a switch (`rollback { switch: true }`)",
          "`{0}` 出现问题时没有退路：请写明回滚版本；首个版本请设置熔断开关（`rollback { switch: true }`）");
  private static final Localized EMPTY =
      Localized.of(
          "The rollback of `{0}` says neither where `to` nor that there is a `switch`, nor what"
              + " triggers it",
          "`{0}` 的回滚既没有写明版本 `to` 或开关 `switch`，也没有写明触发条件");
  private static final Message ADD = Message.of("Add a switch that turns it off", "添加可将其关闭的开关");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-rollback",
            Category.GOVERNANCE,
            Severity.WARNING,
            "A service goes live that can neither be rolled back nor switched off.",
            "服务上线后既不能回滚，也不能关闭。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      boolean depends =
          List.of("online", "edge").contains(deployment.mode())
              && !deployment.audience().equals(Optional.of("none"));
      if (depends && !isReversible(deployment.attributes())) {
        report(deployment, reporter);
      }
    }
  }

  private static boolean isReversible(Attributes deployment) {
    return deployment
        .section("rollback")
        .filter(it -> it.has("to") || it.isTrue("switch") || !it.criteria().isEmpty())
        .isPresent();
  }

  private static void report(Deployment deployment, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    boolean empty = deployment.attributes().has("rollback");
    Reporter.Finding finding =
        reporter.report(symbol, "rollback", (empty ? EMPTY : NONE).with(symbol.name()));
    if (deployment.audience().equals(Optional.of("internal"))) {
      finding.severity(Severity.INFORMATION);
    }
    Optional<Edit> edit =
        empty || !symbol.isOwn()
            ? Optional.empty()
            : SourceEdits.addMember(symbol, "rollback { switch: true }");
    edit.ifPresent(it -> finding.fix(new Fix(ADD, false, List.of(it))));
  }
}
