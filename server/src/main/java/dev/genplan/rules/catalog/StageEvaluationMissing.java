package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Assembly;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stages train the same weights one after the other, and only the last outcome is measured. Source:
 * Tulu 3, arXiv:2411.15124, which evaluates after each stage.
 */
public final class StageEvaluationMissing implements Rule {

  private static final Localized ONE =
      Localized.of(
          "`{0}` trains on what `{1}` made, which nothing measures: if the outcome is bad, nobody can"
              + " tell which of the two did it. Evaluate `{1}` as well, if only on a small set",
          "`{0}` 在 `{1}` 的结果上继续训练，而后者没有评测：结果不好时，无法判断是哪一步造成的。请也评测 `{1}`，哪怕只用少量样本");
  private static final Localized SEVERAL =
      Localized.of(
          "`{0}` is the last of {2} stages in a row that train the same weights, and nothing measures {1}:"
              + " if the outcome is bad, nobody can tell where it happened. Evaluate them as well, if"
              + " only on a small set",
          "`{0}` 是连续训练同一份权重的第 {2} 个阶段，而 {1} 都没有评测：结果不好时，无法判断出在哪一步。请也评测它们，哪怕只用少量样本");

  private static final Localized ADD =
      Localized.of("Evaluate {0} as `{1}` does", "按 `{1}` 的方式评测 {0}");

  /** As many as a message can name. */
  private static final int NAMED = 4;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "stage-evaluation-missing",
            Category.EVALUATION,
            Severity.INFORMATION,
            "Stages train the same weights in a row, and only the last outcome is measured.",
            "多个阶段连续训练同一份权重，只评测最后的结果。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Set<Symbol> measured = measured(plan);
    Map<Symbol, Symbol> unmeasuredStart = new HashMap<>();
    Set<Symbol> goneOn = new HashSet<>();
    for (Training training : Training.all(plan)) {
      Symbol stage = training.symbol();
      Symbol start = start(stage);
      if (start != stage && isStep(stage) && isStep(start) && !measured.contains(start)) {
        unmeasuredStart.put(stage, start);
        goneOn.add(start);
      }
    }
    Set<Symbol> reported = new HashSet<>();
    for (Training training : Training.all(plan)) {
      Symbol last = training.symbol();
      if (unmeasuredStart.containsKey(last) && !goneOn.contains(last)) {
        report(last, unmeasuredStart, reported, reporter);
      }
    }
  }

  /** What made the weights that a stage goes on with; the stage itself if nothing did. */
  private static Symbol start(Symbol stage) {
    Iterator<Symbol> way = stage.plan().lineage().chain(stage).iterator();
    Symbol itself = way.next();
    return way.hasNext() ? way.next() : itself;
  }

  private static boolean isStep(Symbol stage) {
    return Training.trains(stage) && !stage.is("reward") && !new Training(stage).isBeside();
  }

  /** All that is measured, or that something is compared with. */
  private static Set<Symbol> measured(Plan plan) {
    Set<Symbol> measured = new HashSet<>();
    for (Measurement measurement : Measurement.all(plan)) {
      measured.add(measurement.assembly().weights());
    }
    for (Evaluation evaluation : Evaluation.all(plan)) {
      evaluation
          .symbol()
          .target("baseline")
          .flatMap(Assembly::of)
          .ifPresent(made -> measured.add(made.weights()));
    }
    return measured;
  }

  private static void report(
      Symbol last, Map<Symbol, Symbol> starts, Set<Symbol> reported, Reporter reporter) {
    List<Symbol> unmeasured = new ArrayList<>();
    Symbol at = starts.get(last);
    while (at != null && reported.add(at)) {
      unmeasured.add(at);
      at = starts.get(at);
    }
    Collections.reverse(unmeasured);
    if (!unmeasured.isEmpty()) {
      Message message =
          unmeasured.size() == 1
              ? ONE.with(last.qualifiedName(), unmeasured.get(0).qualifiedName())
              : SEVERAL.with(last.qualifiedName(), names(unmeasured), unmeasured.size() + 1);
      Reporter.Finding finding = reporter.report(last, message);
      evaluateThem(unmeasured, last).ifPresent(finding::fix);
    }
  }

  /** Evaluates each of them as the outcome is evaluated, where that is clear. */
  private static Optional<Fix> evaluateThem(List<Symbol> unmeasured, Symbol last) {
    Optional<Symbol> like =
        last.plan().uses(last).stream()
            .filter(use -> use.from().is("evaluate") && use.property().equals("model"))
            .map(Link::from)
            .findFirst();
    boolean inRounds =
        last.repeat().isPresent() || unmeasured.stream().anyMatch(it -> it.repeat().isPresent());
    if (like.isEmpty() || inRounds || !last.isOwn() || unmeasured.size() > NAMED) {
      return Optional.empty();
    }
    List<String> stages = new ArrayList<>();
    for (Symbol stage : unmeasured) {
      List<String> members = new ArrayList<>(List.of("model: " + stage.name()));
      members.addAll(Repairs.howItMeasures(like.get()));
      String name = Repairs.freshName(last.plan(), stage.name() + "-check");
      stages.add("evaluate " + name + " {\n  " + String.join("\n  ", members) + "\n}");
    }
    Edit edit = SourceEdits.addBefore(last, String.join("\n\n", stages));
    return Optional.of(
        new Fix(ADD.with(names(unmeasured), like.get().name()), false, List.of(edit)));
  }

  private static String names(List<Symbol> stages) {
    List<String> names =
        stages.stream().limit(NAMED).map(stage -> "`" + stage.qualifiedName() + "`").toList();
    return String.join(", ", names) + (stages.size() > NAMED ? " ..." : "");
  }
}
