package dev.genplan.rules.catalog;

import dev.genplan.catalog.ModelCard;
import dev.genplan.catalog.ModelCard.Architecture;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * LoRA on attention alone. Adapters on the feed-forward layers learn more, even against attention
 * adapters with as many parameters (Thinking Machines, "LoRA Without Regret", 2025); QLoRA found
 * that all layers are needed to match full fine-tuning (arXiv:2305.14314). Neither looked at models
 * with an encoder, so those are left alone.
 */
public final class LoraTargets implements Rule {

  private static final List<String> ATTENTION = List.of("attention", "q", "k", "v", "o");

  private static final Localized MESSAGE =
      Localized.of(
          "LoRA on {0} leaves out the feed-forward layers, where most is learned; it falls behind even"
              + " with a higher rank. Take `all-linear`",
          "LoRA 只加在 {0} 上，漏掉了学得最多的前馈层；即使提高秩也会落后。请用 `all-linear`");
  private static final Message ALL = Message.of("Adapt all linear layers", "适配所有线性层");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "lora-targets",
            Category.TRAINING,
            Severity.HINT,
            "LoRA adapts the attention alone.",
            "LoRA 只适配注意力层。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training tune : View.all(plan, "finetune", Training::new)) {
      Optional<Tag> lora = tune.lora();
      List<String> targets = lora.map(it -> it.options().words("targets")).orElse(List.of());
      if (!targets.isEmpty()
          && ATTENTION.containsAll(targets)
          && lora.get().options().words("trainable").isEmpty()
          && !hasEncoder(tune.symbol())) {
        report(tune.symbol(), lora.get(), reporter);
      }
    }
  }

  private static boolean hasEncoder(Symbol stage) {
    Optional<Symbol> base = stage.plan().lineage().base(stage);
    return base.flatMap(it -> it.attributes().section("architecture"))
        .flatMap((Attributes shape) -> shape.word("backbone"))
        .or(
            () ->
                base.flatMap(it -> new Model(it).card())
                    .flatMap(ModelCard::architecture)
                    .map(Architecture::backbone))
        .filter(backbone -> backbone.startsWith("encoder"))
        .isPresent();
  }

  private static void report(Symbol stage, Tag lora, Reporter reporter) {
    Value targets = lora.options().value("targets").orElseThrow();
    reporter
        .report(
            stage,
            stage.locate(targets),
            MESSAGE.with("`" + String.join("`, `", lora.options().words("targets")) + "`"))
        .fix(new Fix(ALL, false, List.of(new Edit(stage.locate(targets), "all-linear"))));
  }
}
