package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * All weights are tuned for one task, and the product has several. Source: Chung et al.,
 * arXiv:2210.11416: instruction tuning on many tasks at once, 1,836 in all.
 */
public final class MultiTaskNeed implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` tunes all weights for one task, on `{1}` alone, and the product has {2}: what the"
              + " others need is forgotten. Mix in data of the other tasks, or train an adapter for each",
          "`{0}` 只用 `{1}` 为一项任务微调全部权重，而产品有 {2} 项任务：其他任务的能力会被遗忘。请混入其他任务的数据，或为每项任务各训练一个适配器");
  private static final Message TASKS = Message.of("the tasks", "任务");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "multi-task-need",
            Category.LADDER,
            Severity.WARNING,
            "All weights are tuned for one task of a product that has several.",
            "产品有多项任务，却为其中一项微调全部权重。")
        .whereComplete()
        .learning();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Project.of(plan);
    int tasks = project.map(each -> each.tasks().size()).orElse(0);
    if (tasks < 2) {
      return;
    }
    for (Training stage : View.all(plan, "finetune", Training::new)) {
      if (stage.isPresent() && isForOneTask(stage)) {
        Symbol symbol = stage.symbol();
        Reporter.Finding finding =
            reporter
                .report(
                    symbol,
                    "aim",
                    MESSAGE.with(
                        symbol.qualifiedName(), stage.data().get(0).qualifiedName(), tasks))
                .related(project.get().symbol().locationOf("task"), TASKS);
        Repairs.trainLora(stage, "full").ifPresent(finding::fix);
      }
    }
  }

  private static boolean isForOneTask(Training stage) {
    return stage.isFull()
        && stage.symbol().makes().equals(Optional.of(FlowType.MODEL))
        && stage.attributes().words("aim").equals(List.of("task"))
        && stage.attributes().word("purpose").equals(Optional.of("product"))
        && !stage.attributes().has("reason")
        && stage.data().size() == 1
        && stage.attributes().values("data").size() == 1;
  }
}
