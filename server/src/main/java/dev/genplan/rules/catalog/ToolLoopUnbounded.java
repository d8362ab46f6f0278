package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * A ReAct loop, or tools, with no limit of steps, time or money and no list of what may be called.
 * Source: OWASP Top 10 for LLM applications, LLM06:2025 Excessive Agency and LLM10:2025 Unbounded
 * Consumption.
 */
public final class ToolLoopUnbounded implements Rule {
  private static final Localized LOOP =
      Localized.of(
          "`{0}` lets the model act until it stops by itself; set a `limit` of steps, a `timeout` or a"
              + " `budget` for a request",
          "`{0}` 让模型一直行动到自己停下；请设置步数上限 `limit`、`timeout` 或每次请求的 `budget`");
  private static final Localized TOOLS =
      Localized.of(
          "`{0}` says neither which tools may be called (`names`) nor how often (`limit`, `timeout`,"
              + " `budget`)",
          "`{0}` 既没有说明可以调用哪些工具（`names`），也没有说明调用上限（`limit`、`timeout`、`budget`）");
  private static final Message LIMIT = Message.of("At most 10 steps", "最多 10 步");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "tool-loop-unbounded",
            Category.FLOW,
            Severity.WARNING,
            "A model calls tools in a loop without a limit.",
            "模型循环调用工具而没有上限。")
        .whereComplete()
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol augment : plan.all("augment")) {
      for (Tag method : augment.attributes().tags("method")) {
        boolean loop = method.word().equals("react");
        List<String> bounds =
            loop
                ? List.of("limit", "timeout", "budget")
                : List.of("limit", "timeout", "budget", "names", "approval");
        boolean open =
            (loop || method.word().equals("tools"))
                && bounds.stream().noneMatch(method.options()::has);
        if (open) {
          reporter
              .report(
                  augment,
                  augment.locate(method.node()),
                  (loop ? LOOP : TOOLS).with(augment.name()))
              .fix(
                  new Fix(
                      LIMIT,
                      false,
                      List.of(SourceEdits.addOption(augment, method.node(), "limit: 10"))));
        }
      }
    }
  }
}
