package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Assembly;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model is fine-tuned whose answers to a prompt nobody has measured. Prompting is the first rung
 * of the ladder: no training, and a yardstick for all that follows.
 */
public final class SkipPrompting implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` fine-tunes `{1}`, which was never measured as it is: prompt and evaluate it first,"
              + " which takes hours, or state a `reason`",
          "`{0}` 要微调 `{1}`，但从未测过它未经微调时的表现：请先用提示词试一试并评测（只需几个小时），或写明 `reason`");
  private static final Localized START = Localized.of("`{0}` comes in here", "`{0}` 在此处引入");
  private static final Localized ADD =
      Localized.of("Prompt and evaluate `{0}` first", "先用提示词评测 `{0}`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "skip-prompting",
            Category.LADDER,
            Severity.WARNING,
            "A model is fine-tuned of which no baseline was measured.",
            "微调之前没有测过模型的基线。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Set<Symbol> measured = Measurement.weights(plan);
    Set<Symbol> seen = new HashSet<>();
    for (Training stage : View.all(plan, "finetune", Training::new)) {
      Optional<Symbol> start = stage.model().flatMap(Assembly::of).map(Assembly::weights);
      boolean first = start.filter(SkipPrompting::isUntrained).isPresent();
      if (first && !isExplained(stage) && !isMeasured(start.get(), measured)) {
        if (seen.add(start.get())) {
          report(stage.symbol(), start.get(), reporter);
        }
      }
    }
  }

  /** Whether no stage of the plan has trained it, so that this is where prompting would come. */
  private static boolean isUntrained(Symbol weights) {
    return weights.plan().lineage().chain(weights).stream()
        .allMatch(each -> each.is("model") || each.is("optimize"));
  }

  private static boolean isExplained(Training stage) {
    Symbol symbol = stage.symbol();
    boolean product = stage.attributes().word("purpose").equals(Optional.of("product"));
    boolean chats = symbol.makes().filter(made -> made.fits(FlowType.MODEL)).isPresent();
    return !product
        || !chats
        || symbol.plan().course().of(symbol) == Course.Presence.SKIPPED
        || Stream.of("reason", "when").anyMatch(stage.attributes()::has)
        || stage.attributes().words("aim").contains("format")
        || learnsFromTeacher(stage);
  }

  /** Data that another model wrote is how a small model takes over a larger one's skill. */
  private static boolean learnsFromTeacher(Training stage) {
    return stage.data().stream()
        .filter(data -> data.is("synthesize"))
        .anyMatch(data -> !data.targets("model").equals(stage.symbol().targets("model")));
  }

  private static boolean isMeasured(Symbol start, Set<Symbol> measured) {
    List<Symbol> chain = start.plan().lineage().chain(start);
    return chain.stream().anyMatch(each -> measured.contains(each) || needsNoPrompt(each));
  }

  /** A raw base does not follow prompts; a published score is a baseline. */
  private static boolean needsNoPrompt(Symbol model) {
    return model.is("model")
        && (model.attributes().has("results")
            || new Model(model).variant().filter("base"::equals).isPresent());
  }

  private static void report(Symbol stage, Symbol start, Reporter reporter) {
    Reporter.Finding finding =
        reporter.report(
            stage, MESSAGE.with(stage.name(), stage.links("model").get(0).path().text()));
    finding.related(start.location(), START.with(start.name()));
    Optional<Symbol> like = evaluation(stage);
    if (stage.repeat().isEmpty() && stage.isOwn()) {
      like.flatMap(it -> fix(stage, it)).ifPresent(finding::fix);
    }
  }

  /** An evaluation of what the stage makes, whose data the baseline can be measured on too. */
  private static Optional<Symbol> evaluation(Symbol stage) {
    return Measurement.all(stage.plan()).stream()
        .filter(each -> each.stage().is("evaluate") && each.stage().isOwn())
        .filter(
            each ->
                each.thing() == stage
                    || stage.plan().lineage().ancestors(each.thing()).contains(stage))
        .map(Measurement::stage)
        .filter(each -> each.attributes().has("data"))
        .findFirst();
  }

  private static Optional<Fix> fix(Symbol stage, Symbol like) {
    String model = stage.links("model").get(0).path().text();
    String prompt = Repairs.freshName(stage.plan(), "zero-shot");
    String text =
        """
        prompt %s {
          model:  %s
          method: zero-shot
        }

        evaluate %s {
          model: %s
          %s
        }"""
            .formatted(
                prompt,
                model,
                Repairs.freshName(stage.plan(), "baseline"),
                prompt,
                String.join("\n  ", Repairs.howItMeasures(like)));
    return Optional.of(
        new Fix(ADD.with(model), false, List.of(SourceEdits.addBefore(stage, text))));
  }
}
