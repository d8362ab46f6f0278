package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Time, people and money, by what plans state themselves. */
class PlanningRulesTest {

  private static Severity severity(String plan, String rule) {
    List<Diagnostic> found = TestPlans.diagnostics(plan, rule);
    assertThat(found).extracting(Diagnostic::code).containsExactly(rule);
    return found.get(0).severity();
  }

  @Test
  void theLongestChainCounts() {
    TestPlans.expect(
        """
        project p { goal: "g", start: 2026-12-01, deadline: 2026-12-20 }
                                                            ^^^^^^^^^^ deadline-missed: As stated, `labels` → `rm` → `rl` takes 24 days: begun on 2026-12-01, that ends on 2026-12-24 at the earliest, after the deadline, 2026-12-20. Start earlier, do less, or move the deadline
        model base { id: "x/y" }
        dataset d { size: 9 prompts }
        feedback labels { model: base, prompts: d, collect: 900 comparisons, annotators: 2, duration: 3 weeks }
        reward rm { model: base, data: labels, duration: 1 day }
        align rl { model: base, method: ppo { kl: 0.1 }, reward: rm, prompts: d, duration: 36..48 hours }
        finetune aside { model: base, data: d, duration: 2 weeks }
        """,
        "deadline-missed");
  }

  @Test
  void whatIsAwaitedCountsToo() {
    TestPlans.expect(
        """
        project p { goal: "g", start: 2026-12-01, deadline: 2026-12-20 }
                                                            ^^^^^^^^^^ deadline-missed: As stated, `node` → `sft` takes 24 days: begun on 2026-12-01, that ends on 2026-12-24 at the earliest, after the deadline, 2026-12-20. Start earlier, do less, or move the deadline
        model base { id: "x/y" }
        dataset d { size: 9 prompts }
        compute node { accelerator: L40S, count: 8, lead: 3 weeks }
        finetune sft { model: base, data: d, compute: node, accelerator-hours: 576 }
        """,
        "deadline-missed");
  }

  @Test
  void aConditionThatIsOpenMakesItLikelyOnly() {
    String plan =
        """
        project p { goal: "g", start: 2026-12-01, deadline: 2026-12-10%s }
        model base { id: "x/y" }
        dataset d { size: 9 prompts }
        evaluate before { model: base, data: d, metrics { f1 >= 50%% }%s }
        finetune sft { when: before.fails, model: base, data: d, duration: 2 weeks }
        """;
    assertThat(severity(plan.formatted("", ""), "deadline-missed")).isEqualTo(Severity.WARNING);
    assertThat(severity(plan.formatted("", ", results { f1: 40% }"), "deadline-missed"))
        .isEqualTo(Severity.ERROR);
    assertThat(
            TestPlans.diagnostics(plan.formatted("", ", results { f1: 60% }"), "deadline-missed"))
        .isEmpty();
  }

  @Test
  void theReserveCountsForWhatIsLikely() {
    TestPlans.expect(
        """
        project p { goal: "g", start: 2026-12-01, deadline: 2026-12-15, contingency: 20% }
                                                            ^^^^^^^^^^ deadline-missed: By the middle of the stated figures `sft` takes 17 days with 20% in reserve: begun on 2026-12-01, that ends on 2026-12-17, after the deadline, 2026-12-15. Start earlier, do less, or move the deadline
        model base { id: "x/y" }
        dataset d { size: 9 prompts }
        finetune sft { model: base, data: d, duration: 2 weeks }
        """,
        "deadline-missed");
  }

  @Test
  void roundsTakeTheirTimeEach() {
    TestPlans.expect(
        """
        project p { goal: "g", start: 2026-12-01, deadline: 2026-12-31 }
                                                            ^^^^^^^^^^ deadline-missed: As stated, `sft` → `loop` → `after` takes 34 days: begun on 2026-12-01, that ends on 2027-01-03 at the earliest, after the deadline, 2026-12-31. Start earlier, do less, or move the deadline
        model base { id: "x/y" }
        dataset d { size: 9 prompts }
        finetune sft { model: base, data: d, duration: 1 day }
        repeat loop {
          start: sft, times: 4, result: rl
          feedback labels { model: loop, prompts: d, annotators: 2, batches: 4 { every: 1 week, total: true } }
          reward rm { model: sft, data: labels, duration: 12 hours }
          align rl { model: loop, method: ppo { kl: 0.1 }, reward: rm, prompts: d, duration: 12 hours }
        }
        evaluate after { model: loop, data: d, duration: 1 day, metrics { f1 } }
        """,
        "deadline-missed");
  }

