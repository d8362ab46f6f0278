package dev.genplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.plan.Course.Presence;
import dev.genplan.plan.Verdicts.Verdict;
import dev.genplan.testing.TestPlans;
import org.junit.jupiter.api.Test;

/**
 * Conditions: what is measured decides what runs, and what is skipped is passed through or missing.
 */
class CourseTest {

  private static final String LADDER =
      """
      model base { id: "x/y" }
      dataset talks { split train { size: 9 examples }, split test { size: 9 examples } }
      evaluate before { model: base, data: talks.test, metrics { rougeL >= 0.40 } %s }
      finetune sft { when: before.fails, model: base, data: talks.train }
      feedback pairs { when: before.fails, model: sft, annotators: 3 }
      reward scores { model: sft, data: pairs }
      align rlhf { model: sft, method: ppo, reward: scores, prompts: talks.train }
      deploy live { model: rlhf }
      """;

  private static Plan ladder(String results) {
    return TestPlans.bind(LADDER.formatted(results));
  }

  private static Symbol find(Plan plan, String name) {
    return plan.find(name).orElseThrow();
  }

  private static Presence presence(Plan plan, String name) {
    return plan.course().of(find(plan, name));
  }

  @Test
  void withoutResultsAConditionalStageIsOpen() {
    Plan plan = ladder("");
    assertThat(presence(plan, "before")).isEqualTo(Presence.RUNS);
    assertThat(presence(plan, "sft")).isEqualTo(Presence.OPEN);
    assertThat(presence(plan, "pairs")).isEqualTo(Presence.OPEN);
    assertThat(presence(plan, "rlhf")).isEqualTo(Presence.OPEN);
  }

  @Test
  void aStageAfterAnOpenOneRunsAllTheSameIfTheModelIsPassedThrough() {
    assertThat(presence(ladder(""), "live")).isEqualTo(Presence.RUNS);
  }

  @Test
  void aFailedReportMakesItsStagesNeeded() {
    Plan plan = ladder(", results { rougeL: 0.31 }");
    assertThat(plan.verdicts().of(find(plan, "before"))).isEqualTo(Verdict.FAILS);
    assertThat(presence(plan, "sft")).isEqualTo(Presence.RUNS);
    assertThat(presence(plan, "live")).isEqualTo(Presence.RUNS);
  }

  @Test
  void aPassedReportSkipsThemAndTheModelIsPassedThrough() {
    Plan plan = ladder(", results { rougeL: 41% }");
    assertThat(plan.verdicts().of(find(plan, "before"))).isEqualTo(Verdict.PASSES);
    assertThat(presence(plan, "sft")).isEqualTo(Presence.SKIPPED);
    assertThat(plan.course().effective(find(plan, "sft"))).contains(find(plan, "base"));
  }

  @Test
  void aSkippedStageThatMakesDataMakesNothingAndWhatNeedsItIsSkippedToo() {
    Plan plan = ladder(", results { rougeL: 41% }");
    assertThat(presence(plan, "pairs")).isEqualTo(Presence.SKIPPED);
    assertThat(plan.course().effective(find(plan, "pairs"))).isEmpty();
    assertThat(presence(plan, "scores")).isEqualTo(Presence.SKIPPED);
    assertThat(presence(plan, "rlhf")).isEqualTo(Presence.SKIPPED);
    assertThat(plan.course().effective(find(plan, "rlhf"))).contains(find(plan, "base"));
    assertThat(presence(plan, "live")).isEqualTo(Presence.RUNS);
  }

  @Test
  void bestAndWorstCaseDecideWhatIsOpen() {
    Plan plan = ladder("");
    assertThat(Course.best(plan).of(find(plan, "sft"))).isEqualTo(Presence.SKIPPED);
    assertThat(Course.worst(plan).of(find(plan, "sft"))).isEqualTo(Presence.RUNS);
    assertThat(Course.worst(plan).of(find(plan, "rlhf"))).isEqualTo(Presence.RUNS);
  }

  @Test
  void aKnownResultHoldsInEveryCase() {
    Plan plan = ladder(", results { rougeL: 0.31 }");
    assertThat(Course.best(plan).of(find(plan, "sft"))).isEqualTo(Presence.RUNS);
  }

