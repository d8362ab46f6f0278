package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;

/** What goes into stages: models, data, and what scores answers. */
final class InputProperties {

  static final Property JUDGE =
      reference("judge", FlowType.SYSTEM, FlowType.REWARD)
          .many()
          .qualifiers(Qualifiers.JUDGE)
          .title("Judge", "裁判模型")
          .doc("Models that judge the answers.", "评判回答的模型。")
          .example("gpt-4 { swap: true }");

  static final Property REWARD =
      reference("reward", FlowType.REWARD)
          .many()
          .qualifiers(Qualifiers.WEIGHT, Qualifiers.COMPUTE)
          .title("Reward model", "奖励模型")
          .doc("Trained models that score the answers.", "为回答打分的训练模型。")
          .example("helpfulness");

  static final Property VERIFIER =
      tagged("verifier", SafetyWords.VERIFIERS)
          .many()
          .title("Verifier", "验证器")
          .doc("Programs that check the answers.", "核验回答的程序。")
          .example("unit-tests");

  static final Property PRINCIPLES =
      text("principles")
          .many()
          .title("Principles", "准则")
          .doc(
              "The written principles that answers are judged by, or their file.",
              "评判回答所依据的书面准则或其文件。")
          .example("\"constitution.md\"");

  static final Property WEIGHTS_METHOD =
      tagged("method", TrainingMethods.WEIGHTS)
          .fallback("full")
          .title("Method", "方法")
          .doc("Which weights are trained.", "训练哪些权重。")
          .example("lora { rank: 16 }");

  private InputProperties() {}

  /** The one model that a stage works on. */
  static PropertyBuilder model(FlowType... accepts) {
    return reference("model", accepts).title("Model", "模型");
  }

  static PropertyBuilder data() {
    return reference("data", FlowType.DATASET).many().title("Data", "数据");
  }

  /** Data that may be mixed by weights. */
  static PropertyBuilder mix() {
    return data().qualifiers(Qualifiers.WEIGHT);
  }

  static PropertyBuilder prompts() {
    return reference("prompts", FlowType.DATASET)
        .many()
        .qualifiers(Qualifiers.WEIGHT)
        .title("Prompts", "提示词集");
  }
}
