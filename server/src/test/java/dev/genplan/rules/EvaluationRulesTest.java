package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured, by what, by whom, and what is concluded from it. */
class EvaluationRulesTest {

  private static final String CHAT =
      """
      project p { goal: "g", task: chat, use: research }
      model llama { id: "meta-llama/Llama-3.1-8B-Instruct" }
      model qwen { id: "Qwen/Qwen2.5-7B-Instruct" }
      model gpt-4 { id: "gpt-4", role: judge, access: api }
      dataset d {
        owner: "us"
        split train { size: 900 examples }
        split test { size: 90 questions }
      }
      """;

  private static List<Diagnostic> found(String stages, String rule) {
    return TestPlans.diagnostics(CHAT + stages, rule);
  }

  @Test
  void aJudgeFavorsItsStudents() {
    TestPlans.expect(
        """
        project p { goal: "g", task: chat, use: research }
        model qwen { id: "Qwen/Qwen2.5-7B-Instruct" }
        model turbo { id: "gpt-3.5-turbo", role: teacher, access: api }
        model gpt-4 { id: "gpt-4", role: judge, access: api }
        dataset d { owner: "us", size: 90 questions }
        synthesize answers { model: turbo, prompts: d, collect: 900 examples }
        finetune sft { model: qwen, data: answers, method: lora }
        evaluate liked { model: sft, data: d, judge: gpt-4, metrics { judge-score >= 7 } }
                                                     ^^^^^ judge-same-family: `gpt-4` judges `sft`, which has learned from `turbo`; both are of the family `gpt`, and judges favor answers like their own. Take a judge of another family, or let people check some
        """,
        "judge-same-family");
  }

  @Test
  void eachJudgeIsAskedInBothOrders() {
    TestPlans.expect(
        Language.CHINESE,
        """
        project p { goal: "g", task: chat, use: research }
        model llama { id: "meta-llama/Llama-3.1-8B-Instruct" }
        model qwen { id: "Qwen/Qwen2.5-7B-Instruct" }
        model gpt-4 { id: "gpt-4", role: judge, access: api }
        evaluate liked {
          model: qwen, baseline: llama
          judge: [gpt-4 { swap: false }, llama { swap: true }]
                  ^^^^^ judge-position-bias: `gpt-4` 只按一种顺序比较成对的回答，而裁判模型有位置偏好：交换顺序后，GPT-4 在三分之一的样本上改变了裁决。请两种顺序都问，即 `swap: true`
          metrics { win-rate >= 55% }
        }
        """,
        Map.of(),
        TestPlans.rules("judge-position-bias"));
  }

  @Test
  void aJudgeThatNobodyComparedIsNamedOnce() {
    String stages =
        """
        evaluate one { model: qwen, data: d.test, judge: gpt-4, metrics { judge-score } }
        evaluate two { model: llama, data: d.test, judge: gpt-4, metrics { judge-score } }
        """;
    assertThat(found(stages, "judge-unvalidated")).hasSize(1);
  }

