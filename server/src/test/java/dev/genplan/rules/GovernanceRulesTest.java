package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.testing.TestPlans;
import org.junit.jupiter.api.Test;

/** What has to be attacked, measured, overseen and published before something goes out. */
class GovernanceRulesTest {

  private static final String START =
      """
      project p { goal: "g", task: chat, use: commercial, audience: public }
      model base { id: "x/y" }
      dataset d { split train { size: 9 examples }, split test { size: 9 examples } }
      """;

  @Test
  void safetyIsMeasuredAnewForEachAdapter() {
    TestPlans.expect(
        START
            + """
            redteam first { model: base, attacks: manual }
            finetune one { model: base, data: d.train, method: lora }
            finetune two { model: base, data: d.train, method: lora }
            redteam again { model: one, attacks: manual }
            deploy live { model: base, serving { adapters: [one, two] } }
                                                                 ^^^ safety-eval-after-tune: `live` brings `two` to people outside, but its safety was last measured on `base`, before `two` changed the weights: ten harmful examples undo alignment, and harmless data wears it down. Measure `two` again
            """,
        "safety-eval-after-tune");
  }

  @Test
  void quantizationAloneIsOnlyAWarning() {
    String plan =
        START
            + """
            redteam first { model: base, attacks: manual }
            optimize small { model: base, method: quantize { format: awq }, data: d.train }
            deploy live { model: small }
            """;
    assertThat(TestPlans.diagnostics(plan, "safety-eval-after-tune"))
        .extracting(Diagnostic::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void computingThatChangesNoAnswerNeedsNoNewMeasurement() {
    TestPlans.expect(
        START
            + """
            redteam first { model: base, attacks: manual }
            optimize fast { model: base, method: compile { engine: tensorrt-llm } }
            deploy live { model: fast }
            """,
        "safety-eval-after-tune");
  }

  @Test
  void aGuardAgainstInjectionStandsInWhereverTheAugmentationIsUsed() {
    String plan =
        START
            + """
            dataset pages { origin: web }
            augment cited { model: base, data: pages, method: rag { retriever: sparse } }
            evaluate ready { model: cited, data: d.test, metrics { f1 >= 50% } }
            deploy live { model: cited, gate: ready }
            """;
    Diagnostic found = TestPlans.diagnostics(plan, "prompt-injection").get(0);
    Fix fix = found.fixes().get(0);
    assertThat(TestPlans.apply(plan, fix))
        .contains(
            "guard guarded { model: cited, input: injection }",
            "evaluate ready { model: guarded,",
            "deploy live { model: guarded,");
  }

  @Test
  void pagesFoundInTheWebAreUntrusted() {
    TestPlans.expect(
        START
            + """
            augment cited { model: base, method: rag { retriever: web } }
                                                 ^^^^^^^^^^^^^^^^^^^^^^ prompt-injection: `cited` puts pages of the web into the prompt, which outsiders can write into, and nothing looks for instructions hidden there: their text can steer the answers. Put a `guard { input: injection }` around it, and attack it
            deploy live { model: cited }
            """,
        "prompt-injection");
  }

  @Test
  void aGuardIsTestedWithWhatIsAroundIt() {
    TestPlans.expect(
        START
            + """
            guard inner { model: base, input: jailbreak }
            guard outer { model: inner, output: pii }
            redteam probes { model: inner, attacks: jailbreak }
            deploy live { model: outer }
                                 ^^^^^ guardrail-untested: `live` relies on the guard `outer`, but nothing measures what it lets through and what it blocks for nothing: red-team it, or evaluate its `false-negative-rate` and `false-positive-rate`
            """,
        "guardrail-untested");
  }

  @Test
  void theComputeOfAllStagesIsAddedUp() {
    TestPlans.expect(
        """
        project p { goal: "g", task: chat, use: commercial, market: fr }
        dataset corpus { size: 10T tokens, origin: licensed }
        dataset d { size: 9 examples }
        pretrain first { data: corpus, parameters: 100B { active: 1B }, reason: "r" }
        pretrain second { model: first, data: corpus, tokens: 5T, reason: "r" }
        finetune sft { model: second, data: d, flops: 20 ZFLOP }
        finetune lora { model: sft, data: d, method: lora }
        deploy live { model: lora }
               ^^^^ training-summary-missing: `live` brings `lora` to the EU, trained with at least 1.1e23 FLOP and so probably general-purpose: its provider has to publish a summary of the training content (AI Act, Article 53(1)(d)). Add `training-summary` to `documents`
        """,
        "training-summary-missing");
  }

  @Test
  void whatAnotherDeploymentPublishesCounts() {
    TestPlans.expect(
        """
        project p { goal: "g", task: chat, use: commercial, market: [us, de] }
        dataset corpus { size: 20T tokens, origin: licensed }
        pretrain base { data: corpus, parameters: 8B, reason: "r" }
        deploy weights { model: base, mode: weights, documents: [training-summary, copyright-policy, model-card] }
        deploy live { model: base }
        """,
        "gpai-indicative",
        "training-summary-missing");
  }

  @Test
  void aModelWhoseTrainingIsNotKnownIsComparedWithTheThreshold() {
    TestPlans.expect(
        """
        project p { goal: "g", task: chat, use: commercial, market: eu }
        model base { id: "x/y", parameters: 8B }
        dataset corpus { size: 1T tokens, origin: licensed }
        pretrain more { model: base, data: corpus, reason: "r" }
                 ^^^^ gpai-modifier: `more` trains `base` on with at least 4.8e22 FLOP; what its training took is not known, and a third of 1e23 makes you the provider of the change in the EU (AI Act, Article 53). State the `flops` of `base`, or have it looked at by lawyers
        deploy live { model: more }
        """,
        "gpai-modifier");
  }
}
