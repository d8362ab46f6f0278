package dev.genplan.schema;

import static dev.genplan.schema.KindBuilder.stage;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

/** The kinds of stages that choose a model, make data, and change weights. */
final class BuildingKinds {

  static final Kind SELECT =
      stage("select")
          .body(
              reference("candidates", FlowType.SYSTEM, FlowType.REWARD, FlowType.ENCODER)
                  .required()
                  .many()
                  .example("[qwen, mistral]"),
              word("criteria", ProjectWords.CRITERIA).many().example("[quality, license, cost]"),
              reference("chosen", FlowType.SYSTEM, FlowType.REWARD, FlowType.ENCODER)
                  .example("qwen"),
              reference("data", FlowType.DATASET).many().example("tickets.dev"),
              Sections.METRICS,
              Sections.RESULTS)
          .example("");

  static final Kind PRETRAIN =
      stage("pretrain")
          .makes(FlowType.MODEL)
          .body(
              reference("data", FlowType.DATASET)
                  .required()
                  .many()
                  .qualifiers(Qualifiers.WEIGHT)
                  .example("corpus"),
              reference("model", FlowType.MODEL).except(FlowType.ADAPTER).example("llama"),
              word("objective", TrainingWords.OBJECTIVES)
                  .fallback("causal-lm")
                  .example("causal-lm"),
              tagged("method", TrainingMethods.WEIGHTS).fallback("full").example("full"),
              ModelProperties.PARAMETERS,
              ModelProperties.CONTEXT,
              ModelProperties.ARCHITECTURE)
          .body(TrainingProperties.COMMON)
          .example("");

  static final Kind SYNTHESIZE =
      stage("synthesize")
          .makes(FlowType.DATASET)
          .body(
              reference("model", FlowType.SYSTEM)
                  .required()
                  .many()
                  .qualifiers(Qualifiers.WEIGHT)
                  .example("large"),
              tagged("method", OtherMethods.SYNTHESIS).many().example("self-instruct"),
              reference("prompts", FlowType.DATASET).many().example("seeds"),
              reference("data", FlowType.DATASET).many().example("handbook"),
              quantity("collect", StageAmounts.COLLECTED).world().example("52_000 instructions"),
              count("answers").world().example("4"),
              reference("judge", FlowType.SYSTEM, FlowType.REWARD)
                  .many()
                  .qualifiers(Qualifiers.JUDGE)
                  .example("gpt-4"),
              reference("reward", FlowType.REWARD)
                  .many()
                  .qualifiers(Qualifiers.WEIGHT, Qualifiers.COMPUTE)
                  .example("helpfulness"),
              tagged("verifier", SafetyWords.VERIFIERS).many().example("unit-tests"),
              text("principles").many().example("\"constitution.md\""),
              Sections.SAMPLING,
              quantity("price", StageAmounts.PRICES).world().example("0.002 USD/example"))
          .example("");

  static final Kind FEEDBACK =
      stage("feedback")
          .makes(FlowType.DATASET)
          .oneOf("model", "data")
          .body(
              reference("model", FlowType.SYSTEM)
                  .many()
                  .qualifiers(Qualifiers.WEIGHT)
                  .example("sft"),
              reference("prompts", FlowType.DATASET).many().example("tickets.train"),
              reference("data", FlowType.DATASET).many().example("answers"),
              quantity("collect", StageAmounts.COLLECTED).world().example("8_000 comparisons"),
              count("answers").world().example("2"),
              StageAmounts.ANNOTATORS,
              reference("judge", FlowType.SYSTEM, FlowType.REWARD)
                  .many()
                  .qualifiers(Qualifiers.JUDGE)
                  .example("gpt-4"),
              text("principles").many().example("\"constitution.md\""),
              share("agreement").world().example("73%"),
              share("overlap").world().example("10%"),
              text("guidelines").example("\"guidelines.md\""),
              quantity("pilot", StageAmounts.COLLECTED).example("100 comparisons"),
              count("batches")
                  .world()
                  .qualifiers(quantity("every", Dimension.TIME).example("1 week"))
                  .example("14"),
              quantity("pace", StageAmounts.PACES).world().example("12 comparisons/hour"),
              quantity("price", StageAmounts.PRICES).world().example("1.20 USD/comparison"),
              quantity("lead", Dimension.TIME).world().example("3 weeks"),
              Sections.SAMPLING)
          .example("");

