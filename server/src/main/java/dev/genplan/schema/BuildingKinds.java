package dev.genplan.schema;

import static dev.genplan.schema.InputProperties.data;
import static dev.genplan.schema.InputProperties.mix;
import static dev.genplan.schema.InputProperties.model;
import static dev.genplan.schema.InputProperties.prompts;
import static dev.genplan.schema.KindBuilder.stage;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.word;

/** The kinds of stages that choose a model, make data, and change weights. */
final class BuildingKinds {

  static final Kind SELECT =
      stage("select")
          .title("Model selection", "模型选型")
          .doc(
              "Chooses among candidate models or systems by stated criteria.", "按明确的标准在候选模型或系统中选择。")
          .body(
              reference("candidates", FlowType.SYSTEM, FlowType.REWARD, FlowType.ENCODER)
                  .required()
                  .many()
                  .title("Candidates", "候选")
                  .doc("The models to choose from, all of one type.", "供选择的模型，须为同一类型。")
                  .example("[qwen, mistral]"),
              word("criteria", ProjectWords.CRITERIA)
                  .many()
                  .title("Criteria", "选型标准")
                  .doc("By what they are compared.", "比较的依据。")
                  .example("[quality, license, cost]"),
              reference("chosen", FlowType.SYSTEM, FlowType.REWARD, FlowType.ENCODER)
                  .title("Chosen", "选定")
                  .doc("The one that was chosen, once it is known.", "最终选定的模型，确定后填写。")
                  .example("qwen"),
              data().doc("What they are tried on.", "用于试测的数据。").example("tickets.dev"),
              Sections.METRICS,
              Sections.RESULTS)
          .example(
              """
              select base {
                candidates: [qwen, mistral]
                criteria:   [quality, license, cost]
                data:       tickets.dev
              }
              """);

  static final Kind PRETRAIN =
      stage("pretrain")
          .title("Pretraining", "预训练")
          .doc(
              "Trains a model on text, from scratch or on from another model.",
              "用文本训练模型，从头开始或在已有模型上继续。")
          .makes(FlowType.MODEL)
          .body(
              mix().required().doc("The text that is trained on.", "用于训练的文本。").example("corpus"),
              model(FlowType.MODEL)
                  .except(FlowType.ADAPTER)
                  .doc(
                      "The model that is trained on, none if it starts from scratch.",
                      "在其上继续训练的模型，从头训练时不写。")
                  .example("llama"),
              word("objective", TrainingWords.OBJECTIVES)
                  .fallback("causal-lm")
                  .title("Objective", "训练目标")
                  .doc("What is predicted.", "预测的目标。")
                  .example("causal-lm"),
              InputProperties.WEIGHTS_METHOD,
              ModelProperties.PARAMETERS,
              ModelProperties.CONTEXT,
              ModelProperties.ARCHITECTURE)
          .body(TrainingProperties.COMMON)
          .example(
              """
              pretrain legal {
                reason:  "no open model has seen the case law"
                model:   llama
                data:    [case-law { weight: 80% }, web { weight: 20% }]
                tokens:  20B
                compute: cluster
              }
              """);

  static final Kind FINETUNE =
      stage("finetune")
          .title("Fine-tuning", "微调")
          .doc("Trains a model on examples of what it shall do.", "用期望行为的示例训练模型。")
          .body(
              model(FlowType.MODEL, FlowType.REWARD, FlowType.ENCODER)
                  .required()
                  .doc("The model that is tuned.", "要微调的模型。")
                  .example("qwen"),
              mix()
                  .required()
                  .doc("The examples that are trained on.", "用于训练的示例。")
                  .example("tickets.train"),
              InputProperties.WEIGHTS_METHOD,
              word("aim", TrainingWords.AIMS)
                  .many()
                  .title("Aim", "学习内容")
                  .doc("What it shall learn.", "希望学到的内容。")
                  .example("[task, format]"),
              word("role", ArtifactWords.ROLES)
                  .title("Role", "角色")
                  .doc("What the result serves as, if not as the model did.", "结果所充当的角色，与原模型不同时填写。")
                  .example("judge"))
          .body(TrainingProperties.COMMON)
          .example(
              """
              finetune sft {
                model:         qwen
                data:          tickets.train
                method:        lora { rank: 16 }
                epochs:        3
                learning-rate: 2e-4
                compute:       card
              }
              """);

