package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Tag;
import dev.genplan.plan.Types;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Optional;

/**
 * LoRA, prompt tuning and their kin need gradients through the weights, which a model behind an API
 * does not give away. Practice; no single source.
 */
public final class SoftPromptOnApi implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` needs gradients through the weights of `{1}`, which is only reached through an API."
              + " Use a `prompt` stage, or a model with open weights; if the provider tunes it, say"
              + " `access: api { tuning: true }`",
          "`{0}` 需要对 `{1}` 的权重求梯度，而它只能通过 API 访问。请改用 `prompt` 阶段或开放权重的模型；"
              + "若服务商提供微调，请写 `access: api { tuning: true }`");
  private static final Message MODEL = Message.of("the model", "该模型");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "soft-prompt-on-api",
        Category.FLOW,
        Severity.ERROR,
        "An adapter or soft prompt is trained on a model that is only reached through an API.",
        "在只能通过 API 访问的模型上训练适配器或软提示。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      Optional<Tag> adapter =
          training.methods().stream().filter(tag -> Types.isAdapterMethod(tag.word())).findFirst();
      if (adapter.isPresent()) {
        plan.lineage()
            .base(training.symbol())
            .filter(base -> isClosed(new Model(base)))
            .ifPresent(
                base ->
                    reporter
                        .report(
                            training.symbol(),
                            training.symbol().locate(adapter.get().node()),
                            MESSAGE.with(adapter.get().word(), base.qualifiedName()))
                        .related(base.location(), MODEL));
      }
    }
  }

  private static boolean isClosed(Model model) {
    boolean tuned =
        model.attributes().tag("access").filter(tag -> tag.options().isTrue("tuning")).isPresent();
    return model.isBehindApi() && !tuned;
  }
}
