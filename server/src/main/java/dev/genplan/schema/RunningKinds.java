package dev.genplan.schema;

import static dev.genplan.schema.KindBuilder.stage;
import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.identifier;
import static dev.genplan.schema.PropertyBuilder.integer;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.section;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of stages that leave weights alone: systems around a model, tests, serving, rounds. */
final class RunningKinds {

  static final Kind PROMPT =
      stage("prompt")
          .makes(FlowType.SYSTEM)
          .body(
              reference("model", FlowType.SYSTEM).required().example("qwen"),
              tagged("method", OtherMethods.PROMPTING).many().example("few-shot { shots: 3 }"),
              text("system").example("\"Answer from the pages given.\""),
              text("text").example("\"summarize.prompt.md\""),
              text("version").example("\"v3\""),
              quantity("length", Dimension.TOKENS)
                  .bare()
                  .world()
                  .qualifiers(Qualifiers.LENGTH)
                  .example("1_500"),
              reference("data", FlowType.DATASET).many().example("tickets.train"),
              count("answers").world().example("5"),
              Sections.SAMPLING,
              TrainingProperties.TEMPLATE,
              TrainingProperties.THINKING)
          .example("");

  static final Kind AUGMENT =
      stage("augment")
          .makes(FlowType.SYSTEM)
          .body(
              reference("model", FlowType.SYSTEM).required().example("assistant"),
              tagged("method", OtherMethods.AUGMENTATION)
                  .required()
                  .many()
                  .example("rag { embedder: bge, top-k: 5 }"),
              reference("data", FlowType.DATASET).many().example("handbook"))
          .example("");

  static final Kind GUARD =
      stage("guard")
          .makes(FlowType.SYSTEM)
          .oneOf("input", "output")
          .body(
              reference("model", FlowType.SYSTEM).required().example("cited"),
              tagged("input", SafetyWords.GUARDS).many().example("injection"),
              tagged("output", SafetyWords.GUARDS)
                  .many()
                  .example("[groundedness, pii { action: redact }]"),
              reference("judge", FlowType.SYSTEM, FlowType.REWARD)
                  .many()
                  .qualifiers(Qualifiers.JUDGE)
                  .example("guard-model"),
              word("action", SafetyWords.ACTIONS).fallback("block").example("block"),
              text("policy").example("\"refusals.md\""))
          .example("");

  static final Kind EVALUATE =
      stage("evaluate")
          .makes(FlowType.REPORT)
          .body(
              reference("model", FlowType.SYSTEM, FlowType.REWARD, FlowType.ENCODER)
                  .required()
                  .example("sft"),
              reference("baseline", FlowType.SYSTEM, FlowType.REWARD, FlowType.ENCODER)
                  .example("qwen"),
              reference("data", FlowType.DATASET)
                  .many()
                  .qualifiers(Qualifiers.WEIGHT)
                  .example("tickets.test"),
              quantity("size", StageAmounts.TESTED).bare().world().example("300"),
              Sections.METRICS,
              Sections.CHANGE,
              Sections.RESULTS,
              reference("judge", FlowType.SYSTEM, FlowType.REWARD)
                  .many()
                  .qualifiers(Qualifiers.JUDGE)
                  .example("gpt-4 { swap: true }"),
              tagged("verifier", SafetyWords.VERIFIERS).many().example("unit-tests"),
              StageAmounts.ANNOTATORS,
              share("agreement").world().example("73%"),
              share("overlap").world().example("10%"),
              text("guidelines").example("\"guidelines.md\""),
              quantity("pace", StageAmounts.PACES).world().example("20 labels/hour"),
              quantity("price", StageAmounts.PRICES).world().example("0.50 USD/label"),
              count("answers").world().example("10"),
              Sections.SAMPLING,
              integer("shots").example("5"),
              text("harness").example("\"lm-evaluation-harness 0.4.9\""),
              identifier("groups").many().example("[women, men]"),
              count("seeds").world().example("3"),
              SafetyWords.SANDBOX,
              word("harms", SafetyWords.HARMS).many().example("[bias, hate]"),
              TrainingProperties.TEMPLATE,
              TrainingProperties.THINKING)
          .example("");

  static final Kind REDTEAM =
      stage("redteam")
          .makes(FlowType.REPORT)
          .body(
              reference("model", FlowType.SYSTEM).required().example("guarded"),
              word("harms", SafetyWords.HARMS).many().example("[violence, data-leak]"),
              word("attacks", SafetyWords.ATTACKS).many().example("[jailbreak, injection]"),
              reference("prompts", FlowType.DATASET).many().example("harmful-prompts"),
              quantity("size", StageAmounts.TESTED).bare().world().example("500"),
              reference("judge", FlowType.SYSTEM, FlowType.REWARD)
                  .many()
                  .qualifiers(Qualifiers.JUDGE)
                  .example("guard-model"),
              StageAmounts.ANNOTATORS,
              count("answers").world().example("10"),
              Sections.SAMPLING,
              Sections.METRICS,
              Sections.RESULTS)
          .example("");

