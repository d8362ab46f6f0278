package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.References;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Type;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An alignment whose method learns from a score for each answer, with nothing that gives the score:
 * no reward model, no verifier, no judge. Which methods that are, the method matrix says; DPO and
 * its kin need none. Source: InstructGPT, arXiv:2203.02155, section 3.5; TRL's GRPO documentation.
 */
public final class RlWithoutReward implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "{0} learns from a score for each answer, but nothing gives one: name a `reward`, a"
              + " `verifier` or a `judge`",
          "{0} 需要为每个回答打分才能学习，但没有打分来源：请指定 `reward`、`verifier` 或 `judge`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rl-without-reward",
            Category.FLOW,
            Severity.ERROR,
            "A method that learns from a reward has none.",
            "依靠奖励学习的方法没有奖励来源。")
        .yieldingTo("rlvr-without-verifier", "constitution-missing")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      Optional<MethodRequirement> needs =
          align.requirements().stream().filter(need -> !need.scorers().isEmpty()).findFirst();
      boolean scored =
          List.of("reward", "verifier", "judge").stream().anyMatch(align.attributes()::has);
      if (needs.isPresent() && !scored) {
        report(align, needs.get(), reporter);
      }
    }
  }

  private static void report(Training align, MethodRequirement needs, Reporter reporter) {
    Symbol symbol = align.symbol();
    Reporter.Finding finding = reporter.report(symbol, "method", MESSAGE.with(needs.title()));
    Type.Reference reward = new Type.Reference(Set.of(FlowType.REWARD), Type.Target.ARTIFACT);
    List<References.Candidate> declared =
        References.fitting(symbol.plan(), symbol, reward).stream()
            .filter(
                candidate ->
                    !symbol.plan().lineage().ancestors(candidate.symbol()).contains(symbol))
            .toList();
    if (!declared.isEmpty()) {
      String name = declared.get(0).text();
      SourceEdits.addMember(symbol, "reward: " + name)
          .ifPresent(
              edit ->
                  finding.fix(
                      new Fix(
                          Localized.of("Use the reward model `{0}`", "使用奖励模型 `{0}`").with(name),
                          false,
                          List.of(edit))));
    } else {
      newReward(align).ifPresent(finding::fix);
    }
  }

  /** Feedback and a reward model before the stage, wired to what it trains. */
  private static Optional<Fix> newReward(Training align) {
    Symbol symbol = align.symbol();
    Optional<String> model =
        symbol.links("model").stream().findFirst().map(link -> link.path().text());
    Optional<Edit> use = SourceEdits.addMember(symbol, "reward: " + symbol.name() + "-reward");
    if (model.isEmpty()
        || use.isEmpty()
        || symbol.name().isEmpty()
        || symbol.repeat().isPresent()) {
      return Optional.empty();
    }
    String prompts =
        symbol.links("prompts").stream()
            .findFirst()
            .map(link -> "  prompts:    " + link.path().text() + "\n")
            .orElse("");
    String stages =
        """
        feedback %1$s-comparisons {
          model:      %2$s
        %3$s  collect:    8_000 comparisons
          annotators: 3
        }

        reward %1$s-reward {
          model: %2$s
          data:  %1$s-comparisons
        }"""
            .formatted(symbol.name(), model.get(), prompts);
    return Optional.of(
        new Fix(
            Localized.of("Add feedback and a reward model for `{0}`", "为 `{0}` 添加反馈采集和奖励模型")
                .with(symbol.name()),
            false,
            List.of(SourceEdits.addBefore(symbol, stages), use.get())));
  }
}