  static final Kind SYNTHESIZE =
      stage("synthesize")
          .title("Data synthesis", "数据合成")
          .doc("Makes a dataset that a model writes.", "由模型撰写数据集。")
          .makes(FlowType.DATASET)
          .body(
              reference("model", FlowType.SYSTEM)
                  .required()
                  .many()
                  .qualifiers(Qualifiers.WEIGHT)
                  .title("Model", "模型")
                  .doc("The models that write.", "负责撰写的模型。")
                  .example("large"),
              tagged("method", OtherMethods.SYNTHESIS)
                  .many()
                  .title("Method", "方法")
                  .doc("How the items come about.", "样本的产生方式。")
                  .example("self-instruct"),
              prompts().doc("What is answered.", "要回答的提示词。").example("seeds"),
              data()
                  .doc("What is rewritten, or what questions are taken from.", "要改写或从中提取的数据。")
                  .example("handbook"),
              StageAmounts.COLLECT,
              StageAmounts.answers().example("4"),
              InputProperties.JUDGE,
              InputProperties.REWARD,
              InputProperties.VERIFIER,
              InputProperties.PRINCIPLES,
              Sections.SAMPLING,
              StageAmounts.PRICE)
          .example(
              """
              synthesize instructions {
                model:   large
                method:  self-instruct
                prompts: seeds
                collect: 52_000 instructions
              }
              """);

  static final Kind FEEDBACK =
      stage("feedback")
          .title("Feedback", "反馈采集")
          .doc(
              "Gathers judgments or demonstrations from people, or judgments from a model.",
              "采集人的评判或示范，或模型的评判。")
          .makes(FlowType.DATASET)
          .oneOf("model", "data")
          .body(
              reference("model", FlowType.SYSTEM)
                  .many()
                  .qualifiers(Qualifiers.WEIGHT)
                  .title("Model", "模型")
                  .doc("The models whose answers are judged.", "回答被评判的模型。")
                  .example("sft"),
              prompts().doc("What the models answer.", "模型要回答的提示词。").example("tickets.train"),
              data().doc("Answers that are there already.", "已有的回答。").example("answers"),
              StageAmounts.COLLECT,
              StageAmounts.answers().example("2"),
              StageAmounts.ANNOTATORS,
              InputProperties.JUDGE,
              InputProperties.PRINCIPLES,
              StageAmounts.AGREEMENT,
              StageAmounts.OVERLAP,
              StageAmounts.GUIDELINES,
              StageAmounts.PILOT,
              count("batches")
                  .world()
                  .qualifiers(
                      quantity("every", Dimension.TIME)
                          .title("Every", "间隔")
                          .doc("How much time lies between two batches.", "两批之间的间隔。")
                          .example("1 week"))
                  .title("Batches", "批次")
                  .doc("In how many deliveries it comes.", "分多少批交付。")
                  .example("14 { every: 1 week }"),
              StageAmounts.PACE,
              StageAmounts.PRICE,
              quantity("lead", Dimension.TIME)
                  .world()
                  .title("Lead time", "准备期")
                  .doc(
                      "Time for contracts, guidelines and hiring before the first label.",
                      "首个标签之前签约、制定规范与招募所需的时间。")
                  .example("3 weeks"),
              Sections.SAMPLING)
          .example(
              """
              feedback rankings {
                model:      sft
                prompts:    tickets.train
                collect:    8_000 comparisons
                annotators: 3
              }
              """);

  static final Kind REWARD =
      stage("reward")
          .title("Reward modeling", "奖励建模")
          .doc("Trains a model that scores answers as people would.", "训练一个像人一样为回答打分的模型。")
          .makes(FlowType.REWARD)
          .body(
              model(FlowType.MODEL, FlowType.REWARD)
                  .required()
                  .doc("The model that it starts from.", "训练的起点模型。")
                  .example("sft"),
              mix().required().doc("Preferences or labels.", "偏好或标签数据。").example("rankings"),
              word("objective", TrainingWords.REWARD_OBJECTIVES)
                  .fallback("bradley-terry")
                  .title("Objective", "训练目标")
                  .doc("The loss by which it learns to score.", "学习打分所用的损失。")
                  .example("bradley-terry"),
              InputProperties.WEIGHTS_METHOD,
              Sections.METRICS,
              Sections.RESULTS)
          .body(TrainingProperties.COMMON)
          .example(
              """
              reward helpfulness { model: sft, data: rankings, epochs: 1 }
              """);

