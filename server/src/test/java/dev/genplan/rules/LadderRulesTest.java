package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Fix;
import dev.genplan.testing.TestPlans;
import org.junit.jupiter.api.Test;

/** The rungs of the ladder: prompts, adapters, all weights, reinforcement learning. */
class LadderRulesTest {

  private static final String TUNED =
      """
      project p { goal: "g", task: chat }
      model base { id: "x/y", variant: base }
      model scorer { id: "x/s", role: reward }
      dataset d { split train { size: 9 prompts }, split test { size: 9 prompts } }
      finetune sft { model: base, data: d.train, method: lora }
      """;

  @Test
  void whatReachesItsTargetsNeedsNoAlignment() {
    TestPlans.expect(
        TUNED
            + """
            evaluate tuned { model: sft, data: d.test, metrics { f1 >= 50% }, results { f1: 60% } }
            align rl { model: sft, method: ppo { kl: 0.1 }, reward: scorer, prompts: d.train }
                              ^^^ rlhf-without-gap: `sft` reaches all targets of `tuned` already: `rl`, the most laborious rung, needs a gap to close. Raise the targets, run it `when` they are missed, or state a `reason`
            """,
        "rlhf-without-gap");
  }

  @Test
  void aTargetThatIsMissedIsAGap() {
    TestPlans.expect(
        TUNED
            + """
            evaluate tuned { model: sft, data: d.test, metrics { f1 >= 50% }, results { f1: 40% } }
            align rl { model: sft, method: ppo { kl: 0.1 }, reward: scorer, prompts: d.train }
            """,
        "rlhf-without-gap");
  }

  @Test
  void theFineTuneIsMeasuredLikeTheAlignedModel() {
    String text =
        TUNED
            + """
            align rl { model: sft, method: ppo { kl: 0.1 }, reward: scorer, prompts: d.train }
            evaluate after { model: rl, data: d.test, metrics { f1 >= 50% }, results { f1: 60% } }
            """;
    Fix fix = TestPlans.diagnostics(text, "rlhf-without-gap").get(0).fixes().get(0);
    assertThat(TestPlans.apply(text, fix))
        .isEqualTo(
            TUNED
                + """
                evaluate sft-check {
                  model: sft
                  data: d.test
                  metrics { f1 >= 50% }
                }

                align rl { model: sft, method: ppo { kl: 0.1 }, reward: scorer, prompts: d.train, when: sft-check.fails }
                evaluate after { model: rl, data: d.test, metrics { f1 >= 50% }, results { f1: 60% } }
                """);
  }

  @Test
  void thePromptAndItsAnswerShareTheWindow() {
    TestPlans.expect(
        """
        model base { id: "x/y", context: 4k }
        dataset d { size: 9 prompts }
        prompt long { model: base, length: 5_000 }
                                           ^^^^^ few-shot-overflow: `long` has a prompt of 5,000 tokens, and `base` has a window of 4,000: the rest is cut off or refused. Take fewer examples, retrieve what is needed, or a model with a longer window
        prompt full { model: base, length: 3_500, sampling { length: 600 } }
                                           ^^^^^ few-shot-overflow: `full` has a prompt of 3,500 tokens and asks for answers of up to 600; `base` has a window of 4,000 for both, so that answers break off. Take fewer examples, or a model with a longer window
        prompt fits { model: base, length: 3_000..5_000, sampling { length: 600 } }
        finetune stretched { model: base, data: d, scaling: yarn { factor: 4 } }
        prompt after { model: stretched, length: 9_000 }
        """,
        "few-shot-overflow");
  }

  @Test
  void lowerIsBetterForHarm() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset d { size: 9 prompts }
        prompt zero { model: base, method: zero-shot }
        prompt many { model: base, method: few-shot { shots: 8 } }
                                           ^^^^^^^^^^^^^^^^^^^^^ few-shot-stalled: 8 examples in the prompt of `many` reach 0.02 in `toxicity`, 0 of them 0.01: more examples bring nothing. Go one rung up and fine-tune, an adapter first
        evaluate a { model: zero, data: d, metrics { toxicity }, results { toxicity: 1% } }
        evaluate b { model: many, data: d, metrics { toxicity }, results { toxicity: 2% } }
        """,
        "few-shot-stalled");
  }

  @Test
  void theSmallestOneThatDoesIsProposed() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model tiny { id: "x/t", parameters: 1B }
        model small { id: "x/s", parameters: 8B }
        model large { id: "x/l", parameters: 70B }
        dataset d { size: 9 prompts }
        select base {
          candidates: [tiny, small, large]
          chosen: large
                  ^^^^^ oversized-model: `base` chooses `large` with 70B parameters, and `small` with 8B reaches all it asks for: each token costs 9 times as much, for as long as it serves. Take `small`, or say what else is wanted in `metrics`
          data: d
          metrics { f1 >= 50%, toxicity <= 2% }
          results { tiny.f1: 60%, tiny.toxicity: 3%, small.f1: 55%, small.toxicity: 1%, large.f1: 70%, large.toxicity: 1% }
        }
        """,
        "oversized-model");
  }

  @Test
  void changingDataIsNotForWeights() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model base { id: "x/y" }
        dataset prices { refresh: 1 day, split train { size: 9 examples } }
        finetune sft { model: base, data: prices.train, method: lora }
                                          ^^^^^^^^^^^^ finetune-for-facts: `sft` is trained on `prices.train`, which changes at intervals of 1 day: what it learned is stale after that. Retrieve what changes with an `augment` by `rag`
        """,
        "finetune-for-facts");
  }
}
