package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement.Rollouts;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Rollouts that are cut off before a usual answer ends. An answer without its end gets no reward,
 * so that the model learns to be short. DeepScaleR raised the limit from 8k to 16k and 24k tokens
 * (blog post, 2025).
 */
public final class RlLengthCap implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "Answers are cut off at {0} tokens, but those of `{1}` have {2} on average: what is cut off"
              + " gets no reward, however right it was. Raise `length`, or filter `overlong`",
          "回答在 {0} 个词元处截断，而 `{1}` 的回答平均有 {2} 个：被截断的回答再正确也得不到奖励。"
              + "请增大 `length`，或在 `filter` 中写 `overlong`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rl-length-cap",
            Category.TRAINING,
            Severity.WARNING,
            "Reinforcement learning cuts answers off before they usually end.",
            "强化学习的生成上限短于通常的回答。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training align : View.all(plan, "align", Training::new)) {
      Optional<Attributes> sampling = align.attributes().section("sampling");
      OptionalDouble limit = sampling.map(it -> it.number("length")).orElse(OptionalDouble.empty());
      boolean online =
          align.requirements().stream().anyMatch(need -> need.rollouts() == Rollouts.ONLINE);
      boolean filtered = align.attributes().words("filter").contains("overlong");
      if (limit.isPresent() && online && !filtered) {
        Location place = align.symbol().locate(sampling.get().value("length").orElseThrow());
        longest(align)
            .filter(data -> answer(data) > limit.getAsDouble())
            .ifPresent(
                data ->
                    reporter.report(
                        align.symbol(),
                        place,
                        MESSAGE.with(
                            Figures.of(limit.getAsDouble()),
                            data.qualifiedName(),
                            Figures.of(answer(data)))));
      }
    }
  }

  private static Optional<Symbol> longest(Training align) {
    return align.dataLinks().stream()
        .map(Link::symbol)
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(RlLengthCap::answer));
  }

  /** Tokens of an answer as the data has them, on average; 0 if not known. */
  private static double answer(Symbol data) {
    return new Dataset(data).stating("length").qualifiers("length").number("answer").orElse(0);
  }
}
