package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.testing.TestPlans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where two rules see one defect, the one that goes before speaks alone. */
class PrecedenceTest {

  private static final String DATA =
      """
      project p { goal: "g", task: [chat, summarization], use: research }
      model qwen { id: "Qwen/Qwen2.5-7B" }
      dataset d {
        owner: "us"
        split train { size: 9_000 examples }
        split test  { size: 900 examples }
      }
      """;

  private static final String RELEASE =
      """
      project p { goal: "g", task: text-generation, use: commercial, market: eu }
      dataset corpus { size: 20T tokens, origin: licensed, owner: "us" }
      pretrain base { data: corpus, parameters: %s, reason: "no model knows our words" }
      deploy out { model: base, mode: weights, license: llama3.1, documents: %s }
      """;

  static List<Arguments> pairs() {
    return List.of(
        Arguments.of(
            "resize-on-quantized",
            "new-tokens-frozen",
            """
            optimize small { model: qwen, method: quantize { format: gptq }, data: d.train }
            finetune sft { model: small, data: d.train, method: lora, new-tokens: 4 }
            """),
        Arguments.of(
            "rlvr-without-verifier",
            "rl-without-reward",
            "align a { model: qwen, method: rlvr, prompts: d.train }"),
        Arguments.of(
            "adapter-base-mismatch",
            "merge-into-quantized",
            """
            model other { id: "x/y", format: gptq }
            finetune sft { model: qwen, data: d.train, method: lora }
            optimize merged { model: [other, sft], method: merge { variant: adapter } }
            """),
        Arguments.of(
            "train-eval-overlap",
            "test-used-for-tuning",
            """
            finetune sft { model: qwen, data: d.test, validation: d.test, method: lora }
            evaluate e { model: sft, data: d.test, metrics { f1 >= 50% } }
            """),
        Arguments.of(
            "context-exceeds-base",
            "examples-truncated",
            """
            dataset long { owner: "us", size: 900 examples, length: 200k { p95: 900k } }
            finetune sft { model: qwen, data: long, method: lora, length: 400k }
            """),
        Arguments.of(
            "batch-arithmetic",
            "lora-batch",
            "finetune sft { model: qwen, data: d.train, method: lora, batch: 128, micro-batch: 3 }"),
        Arguments.of(
            "batch-arithmetic",
            "kto-batch",
            """
            dataset votes { owner: "us", size: 9_000 labels }
            align liked { model: qwen, data: votes, method: kto, batch: 8, micro-batch: 3 }
            """),
        Arguments.of(
            "soft-prompt-on-api",
            "lr-prompt-tuning",
            """
            model far { id: "gpt-4o", access: api }
            finetune soft {
              model: far, data: d.train, method: prompt-tuning { tokens: 20 }, learning-rate: 1e-5
            }
            """),
        Arguments.of(
            "evaluated-not-deployed",
            "chat-template-mismatch",
            """
            finetune sft { model: qwen, data: d.train, method: lora, template: "a" }
            evaluate e { model: sft, data: d.test, template: "a", metrics { f1 >= 50% } }
            deploy live { model: sft, gate: e, template: "b" }
            """),
        Arguments.of(
            "no-red-team",
            "guardrail-untested",
            """
            guard bot { model: qwen, input: jailbreak }
            evaluate e { model: bot, data: d.test, metrics { f1 >= 50% } }
            deploy live { model: bot, gate: e, audience: public }
            """),
        Arguments.of(
            "quantize-after-evaluation",
            "safety-eval-after-tune",
            """
            finetune sft { model: qwen, data: d.train, method: lora }
            evaluate e { model: sft, data: d.test, metrics { f1 >= 50%, toxicity <= 1% } }
            optimize small { model: sft, method: quantize { format: awq }, data: d.train }
            deploy live { model: small, gate: e, audience: public }
            """),
        Arguments.of(
            "model-card-missing", "bom-missing", "deploy out { model: qwen, mode: weights }"),
        Arguments.of(
            "gpai-systemic", "training-summary-missing", RELEASE.formatted("405B", "model-card")),
        Arguments.of(
            "training-summary-missing", "gpai-indicative", RELEASE.formatted("8B", "model-card")),
        Arguments.of(
            "model-card-missing",
            "gpai-indicative",
            RELEASE.formatted("8B", "[training-summary, copyright-policy]")),
        Arguments.of(
            "no-human-eval",
            "rouge-only",
            """
            evaluate e { model: qwen, data: d.test, metrics { rougeL >= 40% } }
            deploy live { model: qwen, gate: e, audience: public }
            """),
        Arguments.of(
            "no-red-team",
            "toxicity-missing",
            """
            evaluate e { model: qwen, data: d.test, metrics { likert >= 4 } }
            deploy live { model: qwen, gate: e, audience: public }
            """),
        Arguments.of(
            "evaluation-too-small",
            "difference-within-noise",
            """
            dataset gpqa { license: mit, size: 198 questions }
            evaluate e { model: qwen, baseline: qwen, data: gpqa, change { accuracy >= 2% } }
            """),
        Arguments.of(
            "reward-model-unused",
            "rm-accuracy-missing",
            """
            dataset pairs { owner: "us", size: 9_000 comparisons }
            reward rm { model: qwen, data: pairs }
            """),
        Arguments.of(
            "moe-params-mixed",
            "mfu-implausible",
            """
            model mixture { id: "mistralai/Mixtral-8x22B-v0.1" }
            dataset corpus { owner: "us", size: 10B tokens }
            compute node { accelerator: A100-80GB, count: 8 }
            pretrain more {
              model: mixture, data: corpus, compute: node
              flops: 8.44e21 FLOP, accelerator-hours: 5_000
            }
            """),
        Arguments.of(
            "duration-below-bound",
            "human-feedback-lead",
            """
            feedback f {
              model: qwen, prompts: d.train, collect: 9_000 comparisons, annotators: 2
              pace: 9 comparisons/hour, duration: 1 week
            }
            """),
        Arguments.of(
            "pretrain-without-reason",
            "distill-instead-of-train-small",
            "pretrain small { data: d.train, parameters: 2B }"),
        Arguments.of(
            "multi-task-need",
            "full-before-peft",
            "finetune sft { model: qwen, data: d.train, aim: task, method: full }"));
  }

  private static List<String> codes(String plan, String... rules) {
    return TestPlans.diagnostics(plan, rules).stream()
        .map(Diagnostic::code)
        .filter(List.of(rules)::contains)
        .distinct()
        .toList();
  }

  @ParameterizedTest(name = "{0} before {1}")
  @MethodSource("pairs")
  void theFirstSpeaksAlone(String first, String second, String stages) {
    String plan = stages.startsWith("project") ? stages : DATA + stages;
    assertThat(codes(plan, second)).as("alone").containsExactly(second);
    assertThat(codes(plan, first, second)).containsExactly(first);
  }

  @Test
  void noRulesYieldToEachOther() {
    Map<String, List<String>> before = new HashMap<>();
    for (Rule rule : RuleIndex.all()) {
      before.put(rule.info().id(), new ArrayList<>(rule.info().yieldsTo()));
    }
    before.forEach(
        (rule, others) ->
            others.forEach(other -> assertThat(before.get(other)).as(other).doesNotContain(rule)));
  }
}
