package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A budget pays for one run of a recipe that is found by trying: pre-training or reinforcement
 * learning. Source: Morrison et al., arXiv:2503.05804: the development of a series of language
 * models took about half as much as their training runs.
 */
public final class NoDevelopmentCompute implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "The budget pays for one run of `{0}`, and a recipe for {1} is found by trying: for a"
              + " published series of models that took half as much as all final runs together. State the"
              + " `runs` it takes, or plan an ablation",
          "预算只够 `{0}` 跑一次，而{1}的配方要靠试：在一个公开的模型系列中，开发消耗相当于全部正式训练的一半。请写明 `runs`，或安排消融实验");
  private static final Localized PRETRAINING = Localized.of("pre-training", "预训练");
  private static final Localized REINFORCEMENT = Localized.of("reinforcement learning", "强化学习");
  private static final Message BUDGET = Message.of("the budget", "预算");
  private static final List<String> TRIALS =
      List.of("experiment", "ablation", "sanity", "baseline");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-development-compute",
            Category.PLANNING,
            Severity.WARNING,
            "The budget holds one final run and none to find its settings.",
            "预算只包含一次正式训练，没有留给调试配方的运行。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Symbol> project =
        Project.of(plan).filter(each -> each.attributes().has("budget")).map(Project::symbol);
    List<Training> trainings = Training.all(plan);
    if (project.isEmpty() || trainings.stream().anyMatch(NoDevelopmentCompute::isTrial)) {
      return;
    }
    for (Training training : trainings) {
      boolean pretrains = isPretraining(training);
      if ((pretrains || isReinforcement(training)) && isOneRun(training)) {
        reporter
            .report(
                training.symbol(),
                "runs",
                MESSAGE.with(
                    training.symbol().qualifiedName(), pretrains ? PRETRAINING : REINFORCEMENT))
            .related(project.get().locationOf("budget"), BUDGET);
      }
    }
  }

  private static boolean isTrial(Training training) {
    return training.attributes().word("purpose").filter(TRIALS::contains).isPresent();
  }

  private static boolean isPretraining(Training training) {
    return training.symbol().is("pretrain") && !training.attributes().has("model");
  }

  private static boolean isReinforcement(Training training) {
    return training.requirements().stream()
        .anyMatch(row -> row.family() == MethodRequirement.Family.POLICY_GRADIENT);
  }

  /** Whether the plan says what it costs, and no more than one run of it. */
  private static boolean isOneRun(Training training) {
    Attributes stated = training.attributes();
    boolean priced = Stream.of("cost", "accelerator-hours").anyMatch(stated::has);
    boolean once =
        !stated.isUnknown("runs")
            && stated.amount("runs").map(Amount::high).filter(runs -> runs > 1).isEmpty();
    return priced
        && once
        && !stated.has("reason")
        && training.symbol().repeat().isEmpty()
        && stated.word("status").filter("planned"::equals).isPresent();
  }
}