  @Test
  void severalConditionsMustAllHold() {
    Plan plan =
        TestPlans.bind(
            """
            model base { id: "x/y" }
            dataset d { }
            evaluate a { model: base, metrics { f1 >= 50% }, results { f1: 40% } }
            evaluate b { model: base, metrics { f1 >= 30% }, results { f1: 40% } }
            finetune one { when: [a.fails, b.passes], model: base, data: d }
            finetune two { when: [a.fails, b.fails], model: base, data: d }
            """);
    assertThat(presence(plan, "one")).isEqualTo(Presence.RUNS);
    assertThat(presence(plan, "two")).isEqualTo(Presence.SKIPPED);
  }

  @Test
  void aStageCanBeMarkedSkippedOrDone() {
    Plan plan =
        TestPlans.bind(
            """
            model base { id: "x/y" }
            dataset d { }
            evaluate e { model: base, metrics { f1 >= 50% }, results { f1: 60% } }
            finetune one { status: skipped, model: base, data: d }
            finetune two { status: done, when: e.fails, model: one, data: d }
            """);
    assertThat(presence(plan, "one")).isEqualTo(Presence.SKIPPED);
    assertThat(presence(plan, "two")).isEqualTo(Presence.RUNS);
    assertThat(plan.lineage().chain(find(plan, "two")).stream().map(Symbol::name))
        .containsExactly("two", "base");
  }

  @Test
  void aVerdictOfASkippedReportIsNoVerdict() {
    Plan plan =
        TestPlans.bind(
            """
            model base { id: "x/y" }
            dataset d { }
            evaluate e { status: skipped, model: base }
            finetune one { when: e.fails, model: base, data: d }
            """);
    assertThat(presence(plan, "one")).isEqualTo(Presence.SKIPPED);
  }

  @Test
  void aStageWithSeveralDataSetsCanDoWithThoseThatAreMade() {
    Plan plan =
        TestPlans.bind(
            """
            model base { id: "x/y" }
            dataset d { }
            synthesize extra { status: skipped, model: base }
            finetune one { model: base, data: [d, extra] }
            finetune two { model: base, data: extra }
            """);
    assertThat(presence(plan, "one")).isEqualTo(Presence.RUNS);
    assertThat(presence(plan, "two")).isEqualTo(Presence.SKIPPED);
  }

  @Test
  void changeComparesWithWhatAnotherReportMeasuredOfTheBaseline() {
    Plan plan =
        TestPlans.bind(
            """
            model base { id: "x/y" }
            dataset d { }
            finetune sft { model: base, data: d }
            evaluate before { model: base, results { rougeL: 0.31 } }
            evaluate after { model: sft, baseline: base, change { rougeL >= 0.02 }, results { rougeL: 0.34 } }
            evaluate worse { model: sft, baseline: base, change { rougeL >= 0.02 }, results { rougeL: 0.32 } }
            """);
    assertThat(plan.verdicts().of(find(plan, "after"))).isEqualTo(Verdict.PASSES);
    assertThat(plan.verdicts().of(find(plan, "worse"))).isEqualTo(Verdict.FAILS);
  }

  @Test
  void aCriterionMayNameAnotherReportsMetric() {
    Plan plan =
        TestPlans.bind(
            """
            model base { id: "x/y" }
            optimize small { model: base, method: quantize { format: int8 } }
            evaluate full-quality { model: base, results { rouge1: 0.42 } }
            evaluate small-quality { model: small, metrics { rouge1 >= full-quality.rouge1 }, results { rouge1: 0.41 } }
            """);
    assertThat(plan.verdicts().of(find(plan, "small-quality"))).isEqualTo(Verdict.FAILS);
    assertThat(BindingCheck.of(plan)).isEmpty();
  }

  @Test
  void anUnknownOrMissingFigureDecidesNothing() {
    Plan plan =
        TestPlans.bind(
            """
            model base { id: "x/y" }
            evaluate a { model: base, metrics { f1 >= 50%, accuracy >= 50% }, results { f1: 60% } }
            evaluate b { model: base, metrics { f1 >= 50%, accuracy >= 50% }, results { f1: 40% } }
            evaluate c { model: base, metrics { f1 >= 50% }, results { f1: unknown } }
            evaluate d { model: base, metrics { f1 >= 50% }, results { f1: 45%..55% } }
            """);
    assertThat(plan.verdicts().of(find(plan, "a"))).isEqualTo(Verdict.OPEN);
    assertThat(plan.verdicts().of(find(plan, "b"))).isEqualTo(Verdict.FAILS);
    assertThat(plan.verdicts().of(find(plan, "c"))).isEqualTo(Verdict.OPEN);
    assertThat(plan.verdicts().of(find(plan, "d"))).isEqualTo(Verdict.OPEN);
  }
}