  @Test
  void whatIsDoneIsHistory() {
    TestPlans.expect(
        """
        project p { goal: "g", start: 2026-12-01, deadline: 2026-12-20 }
        model base { id: "x/y" }
        dataset d { size: 9 prompts }
        finetune one { model: base, data: d, duration: 5 weeks, status: done }
        finetune two { model: one, data: d, duration: 5 weeks, status: done, finished: 2026-12-10 }
        align three { model: two, method: ppo { kl: 0.1 }, prompts: d, duration: 10 days }
        """,
        "deadline-missed");
  }

  @Test
  void datesInTheWrongOrder() {
    TestPlans.expect(
        """
        project p { goal: "g", start: 2026-12, deadline: 2026-11 }
                                                         ^^^^^^^ deadline-missed: The deadline lies before the start of the project: one of the two dates is wrong
        """,
        "deadline-missed");
  }

  @Test
  void waitingForEachOtherEndsSomewhere() {
    assertThat(
            TestPlans.diagnostics(
                """
                project p { goal: "g", start: 2026-12-01, deadline: 2026-12-02 }
                dataset d { size: 9 prompts }
                finetune one { model: two, data: d }
                finetune two { model: one, data: d }
                finetune three { model: two, data: d, duration: 1 week }
                """,
                "deadline-missed"))
        .extracting(Diagnostic::code)
        .contains("deadline-missed");
  }

  @Test
  void pricesAndRatesAddUp() {
    TestPlans.expect(
        """
        project p { goal: "g", budget: 1_000 EUR, exchange { USD: 0.5 EUR } }
                                       ^^^^^^^^^ budget-exceeded: What is stated costs at least 1,396 EUR, more than the budget of 1,000 EUR; 800 of it is `labels`. Do less there, or raise the budget
        model base { id: "x/y" }
        dataset d { size: 9 prompts, cost: 100 CHF }
        dataset bought { size: 9 prompts, cost: 200 EUR }
        compute node { accelerator: L40S, count: 8, price: 2 USD/hour }
        feedback labels { model: base, prompts: d, collect: 400 comparisons, annotators: 2 { rate: 40 EUR/hour }, pace: 20 comparisons/hour }
        finetune run { model: base, data: [d, bought], compute: node, duration: 12 hours }
        finetune asked { model: base, data: d, compute: node, accelerator-hours: 300 }
        finetune unclear { model: base, data: d, compute: node, duration: 2 weeks }
        """,
        "budget-exceeded");
  }

  @Test
  void aBudgetBelowNothingIsNotExceededByNothing() {
    assertThat(
            TestPlans.diagnostics(
                "project p { goal: \"g\", budget: -1_000 EUR }\n", "budget-exceeded"))
        .extracting(Diagnostic::code)
        .doesNotContain("budget-exceeded");
  }

  @Test
  void aRoundIsPaidAsOftenAsItRuns() {
    String plan =
        """
        project p { goal: "g", budget: 1_000 USD }
        model base { id: "x/y" }
        dataset d { size: 9 prompts }
        repeat loop {
          start: base, %s, result: rl
          align rl { model: loop, method: ppo { kl: 0.1 }, prompts: d, cost: 300 USD%s }
        }
        """;
    assertThat(severity(plan.formatted("times: 4", ""), "budget-exceeded"))
        .isEqualTo(Severity.ERROR);
    assertThat(severity(plan.formatted("times: 3..6", ""), "budget-exceeded"))
        .isEqualTo(Severity.WARNING);
    assertThat(
            TestPlans.diagnostics(
                plan.formatted("times: 4", " { total: true }"), "budget-exceeded"))
        .isEmpty();
  }

  @Test
  void whatIsLeftForOnePieceIsShown() {
    TestPlans.expect(
        Language.CHINESE,
        """
        project p { goal: "g", start: 2026-12-01, deadline: 2026-12-14 }
        model base { id: "x/y" }
        dataset d { size: 9 prompts }
        feedback one { model: base, prompts: d, collect: 20k comparisons, annotators: 2, duration: 1 week }
                                                                                                   ^^^^^^ human-feedback-lead: 要在 7 天内取得 20,000 comparisons 的人工反馈：签约、制定规范、试标以及最初作废的批次通常就要 4 到 6 周；按每周工作 40 小时计，平均每条只有 14 秒。请留出更多时间，或写明 `lead`
        feedback two { model: base, prompts: d, collect: 20k comparisons, annotators: unknown }
                                                         ^^^^^^^^^^^^^^^ human-feedback-lead: 要在 14 天内取得 20,000 comparisons 的人工反馈：签约、制定规范、试标以及最初作废的批次通常就要 4 到 6 周。请留出更多时间，或写明 `lead`
        feedback three { model: base, prompts: d, collect: 20k comparisons, annotators: 9, status: active, duration: 1 week }
        """,
        Map.of(),
        TestPlans.rules("human-feedback-lead"));
  }

