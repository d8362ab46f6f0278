package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodMatrix;
import dev.genplan.catalog.MethodRequirement;
import dev.genplan.catalog.MethodRequirement.Labels;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.Dimension;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A reward model or an offline preference optimization without comparisons: its loss is defined on
 * a chosen and a rejected answer. Sources: DPO, arXiv:2305.18290, section 4; InstructGPT,
 * arXiv:2203.02155, section 3.5.
 */
public final class PreferencePairsMissing implements Rule {

  private static final Localized NO_DATA =
      Localized.of(
          "{0} compares a chosen with a rejected answer, but `{1}` has no `data`: add a set of"
              + " comparisons or a `feedback` stage",
          "{0} 需要成对的优选与劣选回答，但 `{1}` 没有 `data`：请添加比较数据集或 `feedback` 阶段");
  private static final Localized OTHER_DATA =
      Localized.of(
          "{0} compares a chosen with a rejected answer, but `{1}` holds {2}; it needs comparisons",
          "{0} 需要成对的优选与劣选回答，但 `{1}` 的内容是{2}，而不是比较对");
  private static final Message DATA = Message.of("the data", "该数据");

  /** Contents that hold no comparisons, whatever else they may be turned into. */
  private static final Set<String> NO_PAIRS =
      Set.of("text", "instructions", "conversations", "prompts", "documents", "questions", "media");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "preference-pairs-missing",
            Category.FLOW,
            Severity.ERROR,
            "A reward model or a preference optimization has no comparisons to learn from.",
            "奖励模型或偏好优化没有可学习的比较数据。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      align.requirements().stream()
          .filter(need -> need.labels() == Labels.PAIRS)
          .findFirst()
          .filter(need -> !makesItsOwnPairs(align))
          .ifPresent(need -> check(align, need.title(), reporter));
    }
    for (Training reward : View.all(plan, "reward", Training::new)) {
      String objective = reward.attributes().word("objective").orElse("bradley-terry");
      MethodMatrix.find(objective)
          .filter(need -> need.labels() == Labels.PAIRS)
          .map(MethodRequirement::title)
          .ifPresent(title -> check(reward, title, reporter));
    }
  }

  /** Whether a judge or a reward model compares the model's own answers, said or not. */
  private static boolean makesItsOwnPairs(Training align) {
    return !align.attributes().has("data")
        && List.of("judge", "reward", "verifier").stream().anyMatch(align.attributes()::has);
  }

  private static void check(Training training, Localized method, Reporter reporter) {
    Symbol symbol = training.symbol();
    if (!training.attributes().has("data")) {
      if (symbol.is("align")) {
        reporter.report(symbol, "method", NO_DATA.with(method, symbol.name()));
      }
      return;
    }
    for (Symbol data : training.data()) {
      Optional<Localized> content = withoutPairs(data);
      if (content.isPresent()) {
        reporter
            .report(symbol, "data", OTHER_DATA.with(method, data.qualifiedName(), content.get()))
            .related(data.location(), DATA);
        return;
      }
    }
  }

  /** What a dataset holds, if that is known and holds no comparisons. */
  private static Optional<Localized> withoutPairs(Symbol data) {
    if (data.is("feedback")) {
      return data.attributes()
          .amount("collect")
          .flatMap(amount -> amount.measure())
          .filter(measure -> isLabels(measure.of()))
          .map(measure -> measure.of().title());
    }
    if (data.is("synthesize")) {
      return Optional.empty();
    }
    return new Dataset(data).content().filter(NO_PAIRS::contains).map(Localized::same);
  }

  private static boolean isLabels(Dimension dimension) {
    return dimension == Dimension.LABELS
        || dimension == Dimension.ITEMS
        || dimension == Dimension.PROMPTS;
  }
}