  static final Kind FINETUNE =
      stage("finetune")
          .body(
              reference("model", FlowType.MODEL, FlowType.REWARD, FlowType.ENCODER)
                  .required()
                  .example("qwen"),
              reference("data", FlowType.DATASET)
                  .required()
                  .many()
                  .qualifiers(Qualifiers.WEIGHT)
                  .example("tickets.train"),
              tagged("method", TrainingMethods.WEIGHTS)
                  .fallback("full")
                  .example("lora { rank: 16 }"),
              word("aim", TrainingWords.AIMS).many().example("[task, format]"),
              word("role", ArtifactWords.ROLES).example("judge"))
          .body(TrainingProperties.COMMON)
          .example("");

  static final Kind REWARD =
      stage("reward")
          .makes(FlowType.REWARD)
          .body(
              reference("model", FlowType.MODEL, FlowType.REWARD).required().example("sft"),
              reference("data", FlowType.DATASET)
                  .required()
                  .many()
                  .qualifiers(Qualifiers.WEIGHT)
                  .example("rankings"),
              word("objective", TrainingWords.REWARD_OBJECTIVES)
                  .fallback("bradley-terry")
                  .example("bradley-terry"),
              tagged("method", TrainingMethods.WEIGHTS)
                  .fallback("full")
                  .example("lora { rank: 16 }"),
              Sections.METRICS,
              Sections.RESULTS)
          .body(TrainingProperties.COMMON)
          .example("");

  static final Kind ALIGN =
      stage("align")
          .body(
              reference("model", FlowType.MODEL).required().example("sft"),
              tagged("method", TrainingMethods.ALIGNMENT)
                  .required()
                  .many()
                  .example("dpo { beta: 0.1 }"),
              reference("data", FlowType.DATASET)
                  .many()
                  .qualifiers(Qualifiers.WEIGHT)
                  .example("preferences"),
              reference("prompts", FlowType.DATASET)
                  .many()
                  .qualifiers(Qualifiers.WEIGHT)
                  .example("tickets.train"),
              reference("reward", FlowType.REWARD)
                  .many()
                  .qualifiers(Qualifiers.WEIGHT, Qualifiers.COMPUTE)
                  .example("helpfulness"),
              tagged("verifier", SafetyWords.VERIFIERS).many().example("math-equivalence"),
              reference("judge", FlowType.SYSTEM, FlowType.REWARD)
                  .many()
                  .qualifiers(Qualifiers.JUDGE)
                  .example("gpt-4"),
              text("principles").many().example("\"constitution.md\""),
              reference("reference", FlowType.MODEL)
                  .none()
                  .qualifiers(Qualifiers.COMPUTE)
                  .example("sft"),
              quantity("episodes", Dimension.EPISODES).bare().world().example("256k"),
              count("answers").world().example("8"),
              share("pass-rate").world().example("35%"),
              word("filter", TrainingWords.FILTERS).many().example("dynamic-sampling"),
              SafetyWords.SANDBOX,
              Sections.SAMPLING)
          .body(TrainingProperties.COMMON)
          .example("");

  static final Kind OPTIMIZE =
      stage("optimize")
          .body(
              reference("model", FlowType.MODEL, FlowType.REWARD, FlowType.ENCODER)
                  .required()
                  .many()
                  .qualifiers(Qualifiers.MERGE_WEIGHT)
                  .example("rlhf"),
              tagged("method", OtherMethods.OPTIMIZATION)
                  .required()
                  .many()
                  .example("quantize { format: awq }"),
              reference("data", FlowType.DATASET)
                  .many()
                  .qualifiers(Qualifiers.WEIGHT)
                  .example("tickets.calibration"),
              quantity("size", Dimension.BYTES).world().example("5.7 GB"))
          .body(TrainingProperties.COMMON)
          .example("");

  private BuildingKinds() {}
}
