package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checkpoints, hyperparameters or prompts are chosen on the very data on which the outcome is
 * reported, and nothing else measures it. Source: Tülu 3, arXiv:2411.15124, section 7.4: 82.4 on
 * IFEval, which was used in development, 24.3 on a set that was not.
 */
public final class TestUsedForTuning implements Rule {
  private static final Localized CHOSEN =
      Localized.of(
          "`{0}` chooses by `{1}`, and every evaluation of the outcome is on the same data: the score is"
              + " of what fitted it best. Keep one set that nothing is chosen by",
          "`{0}` 依据 `{1}` 做选择，而对结果的所有评测都用同一份数据：得分只反映最贴合它的那个结果。" + "请留一份不参与任何选择的数据");
  private static final Localized WATCHED =
      Localized.of(
          "`{0}` watches `{1}` while it trains, and every evaluation of the outcome is on the same data;"
              + " whatever is decided by it makes the score too good. Keep one set apart",
          "`{0}` 训练时以 `{1}` 为验证集，而对结果的所有评测都用同一份数据；据此做的任何决定都会使得分偏高。" + "请另留一份数据");
  private static final Localized USE = Localized.of("Validate on `{0}`", "改用 `{0}` 验证");
  private static final Message MEASURED = Message.of("measured on the same data", "在同样的数据上评测");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "test-used-for-tuning",
            Category.DATA,
            Severity.ERROR,
            "What was chosen by some data is measured on nothing else.",
            "用来做选择的数据，就是唯一的评测数据。")
        .yieldingTo("train-eval-overlap")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<Evaluation> evaluations =
        View.all(plan, "evaluate", Evaluation::new).stream()
            .filter(View::isPresent)
            .filter(each -> !each.attributes().isWord("purpose", "sanity"))
            .toList();
    for (Training training : Training.all(plan)) {
      for (Link validation : training.symbol().valueLinks("validation")) {
        boolean chooses =
            training.attributes().has("early-stop")
                || training.attributes().isWord("checkpoint", "best");
        check(training.symbol(), validation, chooses, evaluations, reporter);
      }
    }
    for (Symbol prompt : plan.all("prompt")) {
      boolean searches =
          prompt.attributes().tags("method").stream()
              .anyMatch(tag -> tag.word().equals("prompt-search"));
      if (searches) {
        prompt.valueLinks("data").forEach(data -> check(prompt, data, true, evaluations, reporter));
      }
    }
  }

  private static void check(
      Symbol stage, Link data, boolean chooses, List<Evaluation> evaluations, Reporter reporter) {
    Lineage lineage = stage.plan().lineage();
    if (data.symbol().isEmpty()) {
      return;
    }
    List<Link> tests = tests(stage, evaluations);
    boolean same =
        !tests.isEmpty()
            && tests.stream()
                .allMatch(test -> lineage.shares(test.symbol().orElseThrow(), data.symbol().get()));
    if (!same) {
      return;
    }
    Reporter.Finding finding =
        reporter
            .report(
                stage,
                data.location(),
                (chooses ? CHOSEN : WATCHED).with(stage.name(), data.path().text()))
            .related(tests.get(0).location(), MEASURED)
            .severity(chooses ? Severity.ERROR : Severity.WARNING);
    unused(data.symbol().get(), stage)
        .ifPresent(
            name ->
                finding.fix(
                    new Fix(USE.with(name), false, List.of(new Edit(data.location(), name)))));
  }

  /** What the outcome of a stage is measured on, directly or with later stages on top. */
  private static List<Link> tests(Symbol stage, List<Evaluation> evaluations) {
    List<Link> tests = new ArrayList<>();
    for (Evaluation evaluation : evaluations) {
      if (evaluation.measures(stage)) {
        tests.addAll(evaluation.testData());
      }
    }
    return tests;
  }

  /** A split for development that the stage does not use yet. */
  private static Optional<String> unused(Symbol data, Symbol stage) {
    Symbol whole = new Dataset(data).whole();
    return Stream.of("validation", "dev")
        .flatMap(name -> whole.inner(name).stream())
        .filter(split -> split != data)
        .filter(
            split ->
                stage.links().stream()
                    .noneMatch(link -> link.symbol().filter(split::equals).isPresent()))
        .map(Symbol::qualifiedName)
        .findFirst();
  }
}
