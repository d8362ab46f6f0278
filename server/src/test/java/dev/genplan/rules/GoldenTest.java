package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.testing.PlanFiles;
import dev.genplan.testing.TestPlans;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What rules have to find in plans of published projects, and where they have to keep quiet: as the
 * plans are, and after a change that makes them wrong.
 */
class GoldenTest {

  private static String text(String plan) {
    List<Path> found =
        Stream.concat(PlanFiles.good().stream(), PlanFiles.faulty().stream())
            .filter(file -> file.getFileName().toString().equals(plan + ".genplan"))
            .toList();
    assertThat(found).as(plan).hasSize(1);
    return PlanFiles.text(found.get(0));
  }

  private static Severity severity(String word) {
    return Severity.valueOf(word.toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "instructgpt, forgetting-unchecked deploy-without-evaluation deploy-without-monitoring",
    "llama-2-chat, reward-model-after-use reward-model-stale base-license-obligation",
    "tulu-3-8b, test-used-for-tuning rlvr-without-verifier beta-dpo rlvr-open-ended-task",
    "guanaco-65b, lora-alpha train-on-ptq-weights",
    "alpaca-lora-7b, train-on-ptq-weights untrainable-format adapter-base-mismatch",
    "stackllama-7b, train-on-ptq-weights rm-accuracy-missing",
    "openassistant, labeling-budget user-log-consent",
    "dialogsum-ladder, skip-prompting rl-without-reward lr-lora-high",
    "bloomberggpt, pretrain-without-reason no-dedup",
    "med-palm-2, no-human-eval soft-prompt-on-api",
    "code-llama, pass-at-k context-exceeds-base synthetic-only",
    "starcoder, pii-unaddressed tdm-optout no-dedup",
    "wizardlm-7b, precision-unsupported",
    "ticket-summaries, quantize-after-evaluation evaluated-not-deployed calibration-is-test",
    "instructgpt, sft-epochs rm-epochs kl-range lr-full",
    "llama-2-chat, lr-full lr-rl kl-range rm-epochs",
    "zephyr-7b, lr-full lr-dpo beta-dpo dpo-epochs",
    "tulu-3-8b, lr-full lr-dpo lr-rl kl-range length-bias",
    "guanaco-65b, lr-lora-low lora-targets lora-rank-capacity dropout-irrelevant",
    "alpaca-lora-7b, lr-lora-low lora-alpha lora-batch",
    "dialogsum-ladder, lr-rl kl-range lora-targets",
    "llama-2-chat, safety-eval-after-tune model-card-missing training-summary-missing gpai-systemic",
    "med-palm-2, high-risk-use bias-evaluation-missing human-oversight",
    "starcoder, training-summary-missing gpai-indicative model-card-missing",
    "vicuna-13b, judge-unvalidated judge-position-bias",
    "guanaco-65b, judge-unvalidated judge-position-bias judge-same-family",
    "wizardlm-7b, judge-unvalidated judge-same-family",
    "dialogsum-ladder, reward-as-evaluation rouge-only stage-evaluation-missing",
    "llama-2-chat, rm-accuracy-missing",
    "tulu-3-8b, stage-evaluation-missing metric-task-mismatch",
    "ticket-summaries, rouge-only stage-evaluation-missing",
    "ticket-summaries, latency-impossible quant-engine quant-hardware monitor-signals",
    "guanaco-65b, logit-spike checkpoint-storage",
    "code-llama, serve-context-over-trained logit-spike",
    "wizardlm-7b, logit-spike checkpoint-storage",
    "openassistant, human-feedback-lead duration-missing",
    "dialogsum-ladder, rlhf-without-gap full-before-peft few-shot-stalled",
    "instructgpt, rlhf-without-gap ppo-when-offline-pairs",
    "llama-2-chat, rlhf-without-gap human-feedback-lead",
    "bloomberggpt, duration-below-bound distill-instead-of-train-small"
  })
  void isQuietAbout(String plan, String rules) {
    assertThat(TestPlans.diagnostics(text(plan)))
        .extracting(Diagnostic::code)
        .doesNotContain(rules.split(" "));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "vicuna-13b, warning, pii-unaddressed",
    "stanford-alpaca, warning, evaluation-too-small",
    "stanford-alpaca, warning, no-held-out",
    "bloomberggpt, information, tokens-per-parameter-low",
    "alpaca-lora-7b, hint, lora-targets",
    "group-of-one, error, group-size",
    "group-of-one, error, rl-temperature-zero",
    "group-of-one, warning, rlvr-open-ended-task",
    "latency-on-l4, error, latency-impossible",
    "fp8-on-a100, error, precision-unsupported",
    "fp8-on-a100, information, fp8-no-speedup",
    "orca-13b, warning, api-cost-missing"
  })
  void finds(String plan, String severity, String rule) {
    assertFinds(text(plan), severity, rule);
  }

  @ParameterizedTest(name = "{0}: {4} after ''{1}'' became ''{2}''")
  @CsvSource({
    "instructgpt, 'kl: 0.02, clip: 0.2', 'kl: 0', warning, rl-unregularized",
    "stanford-alpaca, use:    research, use: commercial, error, teacher-terms",
    "stanford-alpaca, use:    research, use: commercial, error, base-license-use",
    "wizardlm-7b, use:  research, use: commercial, error, teacher-terms",
    "wizardlm-7b, id: \"huggyllama/llama-7b\", precision: bf16, information, fp16-from-bf16",
    "vicuna-13b, use:  research, use: commercial, error, base-license-use",
    "alpaca-lora-7b, 'lora { rank: 8, alpha: 16, targets: [q, v] }', full, error, train-on-ptq-weights",
    "dialogsum-ladder, 'reason:        \"to see what the adapter is measured against\"', , information, full-before-peft",
    "bloomberggpt, 'reason:     \"own financial text that no foundation model has seen, and a tokenizer for it\"', , warning, pretrain-without-reason",
    "code-llama, 'data:   [self-instruct, proprietary]', 'data: [self-instruct, proprietary], length: 40_000', error, context-exceeds-base",
    "code-llama, answers:  200, answers:  50, error, pass-at-k",
    "ticket-summaries, model:      awq, model:      sft, error, quantize-after-evaluation",
    "instructgpt, 'checkpoint:    best { by: reward }', , information, sft-epochs",
    "vicuna-13b, 'method:        full', 'method: lora { rank: 8 }', warning, lr-lora-low",
    "zephyr-7b, learning-rate: 5e-7, learning-rate: 2e-5, warning, lr-dpo",
    "tulu-3-8b, ', normalized: true', , warning, beta-dpo",
    "llama-2-chat, kl: 0.005, kl: 0.5, warning, kl-range",
    "llama-2-chat, 'redteam probes { model: chat', 'redteam probes { model: sft', error, safety-eval-after-tune",
    "llama-2-chat, 'documents: [model-card, user-guide]', documents: user-guide, warning, model-card-missing",
    "llama-2-chat, 'use:      commercial', 'use:      commercial, market: eu', warning, training-summary-missing",
    "vicuna-13b, metrics { judge-score }, metrics { win-rate }, warning, judge-position-bias",
    "vicuna-13b, mt-bench, own-questions, warning, judge-unvalidated",
    "wizardlm-7b, annotators: 10, judge: gpt-4, warning, judge-same-family",
    "stackllama-7b, results { accuracy: 67% }, , warning, rm-accuracy-missing",
    "tulu-3-8b, 'evaluate after-sft { model: sft,', 'evaluate after-sft { model: llama,', information, stage-evaluation-missing",
    "ticket-summaries, engine: vllm, engine: llama-cpp, error, quant-engine",
    "fp8-on-a100, accelerator: A100-80GB, accelerator: V100, error, quant-hardware",
    "support-summaries, deadline:    2027-04-30, deadline:    2026-12-15, error, deadline-missed",
    "support-summaries, budget:      40_000 USD, budget:      3_000 USD, error, budget-exceeded",
    "support-summaries, contingency: 20%, , warning, no-contingency",
    "support-summaries, 'ml-engineer: 2', 'legal: 2', warning, expertise-gap",
    "customer-service-zh, { date: 2026-11-01 }, , warning, price-undated",
    "zephyr-7b, baseline: sft, , warning, no-baseline",
    "bloomberggpt, 53 days, 5 days, error, duration-below-bound",
    "dialogsum-ladder, 'lora { rank: 32, alpha: 32, dropout: 5%, targets: [q, v] }', prompt-tuning { tokens: 20 }, warning, prompt-tuning-small-model"
  })
  void findsAfter(String plan, String old, String fresh, String severity, String rule) {
    String text = text(plan);
    assertThat(text).contains(old);
    assertFinds(text.replace(old, fresh == null ? "" : fresh), severity, rule);
  }

  /** 15 GB at 300 GB/s take 50 ms: a budget beyond that is none that physics forbids. */
  @Test
  void aLongerBudgetOnTheL4IsPossible() {
    assertThat(TestPlans.diagnostics(text("latency-on-l4").replace("15 ms", "54 ms")))
        .extracting(Diagnostic::code)
        .doesNotContain("latency-impossible");
  }

  /** The evaluation with the prompt of version 0 on the weights of version 1.1. */
  @Test
  void theOldTemplateOfVicunaIsFound() {
    String text = text("vicuna-13b");
    int last = text.lastIndexOf("vicuna_v1.1");
    assertFinds(
        text.substring(0, last) + "vicuna_v0" + text.substring(last + "vicuna_v1.1".length()),
        "error",
        "chat-template-mismatch");
  }

  /** Medicine is partly high-risk in the EU, once something is put into service there. */
  @Test
  void theRiskOfMedicalAnswersHasToBeStatedInTheEu() {
    String text = text("med-palm-2").replace("use:    research", "use: commercial, market: eu");
    assertFinds(
        text + "\ndeploy live { model: ensemble, gate: licensing, oversight: review }\n",
        "information",
        "high-risk-use");
  }

  /** The size and the corpus of Llama 3.1 405B: 3.8e25 FLOP (arXiv:2407.21783). */
  @Test
  void aModelOfPresumedSystemicRiskHasToBeNotified() {
    assertFinds(
        text("llama-2-chat")
            .replace("use:      commercial", "use: commercial, market: eu")
            .replace("parameters:        70B", "parameters: 405B")
            .replace("size:     2T tokens", "size: 15.6T tokens"),
        "error",
        "gpai-systemic");
  }

  /** The classifier that gave the reward is all that measures the outcome. */
  @Test
  void aRewardThatMeasuresItselfIsFound() {
    String text = text("dialogsum-ladder");
    String people = "annotators: 2\n  metrics { toxicity, rouge1 >= adapter-quality.rouge1 }";
    assertThat(text).contains(people);
    assertFinds(
        text.replace(people, "judge: hate-speech\n  metrics { toxicity }"),
        "warning",
        "reward-as-evaluation");
  }

  private static String faulty(String plan) {
    return PlanFiles.faulty().stream()
        .filter(file -> file.getFileName().toString().equals(plan + ".genplan"))
        .map(PlanFiles::text)
        .findFirst()
        .orElseThrow();
  }

  /** Whether the right mail is found, nobody knows; that the agent succeeds, the plan measures. */
  @Test
  void theMailAgentIsMeasuredOnlyInTheEnd() {
    assertFinds(faulty("mail-agent"), "warning", "rag-metrics");
    assertThat(TestPlans.diagnostics(faulty("mail-agent")))
        .extracting(Diagnostic::code)
        .doesNotContain("agent-eval", "metric-task-mismatch");
  }

  /** Attacked, but without a figure: then it is missed that no harm is measured. */
  @Test
  void theLegalChatbotMeasuresNoHarm() {
    String text = faulty("legal-chatbot");
    assertFinds(text, "warning", "no-red-team");
    assertThat(TestPlans.diagnostics(text))
        .extracting(Diagnostic::code)
        .doesNotContain("toxicity-missing", "no-human-eval");
    assertFinds(
        text + "\nredteam probes { model: bot, attacks: manual }\n", "warning", "toxicity-missing");
  }

  @Test
  void theHurriedProjectAtLeastMeasuresItsRewardModel() {
    assertThat(TestPlans.diagnostics(faulty("rlhf-in-two-weeks")))
        .extracting(Diagnostic::code)
        .doesNotContain("rm-accuracy-missing", "reward-as-evaluation", "no-human-eval");
  }

  private static void assertFinds(String text, String severity, String rule) {
    assertThat(TestPlans.diagnostics(text))
        .filteredOn(found -> found.code().equals(rule))
        .as(rule)
        .isNotEmpty()
        .allMatch(found -> found.severity() == severity(severity));
  }
}
