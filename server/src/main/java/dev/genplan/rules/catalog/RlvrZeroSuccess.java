package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * The stated pass rate at the start is about 0% or about 100%, so that the answers to a prompt all
 * have the same reward and nothing can be learned from comparing them. Source: DAPO,
 * arXiv:2503.14476, section 3.2.
 */
public final class RlvrZeroSuccess implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "{0} of the prompts are solved at the start, so nearly all answers to a prompt get the same"
              + " reward and there is no gradient: {1}",
          "开始时通过率为 {0}，同一提示词的回答几乎都得到相同的奖励，没有梯度：{1}");
  private static final Localized HARD =
      Localized.of(
          "fine-tune first, or take easier prompts (10% to 90%)", "请先做监督微调，或换较易的提示词（10% 至 90%）");
  private static final Localized EASY =
      Localized.of("take harder prompts (10% to 90%)", "请换较难的提示词（10% 至 90%）");
  private static final Message FILTER =
      Message.of("Drop prompts without a difference while training", "训练时去掉没有差异的提示词");
  private static final double NEVER = 0.01;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rlvr-zero-success",
            Category.FLOW,
            Severity.WARNING,
            "Reinforcement learning starts where all answers, or none, are right.",
            "强化学习开始时，回答几乎全对或全错。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      boolean sifted =
          align.attributes().words("filter").stream()
              .anyMatch(List.of("dynamic-sampling", "curriculum", "pass-rate")::contains);
      Optional<Amount> rate = align.attributes().amount("pass-rate");
      if (sifted || rate.isEmpty()) {
        continue;
      }
      boolean never = rate.get().high() <= NEVER;
      boolean always = rate.get().low() >= 1 - NEVER;
      if (never || always) {
        Symbol symbol = align.symbol();
        Reporter.Finding finding =
            reporter.report(
                symbol,
                "pass-rate",
                MESSAGE.with(
                    symbol.text(symbol.attributes().value("pass-rate").orElseThrow()),
                    never ? HARD : EASY));
        if (!align.attributes().has("filter")) {
          SourceEdits.addMember(symbol, "filter: dynamic-sampling")
              .ifPresent(edit -> finding.fix(new Fix(FILTER, false, List.of(edit))));
        }
      }
    }
  }
}
