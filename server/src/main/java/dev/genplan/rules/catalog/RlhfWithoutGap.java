package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Verdicts;
import dev.genplan.plan.view.Assembly;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reinforcement learning from feedback, the highest rung of the ladder, on a model that reaches its
 * targets already, or of which nobody knows whether it does. Source: InstructGPT, arXiv:2203.02155,
 * section 3 (three models resident, a reward model from 33,000 ranked prompts).
 */
public final class RlhfWithoutGap implements Rule {

  private static final Localized REACHED =
      Localized.of(
          "`{0}` reaches all targets of `{1}` already: `{2}`, the most laborious rung, needs a gap to"
              + " close. Raise the targets, run it `when` they are missed, or state a `reason`",
          "`{0}` 已达到 `{1}` 的全部要求：`{2}` 是最费力的一步，需要有差距才值得做。请提高要求，或用 `when` 限定在未达标时执行，或写明 `reason`");
  private static final Localized UNMEASURED =
      Localized.of(
          "`{2}` starts from `{0}`, which nobody has measured: evaluate it first, and go on to the most"
              + " laborious rung only `when` it falls short, or state a `reason`",
          "`{2}` 从 `{0}` 出发，而它从未被评测过：请先评测它，未达标时（`when`）再走最费力的这一步，或写明 `reason`");
  private static final Localized MEASURE =
      Localized.of("Evaluate `{0}` first, and align it only if it falls short", "先评测 `{0}`，未达标再对齐");

  private static final Message PASSES = Message.of("passes", "已通过");
  private static final Message NOT_MEASURED = Message.of("not measured", "未评测");

  private static final List<String> ALGORITHMS =
      List.of("ppo", "grpo", "rloo", "reinforce", "rlhf", "rlaif");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rlhf-without-gap",
            Category.LADDER,
            Severity.INFORMATION,
            "RLHF is planned although nothing shows that the model falls short.",
            "没有证据表明模型未达标，却计划做 RLHF。")
        .whereComplete()
        .learning();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Set<Symbol> measured = Measurement.weights(plan);
    Map<Symbol, List<Symbol>> reports = reports(plan);
    List<Symbol> safe = measuredForSafety(plan);
    for (Training align : View.all(plan, "align", Training::new)) {
      Optional<Symbol> start = align.model().flatMap(Assembly::of).map(Assembly::weights);
      if (start.isEmpty() || !isFeedback(align) || isExplained(align.symbol())) {
        continue;
      }
      List<Symbol> passed = reports.getOrDefault(start.get(), List.of());
      boolean unknown = !measured.contains(start.get()) && !start.get().attributes().has("results");
      boolean reached = !passed.isEmpty() && passed.stream().allMatch(RlhfWithoutGap::passes);
      if ((reached || unknown) && !isForSafety(align.symbol(), safe)) {
        report(align.symbol(), reached ? passed.get(0) : start.get(), reached, reporter);
      }
    }
  }

  /** By a reward model or a judge; what a program can check is a goal of its own. */
  private static boolean isFeedback(Training align) {
    return align.isPresent()
        && align.anyMethod(ALGORITHMS).isPresent()
        && !align.attributes().has("verifier");
  }

  private static boolean isExplained(Symbol align) {
    return align.repeat().isPresent()
        || Stream.of("reason", "when").anyMatch(align.attributes()::has)
        || !align.attributes().word("purpose").equals(Optional.of("product"));
  }

  /** Whether what comes out is measured by the harm it does. */
  private static boolean isForSafety(Symbol align, List<Symbol> safe) {
    return align.targets("reward").stream().anyMatch(RlhfWithoutGap::isClassifier)
        || safe.stream().anyMatch(thing -> isMadeOf(thing, align));
  }

  private static List<Symbol> measuredForSafety(Plan plan) {
    List<Symbol> things = new ArrayList<>();
    for (Measurement each : Measurement.all(plan)) {
      if (each.isRedTeam() || measuresSafety(each.stage())) {
        things.add(each.thing());
      }
    }
    return things;
  }

  private static boolean isMadeOf(Symbol thing, Symbol align) {
    return thing == align || align.plan().lineage().ancestors(thing).contains(align);
  }

  private static boolean isClassifier(Symbol reward) {
    return reward.attributes().isWord("role", "classifier");
  }

  private static boolean measuresSafety(Symbol stage) {
    return new Evaluation(stage)
        .metrics().stream()
            .anyMatch(
                name ->
                    name.equals("harmlessness")
                        || Metrics.find(name)
                            .filter(metric -> metric.category() == Metric.Category.SAFETY)
                            .isPresent());
  }

  /** Evaluations with criteria, by the weights they measure, with whatever is around these. */
  private static Map<Symbol, List<Symbol>> reports(Plan plan) {
    Map<Symbol, List<Symbol>> reports = new HashMap<>();
    for (Measurement each : Measurement.all(plan)) {
      if (each.stage().is("evaluate") && new Evaluation(each.stage()).hasCriteria()) {
        reports
            .computeIfAbsent(each.assembly().weights(), any -> new ArrayList<>())
            .add(each.stage());
      }
    }
    return reports;
  }

  private static boolean passes(Symbol stage) {
    return new Evaluation(stage).verdict() == Verdicts.Verdict.PASSES;
  }

  private static void report(Symbol align, Symbol place, boolean reached, Reporter reporter) {
    String start = align.links("model").get(0).path().text();
    Localized message = reached ? REACHED : UNMEASURED;
    Reporter.Finding finding =
        reporter
            .report(align, "model", message.with(start, place.name(), align.name()))
            .related(place.location(), reached ? PASSES : NOT_MEASURED);
    if (!reached && align.isOwn()) {
      fix(align, start).ifPresent(finding::fix);
    }
  }

  /** An evaluation before it, like one of what it makes. */
  private static Optional<Fix> fix(Symbol align, String start) {
    Optional<Symbol> like =
        Measurement.all(align.plan()).stream()
            .filter(each -> isMadeOf(each.thing(), align))
            .map(Measurement::stage)
            .filter(stage -> stage.isOwn() && new Evaluation(stage).hasCriteria())
            .filter(stage -> stage.attributes().has("data") && stage.attributes().has("metrics"))
            .findFirst();
    String name = Repairs.freshName(align.plan(), start.replace('.', '-') + "-check");
    Optional<Edit> when = SourceEdits.addMember(align, "when: " + name + ".fails");
    if (like.isEmpty() || when.isEmpty()) {
      return Optional.empty();
    }
    String members = String.join("\n  ", Repairs.howItMeasures(like.get()));
    String text = "evaluate %s {\n  model: %s\n  %s\n}".formatted(name, start, members);
    return Optional.of(
        new Fix(
            MEASURE.with(start), false, List.of(SourceEdits.addBefore(align, text), when.get())));
  }
}
