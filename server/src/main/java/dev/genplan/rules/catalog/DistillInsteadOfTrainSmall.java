package dev.genplan.rules.catalog;

import dev.genplan.catalog.TrainingOnOutputs;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Optimization;
import dev.genplan.plan.view.Terms;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A small model is trained from scratch on text alone, and the plan has a much larger one that may
 * teach it. Sources: DistilBERT, arXiv:1910.01108, section 3: 8 V100 for about 90 hours; Llama 3.2
 * model card: 1B and 3B pruned from 8B and trained on the logits of larger models.
 */
public final class DistillInsteadOfTrainSmall implements Rule {

  private static final double SMALL = 10e9;

  /** A teacher is at least that many times as large; ours. */
  private static final double MUCH_LARGER = 3;

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` trains {1} parameters from scratch on text alone, and `{2}` with {3} may teach it:"
              + " distilling is cheaper, DistilBERT took 8 V100 for 90 hours. Use `optimize` with"
              + " `distill`, or state a `reason`",
          "`{0}` 仅用文本从零训练 {1} 参数的模型，而计划中有 {3} 参数的 `{2}` 可以当教师：蒸馏更省，DistilBERT 只用 8 张 V100 约 90 小时。"
              + "请用 `optimize` 的 `distill`，或写明 `reason`");
  private static final Message TEACHER = Message.of("a possible teacher", "可用的教师模型");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "distill-instead-of-train-small",
            Category.LADDER,
            Severity.HINT,
            "A small model is trained from scratch though a teacher is at hand.",
            "有可用的教师模型，却从零训练小模型。")
        .yieldingTo("pretrain-without-reason")
        .learning();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol pretrain : plan.all("pretrain")) {
      Optional<Amount> size =
          pretrain.attributes().amount("parameters").filter(amount -> amount.high() < SMALL);
      if (size.isPresent() && isFromScratch(pretrain) && !distills(plan)) {
        teacher(plan, size.get().high())
            .ifPresent(teacher -> report(pretrain, size.get(), teacher, reporter));
      }
    }
  }

  private static boolean isFromScratch(Symbol pretrain) {
    return !pretrain.attributes().has("model")
        && !pretrain.attributes().has("reason")
        && pretrain.attributes().word("purpose").equals(Optional.of("product"))
        && pretrain.targets("data").stream().noneMatch(data -> data.is("synthesize"));
  }

  private static boolean distills(Plan plan) {
    return View.all(plan, "optimize", Optimization::new).stream()
        .anyMatch(stage -> stage.method("distill").isPresent());
  }

  /** The first model that is much larger, whose terms allow it and whose weights are at hand. */
  private static Optional<Model> teacher(Plan plan, double size) {
    return View.all(plan, "model", Model::new).stream()
        .filter(model -> List.of("policy", "teacher").contains(model.role()))
        .filter(model -> !model.isBehindApi() && mayTeach(model.terms()))
        .filter(
            model -> model.parameters().filter(own -> own.low() >= MUCH_LARGER * size).isPresent())
        .findFirst();
  }

  private static boolean mayTeach(Terms terms) {
    return terms.training().orElse(terms.trainingOnOutputs() == TrainingOnOutputs.ALLOWED);
  }

  private static void report(Symbol pretrain, Amount size, Model teacher, Reporter reporter) {
    reporter
        .report(
            pretrain,
            MESSAGE.with(
                pretrain.qualifiedName(),
                Figures.parameters(size.middle()),
                teacher.symbol().name(),
                Figures.parameters(teacher.parameters().orElseThrow().middle())))
        .related(teacher.symbol().location(), TEACHER);
  }
}
