package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Model;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * A prompt with a system text and no examples around a raw base model, which continues text instead
 * of answering. Practice; GPT-3, arXiv:2005.14165, prompts its base models with examples.
 */
public final class ChatPromptOnBase implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` gives a system prompt to `{1}`, a raw base model, which continues text instead of"
              + " answering. Take its instruction-tuned sister, or show examples (`few-shot`)",
          "`{0}` 给原始基座模型 `{1}` 写了系统提示词，而它只会续写，不会作答。请换用其指令微调版，或给出示例（`few-shot`）");
  private static final Message BASE = Message.of("the base model", "基座模型");
  private static final Message EXAMPLES = Message.of("Show three examples", "给出三个示例");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "chat-prompt-on-base",
            Category.ARTIFACTS,
            Severity.WARNING,
            "A raw base model is given a system prompt.",
            "给原始基座模型写了系统提示词。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol prompt : plan.all("prompt")) {
      boolean shots =
          prompt.attributes().tags("method").stream()
              .anyMatch(tag -> tag.word().equals("few-shot") || tag.word().equals("one-shot"));
      if (!prompt.attributes().has("system") || shots || prompt.attributes().has("data")) {
        continue;
      }
      prompt
          .target("model")
          .flatMap(plan.course()::effective)
          .filter(Model::isRawBase)
          .ifPresent(model -> report(prompt, model, reporter));
    }
  }

  private static void report(Symbol prompt, Symbol model, Reporter reporter) {
    Reporter.Finding finding =
        reporter
            .report(prompt, "system", MESSAGE.with(prompt.name(), model.qualifiedName()))
            .related(model.location(), BASE);
    if (!prompt.attributes().has("method")) {
      SourceEdits.addMember(prompt, "method: few-shot { shots: 3 }")
          .ifPresent(edit -> finding.fix(new Fix(EXAMPLES, false, List.of(edit))));
    }
  }
}