  @Test
  void theHardestStageIsReported() {
    TestPlans.expect(
        """
        project p { goal: "g", team { legal: 1, ml-engineer: 2 } }
        model base { id: "x/y" }
        dataset d { size: 9 prompts }
        finetune sft { model: base, data: d }
        pretrain big { data: d, reason: "r" }
                 ^^^ expertise-gap: `big` asks for high expertise, and the most anybody in the team has is medium: such stages fail without anybody noticing. Name who brings it, such as `consultant: 1 { expertise: high }`, or take a lower rung
        pretrain easy { data: d, reason: "r", expertise: medium }
        evaluate hard { model: base, data: d, expertise: high, metrics { f1 } }
        """,
        "expertise-gap");
  }

  @Test
  void hoursADayAreLimited() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { size: 9 prompts }
        feedback hours { model: base, prompts: d, collect: 900 comparisons, annotators: 3 { hours: 10 hours/week }, pace: 10 comparisons/hour, duration: 2 weeks }
                                                                                                                                                         ^^^^^^^ duration-below-bound: `hours` takes 2 weeks as stated, but at the stated pace there are 30 hours of work for each annotator, who has 20 in that time. Plan for longer, more people, or less to do
        compute card { accelerator: A100-80GB }
        pretrain base-2 { data: d, parameters: 1B, tokens: 20B, reason: "r", compute: card, duration: 2 days }
                                                                                                      ^^^^^^ duration-below-bound: `base-2` takes 2 days as stated, but even at its dense peak `card` (1 × A100-80GB) needs 107 hours for it, and real runs take twice as long or more. One of the figures is wrong
        pretrain base-3 { data: d, parameters: 1B, tokens: 20B, reason: "r", compute: card, duration: 12 days }
        """,
        "duration-below-bound");
  }

  @Test
  void aSmallTestIsCheapAndTheServiceIsNot() {
    TestPlans.expect(
        """
        project p { goal: "g", budget: 900 USD }
        model base { id: "x/y" }
        model judge { id: "gpt-4o", role: judge, access: api }
        dataset d { size: 500 prompts }
        evaluate judged { model: base, data: d, judge: judge, metrics { judge-score } }
                                                       ^^^^^ api-cost-missing: `judged` has 500 answers judged through the service of `judge`, and nothing says what that costs: 52,000 examples of Alpaca took less than 500 USD, training less than 100. Add a `cost`, or the `price` of `judge`
        evaluate read { model: base, data: d, annotators: 3, metrics { likert } }
                                                          ^ evaluation-cost-zero: People judge 500 items in `read`, which costs nothing as planned, so that the budget of 900 USD does not hold it; add a `price`, or a `pace` and the `rate` of the annotators
        evaluate few { model: base, data: d, size: 50, annotators: 3, metrics { likert } }
        """,
        "api-cost-missing",
        "evaluation-cost-zero");
  }

  @Test
  void accessIsAMatterOfDays() {
    TestPlans.expect(
        """
        project p { goal: "g", deadline: 2027-02-01 }
        model llama { id: "meta-llama/Llama-3.1-8B" }
              ^^^^^ access-lead-time: The weights of `llama` are gated: somebody has to grant access, within hours or days. The plan has a deadline; state the `lead`, 0 days if you have it
        model used { id: "meta-llama/Llama-3.1-8B" }
        model unused { id: "meta-llama/Llama-3.1-8B" }
        dataset d { size: 9 prompts, access: licensed }
                                             ^^^^^^^^ access-lead-time: `d` needs a contract, which takes weeks. The plan has a deadline; state the `lead`, 0 days if it is signed
        compute node { accelerator: L40S, purchase: reserved }
                                                    ^^^^^^^^ access-lead-time: `node` has to be reserved, for which there are queues of weeks. The plan has a deadline; state the `lead`, or the day from which it is `available`
        finetune sft { model: llama, data: d, compute: node }
        finetune old { model: used, data: d, status: done }
        """
            .replace(", data: d, status", ", data: e, status")
            .replace("compute node", "dataset e { size: 9 prompts }\ncompute node"),
        "access-lead-time");
  }
}
