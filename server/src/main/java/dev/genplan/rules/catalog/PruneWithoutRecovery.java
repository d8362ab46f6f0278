package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Optimization;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Layers or channels are removed, or more than half of the weights, and no training or distillation
 * follows. Sources: SparseGPT, arXiv:2301.00774 (one-shot pruning holds up to about 50%); Llama 3.2
 * 1B and 3B are pruned, then distilled.
 */
public final class PruneWithoutRecovery implements Rule {
  private static final Localized STRUCTURE =
      Localized.of(
          "`{0}` removes whole parts of the model (`{1}`), and nothing is trained afterwards: quality"
              + " collapses without recovery. Distill or fine-tune, then evaluate",
          "`{0}` 删去模型的整块结构（`{1}`），之后却没有训练：不做恢复，质量会大幅下降。请蒸馏或微调后再评测");
  private static final Localized SHARE =
      Localized.of(
          "`{0}` removes {1} of the weights, and nothing is trained afterwards; without recovery quality"
              + " falls quickly beyond 50%. Distill or fine-tune, then evaluate",
          "`{0}` 去掉 {1} 的权重，之后却没有训练；超过 50% 后若不恢复，质量会迅速下降。请蒸馏或微调后再评测");
  private static final Localized RECOVER =
      Localized.of("Distill from `{0}` in the same stage", "在同一阶段以 `{0}` 为教师蒸馏");
  private static final double ONE_SHOT = 0.5;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "prune-without-recovery",
            Category.FLOW,
            Severity.WARNING,
            "A model is pruned hard, and nothing is trained afterwards.",
            "大幅剪枝之后没有恢复训练。")
        .whereComplete()
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.all("optimize")) {
      Optional<Tag> prune = new Optimization(stage).method("prune");
      if (prune.isPresent() && !Training.trains(stage) && !isRecovered(stage)) {
        message(stage, prune.get())
            .ifPresent(message -> report(stage, prune.get(), message, reporter));
      }
    }
  }

  private static boolean isRecovered(Symbol stage) {
    return Training.all(stage.plan()).stream()
        .anyMatch(each -> stage.plan().lineage().ancestors(each.symbol()).contains(stage));
  }

  private static Optional<Message> message(Symbol stage, Tag prune) {
    Optional<String> structure =
        prune.options().word("variant").filter(List.of("depth", "width")::contains);
    if (structure.isPresent()) {
      return Optional.of(STRUCTURE.with(stage.name(), structure.get()));
    }
    OptionalDouble sparsity = prune.options().number("sparsity");
    return sparsity.isPresent() && sparsity.getAsDouble() > ONE_SHOT
        ? Optional.of(
            SHARE.with(stage.name(), stage.text(prune.options().value("sparsity").orElseThrow())))
        : Optional.empty();
  }

  private static void report(Symbol stage, Tag prune, Message message, Reporter reporter) {
    Reporter.Finding finding = reporter.report(stage, stage.locate(prune.node()), message);
    List<Link> models = stage.valueLinks("model");
    if (models.size() == 1 && stage.attributes().has("data")) {
      String teacher = models.get(0).path().text();
      String methods = "[" + stage.text(prune.node()) + ", distill { teacher: " + teacher + " }]";
      SourceEdits.replaceValue(stage, "method", methods)
          .filter(edit -> stage.attributes().values("method").size() == 1)
          .ifPresent(edit -> finding.fix(new Fix(RECOVER.with(teacher), false, List.of(edit))));
    }
  }
}
