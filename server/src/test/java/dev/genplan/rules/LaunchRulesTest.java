package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.testing.TestPlans;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has to be measured, decided and prepared before something goes live. */
class LaunchRulesTest {

  @Test
  void aGateFailsByItsResults() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        evaluate before { model: base, data: d.test, metrics { rougeL }, results { rougeL: 31% } }
        finetune sft { model: base, data: d.train, method: lora }
        evaluate after {
          model: sft, baseline: base, data: d.test
          metrics { rougeL >= 40% { weight: 2 }, d.f1 >= 50% }
          change { rougeL >= 0.02 }
          results { rougeL: 0.32 { margin: 1% }, d.f1: 40% }
        }
        evaluate more { model: sft, baseline: base, data: d.test, change { rougeL >= 0.02 }, results { rougeL: 0.32 } }
        deploy live { model: sft, gate: [after, more] }
                                         ^^^^^ gate-fails: `live` waits for `after`, which fails: `rougeL` is 0.32, wanted >= 40%; improve the model, or change the target and say why
                                                ^^^^ gate-fails: `live` waits for `more`, which fails: `rougeL` changed by 0.01, wanted >= 0.02; improve the model, or change the target and say why
        deploy never { model: sft, gate: after, status: skipped }
        """,
        "gate-fails", "gate-missing");
  }

  @Test
  void whatDecidesNeedsAThreshold() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        evaluate before { model: base, data: d.test }
                 ^^^^^^ gate-missing: `sft` waits for `before`, which has no threshold, so nothing can fail: state one, such as `accuracy >= ...`
        finetune sft { when: before.fails, model: base, data: d.train, method: lora }
        evaluate after { model: sft, data: d.test, metrics { rougeL >= 40% } }
        redteam probes { model: sft, metrics { attack-success } }
                                     ^^^^^^^ gate-missing: `other` waits for `probes`, which has no threshold, so nothing can fail: state one, such as `attack-success >= ...`
        deploy live { model: sft }
               ^^^^ gate-missing: `live` goes live whether `after` passes or not: make it a `gate`
        deploy other { model: sft, gate: [after, probes] }
        deploy third { model: base }
        """,
        "gate-missing");
  }

  @Test
  void whatIsMissingInADraft() {
    TestPlans.expect(
        """
        project p { goal: "g", status: draft }
        model base { id: "x/y" }
        deploy live { model: base }
               ^^^^ deploy-without-monitoring: Nothing monitors `live`, so drift, abuse and regressions stay unseen: add a `monitor`
               ^^^^ no-rollback: `live` has no way back if it misbehaves: name a version to return to, or, for a first version, a switch (`rollback { switch: true }`)
                             ^^^^ deploy-without-evaluation: `live` deploys `base`, but nothing evaluates it: evaluate `base` first
        """,
        "deploy-without-evaluation",
        "deploy-without-monitoring",
        "no-rollback");
  }

  @Test
  void eachServiceIsMonitored() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        deploy one { model: base }
        deploy two { model: base }
               ^^^ deploy-without-monitoring: Nothing monitors `two`, so drift, abuse and regressions stay unseen: add a `monitor`
        deploy three { model: base, mode: demo, audience: public }
               ^^^^^ deploy-without-monitoring: Nothing monitors `three`, so drift, abuse and regressions stay unseen: add a `monitor`
        deploy four { model: base, mode: demo }
        monitor watch { service: one }
        monitor later { service: two, status: skipped }
        """,
        "deploy-without-monitoring");
  }

  @Test
  void aMonitorThatDoesNotSayWhatItWatches() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        deploy one { model: base }
        deploy two { model: base }
        monitor watch { signals: quality }
        """,
        "deploy-without-monitoring");
  }

  @Test
  void whatSeemsMissingMayBeMisspelled() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        deploy one { model: base, rollbakc { switch: true } }
                                  ^^^^^^^^ unknown-property: `deploy` has no property `rollbakc`; did you mean `rollback`?
        """,
        "deploy-without-monitoring",
        "no-rollback",
        "deploy-without-evaluation");
  }

  @Test
  void aRollbackSaysHow() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        deploy one { model: base, rollback { time: 5 min } }
                                  ^^^^^^^^ no-rollback: The rollback of `one` says neither where `to` nor that there is a `switch`, nor what triggers it
        deploy two { model: base, mode: edge, audience: internal }
               ^^^ no-rollback: `two` has no way back if it misbehaves: name a version to return to, or, for a first version, a switch (`rollback { switch: true }`)
        deploy three { model: base, rollback { errors > 2% } }
        """,
        "no-rollback");
  }

  @Test
  void aGuardAnywhereAroundTheModel() {
    TestPlans.expect(
        """
        project p { goal: "g", task: chat, audience: customers }
        model base { id: "x/y" }
        guard bot { model: base, input: jailbreak }
        prompt brief { model: bot, text: "Answer briefly." }
        deploy one { model: brief }
        deploy two { model: base, audience: internal }
        deploy three { model: base, audience: public }
               ^^^^^ no-red-team: `three` is for the public, but no `redteam` attacks it first: how it fails under attack is unknown
                              ^^^^ guardrails-missing: `three` is for the public, but no `guard` checks what goes into `base` and what comes out: alignment alone is easily bypassed
        deploy four { model: base, audience: public, mode: weights }
               ^^^^ no-red-team: `four` is for the public, but no `redteam` attacks it first: how it fails under attack is unknown
        """,
        "guardrails-missing",
        "no-red-team");
  }

  @Test
  void highRiskNeedsARedTeamEverywhere() {
    TestPlans.expect(
        """
        project p { goal: "g", task: text-classification, risk: high }
        model base { id: "x/y" }
        model other { id: "x/z" }
        redteam probes { model: other }
        deploy one { model: base, mode: batch }
               ^^^ no-red-team: `one` belongs to a high-risk project, but no `redteam` attacks it first: how it fails under attack is unknown
        """,
        "no-red-team");
  }

  @Test
  void anEarlierFormWasAttacked() {
    TestPlans.expect(
        """
        project p { goal: "g", task: chat, audience: public, impact: consequential }
        model base { id: "x/y" }
        redteam probes { model: base }
        optimize small { model: base, method: quantize { format: nf4 } }
        guard bot { model: small, input: jailbreak }
        deploy one { model: bot }
        """,
        "no-red-team");
  }

  @Test
  void calibrationData() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        dataset sample { from: d.test, size: 128 examples }
        optimize a { model: base, data: [sample], method: quantize { format: gptq } }
                                         ^^^^^^ calibration-is-test: `a` is calibrated on `sample`, which shares its items with `d.test`, on which `ready` evaluates it: the score flatters it; calibrate on training data
        optimize b { model: base, data: d, method: prune { sparsity: 50% } }
                                        ^ calibration-is-test: `b` is calibrated on `d`, which shares its items with `d.test`, on which `other` evaluates it: the score flatters it; calibrate on training data
        optimize c { model: b, method: quantize { format: awq, variant: qat } }
        optimize e { model: b, method: quantize { format: nvfp4 } }
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ calibration-missing: `nvfp4` chooses its rounding by activations, but `e` has no `data` to measure them on: give it 128 to 512 samples like those it will serve
        optimize f { model: b, method: quantize { format: my-own } }
                                                          ^^^^^^ unknown-word: `my-own` is not a known word of `format`; no rule looks at it
        evaluate ready { model: a, data: d.test, metrics { f1 >= 50% } }
        evaluate other { model: e, data: d.test, metrics { f1 >= 50% } }
        """,
        "calibration-is-test", "calibration-missing");
  }

  @Test
  void answersAndTemperature() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { size: 164 problems }
        prompt greedy { model: base, sampling { temperature: 0 } }
                                                             ^ pass-at-k: With temperature 0 all answers are the same, so `pass@10` can only repeat `pass@1`: sample above it, such as at 0.8
        evaluate one { model: greedy, answers: 20, metrics { d.pass@10 >= 50%, pass@1 >= 20% } }
        evaluate two { model: greedy, answers: 5..8, sampling { temperature: 0.8 }, metrics { pass@10 }, results { pass@100: 30% } }
                                               ^^^^ pass-at-k: `pass@100` needs at least 100 answers to each problem, but `two` draws 5..8
        evaluate three { model: greedy, answers: unknown, sampling { temperature: unknown }, metrics { pass@10 } }
        """,
        "pass-at-k");
  }

  @Test
  void aJudgingModelIsNoPerson() {
    TestPlans.expect(
        """
        project p { goal: "g", task: [code-generation, translation], audience: customers }
        model base { id: "x/y" }
        model judge { id: "x/j", role: judge }
        evaluate one { model: base, judge: judge, metrics { win-rate >= 60% } }
        deploy live { model: base }
               ^^^^ no-human-eval: `live` shows translations to people outside, but no person judges the answers before: have people compare 50 to 200 pairs blind
        deploy checked { model: base, oversight: approval }
        deploy inside { model: base, audience: internal }
        """,
        "no-human-eval");
  }

  @Test
  void oneModelIsReportedOnce() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        finetune one { model: base, data: d.train, method: lora }
                 ^^^ skip-prompting: `one` fine-tunes `base`, which was never measured as it is: prompt and evaluate it first, which takes hours, or state a `reason`
        finetune two { model: base, data: d.train, method: full }
        finetune three { model: one, data: d.train }
        evaluate after { model: three, data: d.test, judge: base, metrics { f1 >= 50%, accuracy } }
        """,
        "skip-prompting");
  }

  @Test
  void aComparisonMeasuresTheBaseline() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        finetune one { model: base, data: d.train, method: lora }
        evaluate after { model: one, baseline: base, data: d.test, metrics { f1 >= 50% } }
        """,
        "skip-prompting");
  }

  @Test
  void anAdapterBehindAFullFineTune() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model flan { id: "google/flan-t5-base" }
        dataset d { split train { size: 12_460 examples { note: "published" } }, split test { size: 9 examples } }
        finetune sft { model: flan, data: d.train }
                 ^^^ full-before-peft: `sft` trains all weights of `flan` on 12_460 examples; an adapter usually learns as much in a fraction of the memory: try `lora` first, or state a `reason`
        finetune light { model: flan, data: d.train, method: lora { rank: 32 } }
        """,
        "full-before-peft");
  }

  @Test
  void theFailedCriteriaAreShown() {
    String text =
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        evaluate ready { model: base, metrics { f1 >= 50%, toxicity <= 1% }, results { f1: 40%, toxicity: 2% } }
        deploy live { model: base, gate: ready }
        """;
    assertThat(TestPlans.diagnostics(text, "gate-fails").get(0).related())
        .extracting(
            related ->
                text.substring(related.location().span().start(), related.location().span().end())
                    + ": "
                    + related.message())
        .containsExactly("f1 >= 50%: this is not reached", "toxicity <= 1%: this is not reached");
  }

  @Test
  void severitiesFollowStatusAndAudience() {
    String text =
        """
        project p { goal: "g"%s }
        model base { id: "x/y" }
        deploy live { model: base }
        """;
    assertThat(severities(text.formatted(""), "no-rollback")).containsExactly(Severity.WARNING);
    assertThat(severities(text.formatted(", audience: internal"), "no-rollback"))
        .containsExactly(Severity.INFORMATION);
    assertThat(severities(text.formatted(", status: draft"), "no-rollback"))
        .containsExactly(Severity.INFORMATION);
    assertThat(severities(text.formatted(", status: draft"), "deploy-without-evaluation"))
        .containsExactly(Severity.WARNING);
  }

  @Test
  void theBaselineIsMeasuredLikeTheFineTune() {
    String text =
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        finetune sft { model: base, data: d.train, method: lora }
        evaluate baseline { model: sft, data: d.test, metrics { f1 >= 50% }, results { f1: 60% } }
        """;
    Fix fix = TestPlans.diagnostics(text, "skip-prompting").get(0).fixes().get(0);
    assertThat(TestPlans.apply(text, fix))
        .isEqualTo(
            """
            project p { goal: "g" }
            model base { id: "x/y" }
            dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
            prompt zero-shot {
              model:  base
              method: zero-shot
            }

            evaluate baseline-2 {
              model: zero-shot
              data: d.test
              metrics { f1 >= 50% }
            }

            finetune sft { model: base, data: d.train, method: lora }
            evaluate baseline { model: sft, data: d.test, metrics { f1 >= 50% }, results { f1: 60% } }
            """);
  }

  @Test
  void passAtKIsLookedAtInLibrariesToo() {
    TestPlans.expect(
        """
        model base { id: "x/y" }
        evaluate code { model: base, answers: 1, metrics { pass@5 } }
                                              ^ pass-at-k: `pass@5` needs at least 5 answers to each problem, but `code` draws 1
        """,
        "pass-at-k");
  }

  private static List<Severity> severities(String text, String rule) {
    return TestPlans.diagnostics(text, rule).stream().map(Diagnostic::severity).toList();
  }
}
