package dev.genplan.rules.catalog;

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
import java.util.List;
import java.util.Optional;

/**
 * A reward model is initialized from a raw base instead of the tuned model whose answers it scores.
 * Source: Llama 2, arXiv:2307.09288, section 3.2.2: initialized from chat checkpoints, so that it
 * knows what the policy knows. Llama 3, arXiv:2407.21783, section 4.1.2, does otherwise.
 */
public final class RewardModelFromRawBase implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` starts from the raw base `{1}`, which has seen neither the format nor the knowledge of the"
              + " answers it will score; start from the fine-tuned model",
          "`{0}` 从原始基座 `{1}` 开始，它既没见过要打分的回答的格式，也不具备相应的知识；请从微调后的模型开始");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "reward-model-from-raw-base",
            Category.FLOW,
            Severity.INFORMATION,
            "A reward model starts from a raw base model.",
            "奖励模型从原始基座模型开始训练。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training reward : View.all(plan, "reward", Training::new)) {
      boolean study =
          reward
              .attributes()
              .word("purpose")
              .filter(List.of("ablation", "experiment")::contains)
              .isPresent();
      Optional<Symbol> start = reward.model().flatMap(plan.course()::effective);
      boolean raw = start.filter(Model::isRawBase).isPresent();
      boolean tunedExists = !plan.all("finetune").isEmpty() || !plan.all("align").isEmpty();
      if (raw && !study && tunedExists) {
        reporter.report(
            reward.symbol(),
            "model",
            MESSAGE.with(reward.symbol().name(), start.get().qualifiedName()));
      }
    }
  }
}
