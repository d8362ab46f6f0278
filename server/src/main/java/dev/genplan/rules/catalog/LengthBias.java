package dev.genplan.rules.catalog;

import dev.genplan.catalog.MethodRequirement.Family;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Name;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model tuned on preferences whose answers a model judges by plain win rate. Both the tuning and
 * the judge favor long answers: asked to be verbose or concise, the same model's win rate moves
 * widely, and its correlation with people's votes rises from 0.94 to 0.98 once length is controlled
 * for (Dubois et al., arXiv:2404.04475). SimPO and losses normalized by length control it in
 * training.
 */
public final class LengthBias implements Rule {

  private static final String WIN_RATE = "win-rate";
  private static final String CONTROLLED = "lc-win-rate";

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` was tuned on preferences, which favor long answers, and so does a model as judge:"
              + " `win-rate` rises with length alone. Measure `lc-win-rate`, where length is controlled"
              + " for",
          "`{0}` 经偏好优化，偏好数据倾向于长回答，裁判模型也是如此：单凭变长就能提高 `win-rate`。请测量控制了长度的 `lc-win-rate`");
  private static final Message MEASURE =
      Message.of("Measure `lc-win-rate` instead", "改为测量 `lc-win-rate`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "length-bias",
            Category.TRAINING,
            Severity.INFORMATION,
            "What was tuned on preferences is judged without controlling for length.",
            "偏好优化后的评判没有控制长度。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<Evaluation> all = View.all(plan, "evaluate", Evaluation::new);
    Set<Optional<Symbol>> controlled = new HashSet<>();
    for (Evaluation evaluation : all) {
      if (evaluation.metrics().contains(CONTROLLED)) {
        controlled.add(weights(evaluation));
      }
    }
    for (Evaluation evaluation : all) {
      Optional<Symbol> tuned = weights(evaluation);
      boolean judged =
          evaluation.attributes().has("judge") && !evaluation.attributes().has("annotators");
      if (judged && tuned.filter(LengthBias::isTunedOnLength).isPresent()) {
        metric(evaluation)
            .filter(name -> !controlled.contains(tuned))
            .ifPresent(name -> report(evaluation, tuned.get(), name, reporter));
      }
    }
  }

  /** The stage that trained last what is evaluated. */
  private static Optional<Symbol> weights(Evaluation evaluation) {
    Symbol stage = evaluation.symbol();
    Optional<Symbol> model = stage.plan().lineage().source(stage);
    if (model.isPresent()) {
      for (Symbol each : stage.plan().lineage().chain(model.get())) {
        if (Training.trains(each)) {
          return Optional.of(each);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isTunedOnLength(Symbol stage) {
    Training training = new Training(stage);
    boolean normalized =
        training.method("simpo").isPresent()
            || training.methods().stream().anyMatch(tag -> tag.options().isTrue("normalized"));
    return training.isOf(Family.PREFERENCE) && !normalized;
  }

  /** Where the plain win rate stands among the metrics. */
  private static Optional<Name> metric(Evaluation evaluation) {
    Optional<Attributes> metrics = evaluation.attributes().section("metrics");
    for (Member member : metrics.map(Attributes::members).orElse(List.of())) {
      Optional<Name> name =
          member instanceof Member.Criterion criterion
              ? Optional.of(criterion.metric().last())
              : member instanceof Member.Bare bare
                  ? Optional.of(bare.path().last())
                  : Optional.empty();
      if (name.filter(it -> it.text().equals(WIN_RATE)).isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  private static void report(Evaluation evaluation, Symbol tuned, Name metric, Reporter reporter) {
    Symbol stage = evaluation.symbol();
    Reporter.Finding finding =
        reporter.report(stage, stage.locate(metric), MESSAGE.with(tuned.name()));
    if (!evaluation.attributes().has("results")) {
      Edit edit = new Edit(stage.locate(metric), CONTROLLED);
      finding.fix(new Fix(MEASURE, false, List.of(edit)));
    }
  }
}