  @Test
  void whatAModelWasTrainedToPleaseIsNoMeasureOfIt() {
    TestPlans.expect(
        """
        project p { goal: "g", task: chat, use: research }
        model qwen { id: "Qwen/Qwen2.5-7B-Instruct" }
        dataset d { owner: "us", split train { size: 900 prompts }, split test { size: 90 prompts } }
        dataset pairs { owner: "us", size: 9_000 comparisons }
        reward rm { model: qwen, data: pairs, metrics { accuracy >= 65% } }
        align rl { model: qwen, method: ppo { kl: 0.05 }, reward: rm, prompts: d.train }
        prompt brief { model: rl, system: "Be brief." }
        evaluate fast { model: brief, data: d.test, metrics { latency <= 2 s } }
        evaluate after { model: brief, data: d.test, metrics { reward, latency <= 2 s } }
                                                               ^^^^^^ reward-as-evaluation: `after` measures `brief` only by what it was trained to please, `rm`: that score goes on rising while answers get worse. Let people, another judge or an independent metric measure it too
        """,
        "reward-as-evaluation");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'baseline: qwen, data: gpqa, change { accuracy >= 2% }', 1",
    "'baseline: qwen, data: gpqa, change { accuracy >= 4% }', 0",
    "'baseline: qwen, data: d.test, change { accuracy >= 2% }', 0",
    "'baseline: qwen, change { gpqa.accuracy >= 2% }', 1",
    "'baseline: qwen, data: gpqa, seeds: 3, change { accuracy >= 2% }', 0",
    "'baseline: qwen, data: gpqa, change { latency <= -1 s }', 0",
  })
  void gainsAreComparedWithTheNoiseOfTheBenchmark(String members, int findings) {
    String stages =
        "dataset gpqa { license: mit, content: questions }\n"
            + "evaluate better { model: llama, metrics { accuracy }, "
            + members
            + " }";
    assertThat(found(stages, "difference-within-noise")).hasSize(findings);
  }

  @Test
  void aMeasuredGainIsComparedToo() {
    String stages =
        """
        dataset gpqa { license: mit, content: questions }
        evaluate before { model: qwen, data: gpqa, metrics { accuracy }, results { accuracy: 40% } }
        evaluate after {
          model: llama, baseline: qwen, data: gpqa
          metrics { accuracy }
          change { accuracy > 0% }
          results { accuracy: 41.5% }
        }
        """;
    assertThat(found(stages, "difference-within-noise"))
        .extracting(it -> it.message().in(Language.ENGLISH))
        .containsExactly(
            "`after` reports a gain of 1.5 points on `gpqa`, but scores there differ by ±2.96 from run"
                + " to run (two standard deviations): it may be chance. Measure with several seeds");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'baseline: qwen, metrics { perplexity }, change { perplexity <= -1 }', 1",
    "'baseline: qwen, metrics { loss <= before.loss }', 1",
    "'baseline: qwen, metrics { bits-per-byte }, change { bits-per-byte <= -0.1 }', 0",
    "'baseline: llama, metrics { perplexity }, change { perplexity <= -1 }', 0",
    "'baseline: qwen, metrics { perplexity <= 9 }', 0"
  })
  void perplexityCountsTheTokensOfOneTokenizer(String members, int findings) {
    String stages =
        """
        evaluate before { model: qwen, data: d.test, metrics { loss }, results { loss: 1.9 } }
        finetune sft { model: llama, data: d.train, method: lora }
        evaluate after { model: sft, data: d.test, %s }
        """
            .formatted(members);
    assertThat(found(stages, "ppl-across-tokenizers"))
        .hasSize(findings)
        .allMatch(it -> it.severity() == Severity.ERROR);
  }

  @Test
  void whatStandsBetweenTwoMeasurementsIsNamed() {
    TestPlans.expect(
        """
        project p { goal: "g", task: chat, use: research }
        model qwen { id: "Qwen/Qwen2.5-7B" }
        dataset d { owner: "us", split train { size: 900 examples }, split test { size: 90 examples } }
        dataset pairs { owner: "us", size: 9_000 comparisons }
        dataset prompts { owner: "us", size: 900 prompts }
        pretrain more { model: qwen, data: d.train, reason: "r" }
        finetune sft { model: more, data: d.train, method: lora }
        align dpo { model: sft, data: pairs, method: dpo }
              ^^^ stage-evaluation-missing: `dpo` is the last of 3 stages in a row that train the same weights, and nothing measures `more`, `sft`: if the outcome is bad, nobody can tell where it happened. Evaluate them as well, if only on a small set
        align other { model: sft, data: pairs, method: orpo }
        evaluate e { model: dpo, data: d.test, metrics { likert } }
        """,
        "stage-evaluation-missing");
  }

  @Test
  void anAgentThatGetsThingsDoneHasAPrice() {
    String stages =
        """
        augment agent { model: qwen, method: react }
        evaluate ready { model: agent, data: d.test, metrics { task-success >= 80% } }
        """;
    assertThat(found(stages, "agent-eval"))
        .extracting(Diagnostic::severity)
        .containsExactly(Severity.INFORMATION);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"learned-score, 0", "bleu, 1", "human-acceptance, 0", "accuracy, 1", "toxicity, 0"})
  void ofAnUnknownMetricNothingIsSaid(String metric, int findings) {
    String stages = "evaluate e { model: qwen, data: d.test, metrics { " + metric + " } }";
    assertThat(
            TestPlans.diagnostics(CHAT + stages, "metric-task-mismatch").stream()
                .filter(it -> it.code().equals("metric-task-mismatch")))
        .hasSize(findings);
  }
}