  private static Property time(String name, String example) {
    return quantity(name, Dimension.TIME).world().qualifiers(Qualifiers.LATENCY).example(example);
  }

  private static final BlockSpec SERVING =
      BlockSpec.of(
          List.of(
              word("engine", ServingWords.ENGINES).example("vllm"),
              time("latency", "2 s"),
              time("first-token", "300 ms"),
              time("per-token", "30 ms"),
              quantity(
                      "throughput",
                      Measure.rate(Dimension.REQUESTS, Dimension.TIME),
                      Measure.rate(Dimension.TOKENS, Dimension.TIME),
                      Measure.rate(Dimension.ITEMS, Dimension.TIME))
                  .world()
                  .example("40 requests/s"),
              share("availability").example("99.9%"),
              count("replicas").world().example("2"),
              quantity("concurrency", Dimension.REQUESTS).bare().example("32"),
              quantity("context", Dimension.TOKENS).bare().example("8k"),
              quantity("length", Dimension.TOKENS)
                  .bare()
                  .world()
                  .qualifiers(Qualifiers.LENGTH)
                  .example("1_200 { prompt: 1_000, answer: 200 }"),
              Sections.PARALLEL,
              Sections.SCALING,
              tagged("cache", TrainingWords.PRECISIONS).example("fp8"),
              bool("prefix-cache").example("true"),
              share("utilization").example("90%"),
              bool("preemption").example("true"),
              reference("adapters", FlowType.ADAPTER).many().example("[sales, support]"),
              count("max-rank").example("64")));

  private static final BlockSpec ROLLOUT =
      BlockSpec.of(
          List.of(
              share("canary").example("5%"),
              bool("shadow").example("true"),
              share("ramp").many().example("[5%, 25%, 100%]"),
              quantity("duration", Dimension.TIME).example("1 week")));

  private static final BlockSpec ROLLBACK =
      new BlockSpec(
          List.of(
              text("to").example("\"2026-10\""),
              bool("switch").example("true"),
              quantity("time", Dimension.TIME).example("5 min")),
          Optional.empty(),
          BlockSpec.Content.GATED_CRITERIA,
          Map.of());

  static final Kind DEPLOY =
      stage("deploy")
          .makes(FlowType.SERVICE)
          .body(
              reference("model", FlowType.SYSTEM).required().example("int8"),
              reference("gate", FlowType.REPORT).many().example("acceptance"),
              word("mode", ServingWords.MODES).fallback("online").example("batch"),
              section("serving", SERVING).example("{ latency: 300 ms, throughput: 40 requests/s }"),
              section("rollout", ROLLOUT).example("{ canary: 5% }"),
              section("rollback", ROLLBACK).example("{ to: \"2026-10\", errors > 2% }"),
              reference("fallback", FlowType.SYSTEM).none().example("qwen"),
              DeclarationKinds.AUDIENCE,
              word("oversight", ServingWords.OVERSIGHT).example("review"),
              DeclarationKinds.APPROVER,
              DeclarationKinds.CONTACT,
              bool("disclosure").example("true"),
              word("watermark", ServingWords.WATERMARKS).many().example("c2pa"),
              text("title").example("\"Built with Llama\""),
              word("license", ArtifactWords.LICENSES)
                  .qualifiers(Qualifiers.LICENSE)
                  .example("llama2"),
              text("notices").many().example("\"Built with Llama\""),
              word("documents", ServingWords.DOCUMENTS).many().example("[model-card, bom]"),
              Sections.SAMPLING,
              TrainingProperties.TEMPLATE,
              TrainingProperties.THINKING)
          .example("");

  static final Kind MONITOR =
      stage("monitor")
          .makes(FlowType.REPORT)
          .body(
              reference("service", FlowType.SERVICE).example("production"),
              word("signals", ServingWords.SIGNALS).many().example("[quality, safety, cost]"),
              Sections.METRICS,
              Sections.RESULTS,
              quantity("every", Dimension.TIME).example("1 day"),
              share("share").example("1%"),
              text("alerts").many().example("\"on-call\""),
              reference("judge", FlowType.SYSTEM, FlowType.REWARD)
                  .many()
                  .qualifiers(Qualifiers.JUDGE)
                  .example("gpt-4"),
              StageAmounts.ANNOTATORS,
              word("user-feedback", ServingWords.USER_FEEDBACK).many().example("[thumbs, edits]"))
          .example("");

  static final Kind REPEAT =
      stage("repeat")
          .oneOf("times", "until")
          .stages()
          .body(
              reference("start", FlowType.SYSTEM).required().example("sft"),
              reference("result", Type.Target.INNER_STAGE, FlowType.SYSTEM)
                  .required()
                  .example("ppo"),
              count("times").world().example("5"),
              reference("until", FlowType.REPORT).many().example("acceptance"))
          .example("");

  private RunningKinds() {}
}
