package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.word;
import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/** Harms, attacks, guardrails, and programs that check or contain what a model writes. */
final class SafetyWords {

  static final WordList HARMS =
      open("harms")
          .names(
              "weapons hallucination violence hate self-harm crime privacy data-leak environment bias overreliance specialized-advice misinformation elections defamation cyber copyright sexual child-safety supply-chain")
          .build();
  static final WordList ATTACKS =
      open("attacks")
          .names(
              "manual automated jailbreak injection multi-turn multilingual encoding persuasion gradient agentic")
          .build();
  static final WordList ACTIONS =
      closed("action").names("block redact rewrite flag escalate").build();

  static final Property JUDGE =
      reference("judge", FlowType.SYSTEM, FlowType.REWARD).example("guard-model");
  static final Property ACTION = word("action", ACTIONS).example("redact");

  static final WordList GUARDS =
      open("guards")
          .options(
              ACTION,
              JUDGE,
              number("threshold").example("0.8"),
              word("harms", HARMS).many().example("violence"))
          .names(
              "injection jailbreak pii secrets toxicity harms topic groundedness copyright bias code-safety schema language rate-limit")
          .build();

  static final WordList SANDBOXES =
      closed("sandbox")
          .options(
              quantity("timeout", Dimension.TIME).example("10 s"),
              quantity("memory", Dimension.BYTES).example("1 GB"))
          .names("container vm gvisor wasm restricted")
          .options()
          .names("none")
          .build();
  static final Property SANDBOX =
      tagged("sandbox", SANDBOXES).example("container { timeout: 10 s }");

  static final WordList VERIFIERS =
      open("verifier")
          .options(
              reference("data", FlowType.DATASET).example("answers"), Qualifiers.WEIGHT, SANDBOX)
          .names(
              "exact-match math-equivalence unit-tests constraints schema compiler proof-checker environment rubric")
          .build();

  private SafetyWords() {}
}
