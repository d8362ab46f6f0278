package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nobody has compared the verdicts of a judging model with those of people. Practice. */
public final class JudgeUnvalidated implements Rule {

  /** Public sets on which judging models were compared with people when they were published. */
  private static final List<String> VALIDATED = List.of("mt-bench", "alpacaeval");

  /** Metrics that compare a judge, when it is what is measured, with labels of people. */
  private static final List<String> AGAINST_LABELS = List.of("agreement", "accuracy");

  private static final Localized MESSAGE =
      Localized.of(
          "Nobody has compared the verdicts of `{0}` with those of people, so what its scores in `{1}`"
              + " mean is unknown. Have people judge about 100 of the items and state `agreement`",
          "没有人把 `{0}` 的裁决与人的评判比较过，`{1}` 中的得分意味着什么无从得知。请由人评判其中约 100 条，并写明 `agreement`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "judge-unvalidated",
            Category.EVALUATION,
            Severity.WARNING,
            "A judging model was never compared with people.",
            "裁判模型从未与人的评判比较过。")
        .whereComplete();
  }

  /** What people have judged beside a judge. */
  private record Compared(Set<Symbol> judges, Set<Symbol> data) {
    static Compared in(Plan plan) {
      Compared compared = new Compared(new HashSet<>(), new HashSet<>());
      for (Evaluation evaluation : Evaluation.all(plan)) {
        if (evaluation.isJudgedByPeople()) {
          compared.data.addAll(evaluation.data());
          evaluation.judges().forEach(judge -> compared.judges.add(judge.symbol().orElseThrow()));
        }
        if (evaluation.metrics().stream().anyMatch(AGAINST_LABELS::contains)) {
          evaluation.model().ifPresent(compared.judges::add);
        }
      }
      for (Symbol feedback : plan.all("feedback")) {
        if (feedback.attributes().has("annotators") || feedback.attributes().has("agreement")) {
          compared.judges.addAll(feedback.targets("judge"));
        }
      }
      return compared;
    }
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Compared compared = Compared.in(plan);
    Set<Symbol> reported = new HashSet<>();
    for (Evaluation evaluation : Evaluation.all(plan)) {
      for (Link judge : evaluation.judges()) {
        Symbol judging = judge.symbol().orElseThrow();
        boolean known =
            evaluation.isBeside()
                || compared.judges.contains(judging)
                || evaluation.data().stream().anyMatch(compared.data::contains)
                || evaluation.statesAgreement(judge)
                || evaluation.metrics().contains("agreement")
                || isValidated(evaluation);
        if (!known && reported.add(judging)) {
          reporter.report(
              evaluation.symbol(),
              judge.location(),
              MESSAGE.with(judge.path().text(), evaluation.symbol().name()));
        }
      }
    }
  }

  private static boolean isValidated(Evaluation evaluation) {
    return !evaluation.data().isEmpty()
        && evaluation.data().stream()
            .allMatch(
                data ->
                    new Dataset(data)
                        .benchmark()
                        .filter(benchmark -> VALIDATED.contains(benchmark.name()))
                        .isPresent());
  }
}
