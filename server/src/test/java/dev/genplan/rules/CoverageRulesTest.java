package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is deployed against what was evaluated: four rules, of which one speaks. */
class CoverageRulesTest {

  private static final String[] FOUR = {
    "deploy-without-evaluation",
    "quantize-after-evaluation",
    "merge-unevaluated",
    "evaluated-not-deployed"
  };

  private static final String QUANTIZED =
      """
      project p { goal: "g"%s }
      model base { id: "x/y" }
      dataset d { split test { size: 9 examples } }
      evaluate ready { model: base, data: d.test, metrics { f1 >= 50%% } %s }
      optimize small { model: base, method: quantize { format: %s } }
      %s
      deploy live { model: small, gate: ready%s }
      """;

  @Test
  void eachRuleYieldsToThoseBeforeIt() {
    for (int i = 0; i < FOUR.length; i++) {
      Rule rule = TestPlans.rules(FOUR[i]).get(0);
      assertThat(rule.info().yieldsTo())
          .containsExactlyInAnyOrderElementsOf(List.of(FOUR).subList(0, i));
    }
  }

  @Test
  void whatWasTrainedAndQuantizedSinceWasNotEvaluated() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        evaluate before { model: base, data: d.test, metrics { f1 >= 50% } }
        finetune sft { model: base, data: d.train, method: lora }
        optimize small { model: sft, method: quantize { format: int8 } }
        deploy live { model: small }
                             ^^^^^ deploy-without-evaluation: `live` deploys `small`, but the last evaluation was of `base`, before `sft` changed the weights: evaluate `small` first
        """,
        FOUR);
  }

  @Test
  void whatWasMergedAndQuantizedSinceIsNotSpokenOfTwice() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        finetune sft { model: base, data: d.train, method: lora }
        evaluate ready { model: sft, data: d.test, metrics { f1 >= 50% } }
        optimize merged { model: sft, method: merge { variant: adapter } }
        optimize small { model: merged, method: [prune { sparsity: 50% }, quantize { format: awq }] }
        deploy live { model: small, gate: ready }
                             ^^^^^ quantize-after-evaluation: `live` deploys `small`, but only `sft` was evaluated, before it was pruned: its answers are no longer those that were measured, so evaluate `small`
        """,
        FOUR);
  }

  @Test
  void aGuardAroundAnUnevaluatedMergeAddsNothing() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        finetune sft { model: base, data: d.train, method: lora }
        evaluate ready { model: sft, data: d.test, metrics { f1 >= 50% } }
        optimize merged { model: sft, method: merge { variant: adapter } }
        guard bot { model: merged, input: jailbreak }
        deploy live { model: bot, gate: ready }
                             ^^^ merge-unevaluated: `live` deploys `bot`, but `sft` was evaluated before `merged` merged it: a merge rounds the weights anew and can meet a wrong base, so evaluate `bot`
        """,
        FOUR);
  }

  @Test
  void aPromptAroundAQuantizedModelAddsNothing() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate ready { model: base, data: d.test, metrics { f1 >= 50% } }
        optimize small { model: base, method: quantize { format: nf4 } }
        prompt brief { model: small, text: "Answer briefly." }
        deploy live { model: brief, gate: ready }
                             ^^^^^ quantize-after-evaluation: `live` deploys `brief`, but only `base` was evaluated, before it was quantized to `nf4`: its answers are no longer those that were measured, so evaluate `brief`
        """,
        FOUR);
  }

  @Test
  void aPromptMustNotBeLeftOut() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        prompt brief { model: base, text: "Answer briefly." }
        evaluate ready { model: brief, data: d.test, metrics { f1 >= 50% } }
        deploy live { model: base, gate: ready }
                             ^^^^ evaluated-not-deployed: `live` deploys `base`, but it was evaluated with `brief` around it: the scores belong to another system, so evaluate `base`
        """,
        FOUR);
  }

  @Test
  void aPromptMustNotBeReplaced() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        prompt brief { model: base, text: "Answer briefly." }
        prompt long { model: base, text: "Explain at length." }
        evaluate ready { model: brief, data: d.test, metrics { f1 >= 50% } }
        deploy live { model: long, gate: ready }
                             ^^^^ evaluated-not-deployed: `live` deploys `long`, but `brief` was evaluated in its place: the scores belong to another system, so evaluate `long`
        """,
        FOUR);
  }

  @Test
  void aGuardMustBeEvaluatedToo() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate ready { model: base, data: d.test, metrics { f1 >= 50% } }
        guard bot { model: base, input: jailbreak }
        deploy live { model: bot, gate: ready }
                             ^^^ evaluated-not-deployed: `live` deploys `bot`, but `base` was evaluated without `bot`: how many good answers the guard blocks was not measured, so evaluate `bot`
        """,
        FOUR);
  }

  @Test
  void aGuardThatWasAttackedWasTested() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate ready { model: base, data: d.test, metrics { f1 >= 50% } }
        guard bot { model: base, input: jailbreak }
        redteam probes { model: bot, attacks: jailbreak, metrics { attack-success <= 1% } }
        deploy live { model: bot, gate: [ready, probes] }
        """,
        FOUR);
  }

  @Test
  void aRedTeamIsNoEvaluation() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        redteam probes { model: base, attacks: jailbreak }
        deploy live { model: base }
                             ^^^^ deploy-without-evaluation: `live` deploys `base`, but nothing evaluates it: evaluate `base` first
        """,
        FOUR);
  }

  @Test
  void aTeachersScoreIsNotItsStudents() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model large { id: "x/large", role: teacher }
        model small { id: "x/small" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        evaluate ready { model: large, data: d.test, metrics { f1 >= 50% } }
        optimize student { model: small, data: d.train, method: distill { teacher: large } }
        deploy live { model: student, gate: ready }
                             ^^^^^^^ quantize-after-evaluation: `live` deploys `student`, but only `large` was evaluated, before it was distilled: its answers are no longer those that were measured, so evaluate `student`
        """,
        FOUR);
  }

  @Test
  void aPartsScoreIsNotThatOfTheMix() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        finetune one { model: base, data: d.train }
        finetune two { model: base, data: d.train }
        evaluate ready { model: two, data: d.test, metrics { f1 >= 50% } }
        optimize soup { model: [one, two], method: merge { variant: linear } }
        deploy live { model: soup, gate: ready }
                             ^^^^ merge-unevaluated: `live` deploys `soup`, but of the models that `soup` merges only `two` was evaluated: the score of a part says little about the mix, so evaluate `soup`
        """,
        FOUR);
  }

  @Test
  void eightBitsBehindASmokeTest() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate ready { model: base, data: d.test, metrics { f1 >= 50% } }
        optimize small { model: base, method: quantize { format: int8 } }
        evaluate loads { model: small, data: d.test, purpose: sanity }
        deploy live { model: small, gate: ready }
                             ^^^^^ quantize-after-evaluation: `live` deploys `small`, which was quantized to `int8` after `base` was evaluated; the smoke test `loads` would not show a small loss of quality
        """,
        FOUR);
  }

  @Test
  void fourBitsBehindASmokeTest() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate ready { model: base, data: d.test, metrics { f1 >= 50% } }
        optimize small { model: base, method: quantize { format: nf4 } }
        evaluate loads { model: small, data: d.test, purpose: sanity }
        deploy live { model: small, gate: ready }
                             ^^^^^ quantize-after-evaluation: `live` deploys `small`, but only `base` was evaluated, before it was quantized to `nf4`: its answers are no longer those that were measured, so evaluate `small`
        """,
        FOUR);
  }

  @Test
  void aSmokeTestAlone() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        evaluate loads { model: base, purpose: sanity }
        deploy live { model: base }
                             ^^^^ deploy-without-evaluation: `live` deploys `base` after a smoke test only (`loads` has `purpose: sanity`): evaluate it on its task
        """,
        FOUR);
  }

  @Test
  void anEvaluationInsideARepeatMeasuresTheLastRound() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        repeat rounds {
          start: base, result: tuned, times: 3
          finetune tuned { model: rounds, data: d.train }
          evaluate ready { model: tuned, data: d.test, metrics { f1 >= 50% } }
        }
        deploy live { model: rounds }
        """,
        FOUR);
  }

  @Test
  void theInputOfARoundIsNotItsResult() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        repeat rounds {
          start: base, result: tuned, times: 3
          evaluate ready { model: rounds, data: d.test, metrics { f1 >= 50% } }
          finetune tuned { model: rounds, data: d.train }
        }
        deploy live { model: rounds }
                             ^^^^^^ deploy-without-evaluation: `live` deploys `rounds`, but the last evaluation was of `base`, before `tuned` changed the weights: evaluate `rounds` first
        """,
        FOUR);
  }

  @Test
  void aSkippedStageChangesNothing() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate ready { model: base, data: d.test, metrics { f1 >= 50% } }
        evaluate slow { model: base, metrics { latency <= 2 s }, results { latency: 1 s } }
        optimize small { model: base, when: slow.fails, method: quantize { format: nf4 } }
        deploy live { model: small, gate: ready }
        """,
        FOUR);
  }

  @Test
  void aSkippedEvaluationMeasuresNothing() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate ready { model: base, data: d.test, status: skipped, metrics { f1 >= 50% } }
        deploy live { model: base }
                             ^^^^ deploy-without-evaluation: `live` deploys `base`, but nothing evaluates it: evaluate `base` first
        """,
        FOUR);
  }

  @Test
  void oneCauseIsReportedOnce() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate ready { model: base, data: d.test, metrics { f1 >= 50% } }
        optimize small { model: base, method: quantize { format: nf4 } }
        deploy europe { model: small, gate: ready }
                               ^^^^^ quantize-after-evaluation: `europe` deploys `small`, but only `base` was evaluated, before it was quantized to `nf4`: its answers are no longer those that were measured, so evaluate `small`
        deploy america { model: small, gate: ready }
        """,
        FOUR);
  }

  @Test
  void eachServedAdapterIsLookedAt() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
        finetune sales { model: base, data: d.train, method: lora }
        finetune support { model: base, data: d.train, method: lora }
        evaluate ready { model: sales, data: d.test, metrics { f1 >= 50% } }
        deploy live { model: base, gate: ready, serving { adapters: [sales, support] } }
                                                                            ^^^^^^^ deploy-without-evaluation: `live` deploys `support`, but nothing evaluates it: evaluate `support` first
        """,
        FOUR);
  }

  @Test
  void templateAndThinkingMustBeThoseOfTheEvaluation() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate ready { model: base, data: d.test, template: "chatml.jinja", thinking: strip { budget: 4k }, metrics { f1 >= 50% } }
        deploy live { model: base, gate: ready, template: "plain.jinja", thinking: off }
                                                          ^^^^^^^^^^^^^ evaluated-not-deployed: `live` serves with `template: "plain.jinja"`, but `ready` evaluated with `template: "chatml.jinja"`: the model sees other input than when it was measured
                                                                                   ^^^ evaluated-not-deployed: `live` serves with `thinking: off`, but `ready` evaluated with `thinking: strip`: the model sees other input than when it was measured
        """,
        FOUR);
  }

  @Test
  void aPromptsTemplateHoldsForItsEvaluation() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        prompt brief { model: base, template: "chatml.jinja" }
        evaluate ready { model: brief, data: d.test, thinking: strip, metrics { f1 >= 50% } }
        deploy live { model: brief, gate: ready, template: "chatml.jinja", thinking: keep }
        """,
        FOUR);
  }

  @Test
  void aGateMustMeasureWhatIsDeployed() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model one { id: "x/y" }
        model two { id: "x/z" }
        dataset d { split test { size: 9 examples } }
        evaluate ready-one { model: one, data: d.test, metrics { f1 >= 50% } }
        evaluate ready-two { model: two, data: d.test, metrics { f1 >= 50% } }
        deploy live { model: two, gate: ready-one }
                                        ^^^^^^^^^ evaluated-not-deployed: `live` waits for `ready-one`, which measures `one`, but deploys `two`, which is not made of it: the gate says nothing about what goes live
        """,
        FOUR);
  }

  @Test
  void anEvaluationOfSomethingUnknownMayBeTheRightOne() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        evaluate ready { model: bsae, metrics { f1 >= 50% } }
                                ^^^^ unknown-reference: Nothing is called `bsae`; did you mean `base`?
        deploy live { model: base, gate: ready }
        """,
        FOUR);
  }

  @Test
  void aSelectionWithResultsMeasures() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model one { id: "x/y" }
        model two { id: "x/z" }
        dataset d { split test { size: 9 examples } }
        select best { candidates: [one, two], chosen: two, data: d.test, results { one.f1: 50%, two.f1: 60% } }
        deploy live { model: best }
        """,
        FOUR);
  }

  @Test
  void aFileFormatChangesNothing() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate ready { model: base, data: d.test, metrics { f1 >= 50% } }
        optimize file { model: base, method: convert { format: gguf } }
        deploy live { model: file, gate: ready }
        """,
        FOUR);
  }

  @Test
  void aConversionCanQuantize() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate ready { model: base, data: d.test, metrics { f1 >= 50% } }
        optimize file { model: base, method: convert { format: Q4_K_M } }
        deploy live { model: file, gate: ready }
                             ^^^^ quantize-after-evaluation: `live` deploys `file`, but only `base` was evaluated, before it was quantized to `Q4_K_M`: its answers are no longer those that were measured, so evaluate `file`
        """,
        FOUR);
  }

  @Test
  void theFirstExampleOfTheLanguage() {
    TestPlans.expect(
        """
        /// Two-sentence summaries of support dialogues, with a small open model.
        project support-summaries {
          goal:     "Agents accept the summary without editing it in 4 of 5 tickets"
          task:     summarization
          use:      commercial
          start:    2026-12-01
          deadline: 2027-02-26
          budget:   12_000 USD
          team {
            ml-engineer: 2
            annotator:   4
          }
        }

        model flan-t5 {
          id:      "google/flan-t5-base"
          license: apache-2.0
        }

        dataset dialogsum {
          source:  "hf://knkarthick/dialogsum"
          license: cc-by-nc-sa-4.0
          split train { size: 12_460 examples }
          split test  { size: 1_500 examples }
        }

        compute workstation {
          accelerator: A100-80GB
          count:       1
          price:       1.80 USD/hour
        }

        prompt few-shot {
          model:  flan-t5
          method: few-shot { shots: 2 }
        }

        evaluate baseline {
          model: few-shot
          data:  dialogsum.test
          metrics {
            rougeL >= 0.40
          }
          results {
            rougeL: 0.31
          }
        }

        finetune sft {
          when:          baseline.fails
          model:         flan-t5
          data:          dialogsum.train
          method:        lora { rank: 32, alpha: 32, dropout: 5% }
          epochs:        5
          learning-rate: 1e-3
          compute:       workstation
        }

        feedback rankings {
          prompts:    dialogsum.train
          model:      sft
          collect:    8_000 comparisons
          annotators: 3
        }

        reward helpfulness {
          model:     sft
          data:      rankings
          objective: bradley-terry
        }

        align rlhf {
          model:   sft
          method:  ppo { kl: 0.05 }
          reward:  helpfulness
          prompts: dialogsum.train
        }

        evaluate acceptance {
          model:    rlhf
          baseline: sft
          data:     dialogsum.test
          metrics {
            rougeL   >= 0.42
            toxicity <= 1%
          }
        }

        optimize int8 {
          model:  rlhf
          method: quantize { format: int8 }
        }

        deploy production {
               ^^^^^^^^^^ deploy-without-monitoring: Nothing monitors `production`, so drift, abuse and regressions stay unseen: add a `monitor`
               ^^^^^^^^^^ no-rollback: `production` has no way back if it misbehaves: name a version to return to, or, for a first version, a switch (`rollback { switch: true }`)
          model:   int8
                   ^^^^ quantize-after-evaluation: `production` deploys `int8`, but only `rlhf` was evaluated, before it was quantized to `int8`: its answers are no longer those that were measured, so evaluate `int8`
          gate:    acceptance
          serving { latency: 300 ms, throughput: 40 requests/s }
        }
        """,
        "quantize-after-evaluation",
        "deploy-without-evaluation",
        "merge-unevaluated",
        "evaluated-not-deployed",
        "gate-fails",
        "gate-missing",
        "deploy-without-monitoring",
        "no-rollback",
        "guardrails-missing",
        "no-red-team",
        "calibration-is-test",
        "calibration-missing",
        "skip-prompting",
        "full-before-peft",
        "pass-at-k",
        "no-human-eval");
  }

  @Test
  void aSmokeTestMakesEightBitsAWarningAndFourBitsNot() {
    String smokeTest = "evaluate loads { model: small, purpose: sanity }";
    assertThat(severities(QUANTIZED.formatted("", "", "int8", "", "")))
        .containsExactly(Severity.ERROR);
    assertThat(severities(QUANTIZED.formatted("", "", "int8", smokeTest, "")))
        .containsExactly(Severity.WARNING);
    assertThat(severities(QUANTIZED.formatted("", "", "nf4", smokeTest, "")))
        .containsExactly(Severity.ERROR);
  }

  @Test
  void aDraftIsToldMoreGently() {
    assertThat(severities(QUANTIZED.formatted(", status: draft", "", "int8", "", "")))
        .containsExactly(Severity.WARNING);
  }

  @Test
  void anExceptionStandsInTheDeployment() {
    String allow = ", allow quantize-after-evaluation: \"compared by hand\"";
    assertThat(severities(QUANTIZED.formatted("", "", "int8", "", allow))).isEmpty();
  }

  @Test
  void aTrialNeedsNoEvaluation() {
    assertThat(severities(QUANTIZED.formatted("", "", "int8", "", ", purpose: experiment")))
        .isEmpty();
  }

  @Test
  void theEvaluationCanBeMovedOrRepeated() {
    List<Fix> fixes = found(QUANTIZED.formatted("", "", "int8", "", "")).get(0).fixes();
    assertThat(fixes)
        .extracting(fix -> fix.title().in(Language.ENGLISH))
        .containsExactly(
            "Let `ready` evaluate `small` instead of `base`",
            "Evaluate `small` as well, and make it a gate");
    assertThat(TestPlans.apply(QUANTIZED.formatted("", "", "int8", "", ""), fixes.get(1)))
        .isEqualTo(
            """
            project p { goal: "g" }
            model base { id: "x/y" }
            dataset d { split test { size: 9 examples } }
            evaluate ready { model: base, data: d.test, metrics { f1 >= 50% }  }
            optimize small { model: base, method: quantize { format: int8 } }

            evaluate small-check {
              model: small
              data: d.test
              metrics { f1 >= 50% }
            }

            deploy live { model: small, gate: [ready, small-check] }
            """);
  }

  @Test
  void anEvaluationWithResultsIsNotMoved() {
    String text = QUANTIZED.formatted("", ", results { f1: 60% }", "int8", "", "");
    assertThat(found(text).get(0).fixes())
        .extracting(fix -> fix.title().in(Language.ENGLISH))
        .containsExactly("Evaluate `small` as well, and make it a gate");
  }

  @Test
  void theChangeAndTheEvaluationAreShown() {
    String text = QUANTIZED.formatted("", "", "int8", "", "");
    assertThat(found(text).get(0).related())
        .extracting(
            related ->
                text.substring(related.location().span().start(), related.location().span().end())
                    + ": "
                    + related.message())
        .containsExactly(
            "small: this changes the model after its evaluation",
            "ready: `base` is evaluated here");
  }

  @Test
  void theOtherPlacesOfADeployedThingAreShown() {
    String text =
        QUANTIZED.formatted("", "", "int8", "deploy first { model: small, gate: ready }", "");
    assertThat(found(text)).hasSize(1);
    assertThat(found(text).get(0).related())
        .extracting(related -> related.message().in(Language.ENGLISH))
        .contains("deployed here too");
  }

  @Test
  void inChinese() {
    TestPlans.expect(
        Language.CHINESE,
        """
        project p { goal: "目标" }
        model 底座 { id: "x/y" }
        dataset d { split test { size: 9 examples } }
        evaluate 验收 { model: 底座, data: d.test, metrics { f1 >= 50% } }
        optimize 小模型 { model: 底座, method: quantize { format: nf4 } }
        deploy 线上 { model: 小模型, gate: 验收 }
                           ^^^ quantize-after-evaluation: `线上` 要上线 `小模型`，但评测的只是量化为 `nf4` 之前的 `底座`：输出已与评测时不同，请评测 `小模型`
        """,
        Map.of(),
        TestPlans.rules(FOUR));
  }

  @Test
  void aGateThatMeasuresOneOfTheServedAdaptersIsRight() {
    assertThat(
            found(
                """
                project p { goal: "g" }
                model base { id: "x/y" }
                dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
                finetune sales { model: base, data: d.train, method: lora }
                finetune support { model: base, data: d.train, method: lora }
                evaluate one { model: sales, data: d.test, metrics { f1 >= 50% } }
                evaluate two { model: support, data: d.test, metrics { f1 >= 50% } }
                deploy live { model: base, gate: two, serving { adapters: [sales, support] } }
                """))
        .isEmpty();
  }

  @Test
  void anImportedDeploymentIsMarkedAtTheImportAndNotRepaired() {
    Map<String, String> files =
        Map.of(
            "live.genplan",
            """
            model base { id: "x/y" }
            dataset d { split test { size: 9 examples } }
            deploy live { model: base }
            """);
    String text = "import \"live.genplan\"\nproject p { goal: \"g\" }\n";
    List<Diagnostic> found = TestPlans.analyze(text, files, TestPlans.rules(FOUR)).diagnostics();
    assertThat(found).extracting(Diagnostic::code).containsExactly("deploy-without-evaluation");
    assertThat(found.get(0).location().file()).isEqualTo(TestPlans.FILE);
    assertThat(found.get(0).fixes()).isEmpty();
  }

  @Test
  void aLibraryDeploysNothing() {
    assertThat(found("model base { id: \"x/y\" }\ndeploy live { model: base }\n")).isEmpty();
  }

  private static List<Diagnostic> found(String text) {
    return TestPlans.diagnostics(text, FOUR);
  }

  private static List<Severity> severities(String text) {
    return found(text).stream().map(Diagnostic::severity).toList();
  }
}
