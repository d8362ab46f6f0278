package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.testing.PlanFiles;
import dev.genplan.testing.TestPlans;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        PlanFiles.good().stream()
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