  static final Kind ALIGN =
      stage("align")
          .title("Alignment", "对齐")
          .doc("Trains a model toward preferences, rewards or principles.", "按偏好、奖励或准则训练模型。")
          .body(
              model(FlowType.MODEL)
                  .required()
                  .doc("The model that is aligned.", "要对齐的模型。")
                  .example("sft"),
              tagged("method", TrainingMethods.ALIGNMENT)
                  .required()
                  .many()
                  .title("Method", "方法")
                  .doc(
                      "The algorithm, where its signal comes from, and which weights are trained.",
                      "所用算法、信号来源以及训练哪些权重。")
                  .example("[dpo { beta: 0.1 }, lora { rank: 16 }]"),
              mix().doc("Preferences or labels.", "偏好或标签数据。").example("preferences"),
              prompts()
                  .doc("What the model answers while it is trained.", "训练过程中模型要回答的提示词。")
                  .example("tickets.train"),
              InputProperties.REWARD,
              InputProperties.VERIFIER,
              InputProperties.JUDGE,
              InputProperties.PRINCIPLES,
              reference("reference", FlowType.MODEL)
                  .none()
                  .qualifiers(Qualifiers.COMPUTE)
                  .title("Reference model", "参考模型")
                  .doc(
                      "The model from which it may not move far, its own start if absent.",
                      "不得偏离太远的模型，缺省为起点模型自身。")
                  .example("sft"),
              quantity("episodes", Dimension.EPISODES)
                  .bare()
                  .world()
                  .title("Episodes", "回合数")
                  .doc("How many answers are scored in all.", "总共打分的回答数。")
                  .example("256k"),
              StageAmounts.answers().example("8"),
              share("pass-rate")
                  .world()
                  .title("Initial pass rate", "初始通过率")
                  .doc("Share of the prompts that are solved at the start.", "训练开始时能做对的提示词比例。")
                  .example("35%"),
              word("filter", TrainingWords.FILTERS)
                  .many()
                  .title("Filter", "样本筛选")
                  .doc("How prompts and answers are sifted.", "如何筛选提示词与回答。")
                  .example("dynamic-sampling"),
              SafetyWords.SANDBOX,
              Sections.SAMPLING)
          .body(TrainingProperties.COMMON)
          .example(
              """
              align rlhf {
                model:   sft
                method:  ppo { kl: 0.05 }
                reward:  helpfulness
                prompts: tickets.train
              }
              """);

  static final Kind OPTIMIZE =
      stage("optimize")
          .title("Optimization", "推理优化")
          .doc("Makes a model smaller or faster, or joins models into one.", "让模型更小、更快，或把多个模型合为一个。")
          .body(
              model(FlowType.MODEL, FlowType.REWARD, FlowType.ENCODER)
                  .required()
                  .many()
                  .qualifiers(Qualifiers.MERGE_WEIGHT)
                  .doc(
                      "The model that is optimized, or the models that are merged.",
                      "要优化的模型，或要合并的多个模型。")
                  .example("rlhf"),
              tagged("method", OtherMethods.OPTIMIZATION)
                  .required()
                  .many()
                  .title("Method", "方法")
                  .doc("What is done to the model.", "对模型所做的处理。")
                  .example("quantize { format: awq }"),
              mix()
                  .doc("Data to calibrate or to train with.", "用于校准或训练的数据。")
                  .example("tickets.calibration"),
              quantity("size", Dimension.BYTES)
                  .world()
                  .title("Size", "文件大小")
                  .doc("How large the files are that come out.", "产出文件的大小。")
                  .example("5.7 GB"))
          .body(TrainingProperties.COMMON)
          .example(
              """
              optimize int8 { model: rlhf, method: quantize { format: int8 } }
              """);

  private BuildingKinds() {}
}
