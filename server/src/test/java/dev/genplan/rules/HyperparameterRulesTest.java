package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Figures against what published runs use: which figure, of which stage, and what is left alone.
 */
class HyperparameterRulesTest {

  private static final String START =
      """
      project p { goal: "g", task: chat, use: research }
      model llama { id: "meta-llama/Llama-3.1-8B" }
      model own { id: "our/own" }
      dataset d { size: 900k examples, tokens: 600M, owner: "us" }
      dataset pairs { size: 60k comparisons, owner: "us" }
      """;

  @Test
  void theRateIsThatOfTheMethod() {
    TestPlans.expect(
        START
            + """
            finetune full { model: llama, data: d, learning-rate: 5e-4 }
                                                                  ^^^^ lr-full: `learning-rate: 5e-4` is too high for all 8.03B parameters: the loss jumps, and what was pretrained is lost. Full fine-tunes take 5e-6 to 3e-5; try 2e-5
            finetune low { model: llama, data: d, method: lora, learning-rate: 2e-5 }
                                                                               ^^^^ lr-lora-low: `learning-rate: 2e-5` is one for all weights; LoRA learns best at about ten times as much, and hardly anything at this rate. Try 2e-4
            finetune right { model: llama, data: d, method: lora, learning-rate: 5e-4 }
            align dpo { model: full, data: pairs, method: dpo, learning-rate: 2e-5 }
                                                                              ^^^^ lr-dpo: `learning-rate: 2e-5` is one for supervised fine-tuning; a preference loss at more than 1e-5 makes chosen answers less likely together with the rejected ones. Try 5e-7
            align more { model: right, data: pairs, method: dpo, learning-rate: 2e-5 }
            """,
        "lr-full",
        "lr-lora-low",
        "lr-lora-high",
        "lr-dpo",
        "lr-rl");
  }

  @Test
  void whatIsNotKnownIsNotJudged() {
    TestPlans.expect(
        START
            + """
            finetune a { model: own, data: d, learning-rate: 5e-4, epochs: unknown }
            finetune b { model: llama, data: d, learning-rate: unknown, warmup: unknown }
            finetune c { model: llama, data: d, method: lora { rank: unknown, alpha: 256 } }
            finetune e { model: own, data: d, method: lora { rank: 1 }, purpose: ablation }
            """,
        "lr-full",
        "sft-epochs",
        "warmup-missing",
        "lora-alpha",
        "lora-rank-capacity",
        "single-seed");
  }

  /** Rank 16 on all linear layers of this model are 41,943,040 parameters, as PEFT counts them. */
  @Test
  void anAdapterHoldsAboutTwoTokensForEachParameter() {
    TestPlans.expect(
        START
            + """
            finetune a { model: llama, data: d, method: lora { rank: 16 } }
                                                                     ^^ lora-rank-capacity: LoRA of rank 16 has 42M parameters on `llama`, which hold about two tokens each, but the data has 600M tokens: it is full before the data is through. Take rank 128, or train all weights
            finetune b { model: llama, data: d, method: lora { rank: 8, targets: [q, v] } }
                                                                     ^ lora-rank-capacity: LoRA of rank 8 has 3M parameters on `llama`, which hold about two tokens each, but the data has 600M tokens: it is full before the data is through. Not even rank 256 would hold it: train all weights
            finetune c { model: llama, data: d, method: lora { rank: 128 } }
            """,
        "lora-rank-capacity");
  }

  @Test
  void lengthIsControlledForOnceForTheSameWeights() {
    TestPlans.expect(
        START
            + """
            model gpt-4 { id: "gpt-4", role: judge, access: api }
            align dpo { model: llama, data: pairs, method: dpo }
            align ipo { model: llama, data: pairs, method: ipo }
            prompt brief { model: dpo, system: "Be brief." }
            evaluate a { model: dpo, baseline: llama, judge: gpt-4, metrics { win-rate > 50% } }
            evaluate b { model: brief, baseline: llama, judge: gpt-4, metrics { lc-win-rate } }
            evaluate c { model: ipo, baseline: llama, judge: gpt-4, metrics { win-rate > 50% } }
                                                                              ^^^^^^^^ length-bias: `ipo` was tuned on preferences, which favor long answers, and so does a model as judge: `win-rate` rises with length alone. Measure `lc-win-rate`, where length is controlled for
            """,
        "length-bias");
  }

  @Test
  void aRepairLeavesTheNoteBehindTheFigure() {
    String text =
        START
            + """
            align dpo { model: llama, data: pairs, method: dpo, epochs: 9 { note: "as before" } }
            """;
    List<Diagnostic> found = TestPlans.diagnostics(text, "dpo-epochs");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).fixes().get(0).title().in(Language.ENGLISH)).isEqualTo("Use 1");
    assertThat(TestPlans.apply(text, found.get(0).fixes().get(0)))
        .contains("epochs: 1 { note: \"as before\" }");
  }
}
