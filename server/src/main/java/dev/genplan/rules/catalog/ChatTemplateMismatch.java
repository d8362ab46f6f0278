package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A prompt, an evaluation or a deployment states another chat template than the training before it.
 * Source: lm-sys/FastChat, docs/vicuna_weights_version.md: v1.1 changed the separator, and its
 * weights do not work with the old one.
 */
public final class ChatTemplateMismatch implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` uses the chat template \"{1}\", but `{2}` was trained with \"{3}\": the model sees a"
              + " format that it does not know. Use one template everywhere",
          "`{0}` 使用对话模板 \"{1}\"，而 `{2}` 训练时用的是 \"{3}\"：模型会看到陌生的格式。请统一模板");
  private static final Localized USE = Localized.of("Use the template of `{0}`", "改用 `{0}` 的模板");
  private static final Message TRAINED = Message.of("trained with this one", "训练时用的模板");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "chat-template-mismatch",
            Category.ARTIFACTS,
            Severity.ERROR,
            "A model is used with another chat template than it was trained with.",
            "模型使用的对话模板与训练时不同。")
        .yieldingTo("evaluated-not-deployed")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (String kind : List.of("prompt", "evaluate", "deploy")) {
      for (Symbol stage : plan.all(kind)) {
        boolean meant = stage.attributes().isWord("purpose", "ablation");
        Optional<String> used = stage.attributes().text("template");
        if (used.isPresent() && !meant) {
          trained(stage)
              .filter(each -> !each.attributes().text("template").equals(used))
              .ifPresent(each -> report(stage, used.get(), each, reporter));
        }
      }
    }
  }

  /** The nearest training before a stage that states its template. */
  private static Optional<Symbol> trained(Symbol stage) {
    Lineage lineage = stage.plan().lineage();
    return lineage.source(stage).stream()
        .flatMap(model -> lineage.chain(model).stream())
        .filter(each -> each.is("model") || Training.trains(each))
        .filter(each -> each.attributes().text("template").isPresent())
        .findFirst();
  }

  private static void report(Symbol stage, String used, Symbol training, Reporter reporter) {
    String template = training.attributes().text("template").orElseThrow();
    Reporter.Finding finding =
        reporter
            .report(
                stage,
                "template",
                MESSAGE.with(stage.name(), used, training.qualifiedName(), template))
            .related(training.locationOf("template"), TRAINED);
    SourceEdits.replaceValue(stage, "template", '"' + template + '"')
        .ifPresent(edit -> finding.fix(new Fix(USE.with(training.name()), false, List.of(edit))));
  }
}
