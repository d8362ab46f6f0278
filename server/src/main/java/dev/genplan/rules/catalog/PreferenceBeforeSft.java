package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Model;
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
 * Preference optimization or RLHF on a raw base model. DPO assumes that the preferred answers are
 * likely under the model it starts from, PPO explores from what that model says. Source: DPO,
 * arXiv:2305.18290, section 4 (without a tuned model, first train on the preferred answers). ORPO
 * has the tuning inside its loss, verifiable rewards work on base models (DeepSeek-R1,
 * arXiv:2501.12948).
 */
public final class PreferenceBeforeSft implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "{0} starts from the raw base model `{1}`, which does not answer yet: fine-tune it first, or"
              + " use ORPO",
          "{0} 直接从原始基座模型 `{1}` 开始，而它还不会作答：请先做监督微调，或改用 ORPO");
  private static final Message BASE = Message.of("the base model", "基座模型");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "preference-before-sft",
            Category.FLOW,
            Severity.WARNING,
            "Preferences are optimized on a raw base model.",
            "直接在原始基座模型上做偏好优化。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      List<MethodRequirement> needs = align.requirements();
      if (needs.isEmpty() || needs.stream().anyMatch(MethodRequirement::startsFromBase)) {
        continue;
      }
      rawBase(plan, align.symbol())
          .ifPresent(
              base ->
                  reporter
                      .report(
                          align.symbol(),
                          "model",
                          MESSAGE.with(needs.get(0).title(), base.qualifiedName()))
                      .related(base.location(), BASE));
    }
  }

  /** The base model that the stage trains with no tuning between, if it is known to be raw. */
  private static Optional<Symbol> rawBase(Plan plan, Symbol align) {
    return align.target("model").flatMap(plan.course()::effective).filter(Model::isRawBase);
  }
}
