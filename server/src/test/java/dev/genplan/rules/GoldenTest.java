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
    "ticket-summaries, latency-impossible quant-engine quant-hardware monitor-signals",
    "guanaco-65b, logit-spike checkpoint-storage",
    "code-llama, serve-context-over-trained logit-spike",
    "wizardlm-7b, logit-spike checkpoint-storage"
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
    "latency-on-l4, error, latency-impossible",
    "fp8-on-a100, error, precision-unsupported",
    "fp8-on-a100, information, fp8-no-speedup"
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
    "ticket-summaries, engine: vllm, engine: llama-cpp, error, quant-engine",
    "fp8-on-a100, accelerator: A100-80GB, accelerator: V100, error, quant-hardware"
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

  private static void assertFinds(String text, String severity, String rule) {
    assertThat(TestPlans.diagnostics(text))
        .filteredOn(found -> found.code().equals(rule))
        .as(rule)
        .isNotEmpty()
        .allMatch(found -> found.severity() == severity(severity));
  }
}
