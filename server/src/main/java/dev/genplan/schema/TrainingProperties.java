package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.either;
import static dev.genplan.schema.PropertyBuilder.integer;
import static dev.genplan.schema.PropertyBuilder.metric;
import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

import java.util.List;

/** What every stage can say that trains weights. */
final class TrainingProperties {

  static final Property TEMPLATE =
      text("template")
          .title("Chat template", "对话模板")
          .doc("The file or digest of the chat template that is used here.", "此处所用对话模板的文件或摘要。")
          .example("\"chat_template.jinja\"");

  static final Property THINKING =
      tagged("thinking", TrainingWords.THINKING)
          .title("Thinking", "思考模式")
          .doc(
              "What happens to the tokens of a model that thinks before it answers.",
              "模型先思考后作答时，如何处理思考词元。")
          .example("strip { budget: 4k }");

  static final List<Property> COMMON =
      List.of(
          reference("validation", FlowType.DATASET)
              .none()
              .title("Validation data", "验证集")
              .doc("Held-out data that is watched during training.", "训练过程中用于监测的留出数据。")
              .example("tickets.dev"),
          number("epochs")
              .positive()
              .title("Epochs", "训练轮数")
              .doc("How many times the data is gone through.", "遍历训练数据的次数。")
              .example("3"),
          count("steps")
              .title("Steps", "训练步数")
              .doc("How many updates the optimizer makes, instead of epochs.", "优化器更新的次数，可代替训练轮数。")
              .example("1_875"),
          quantity("tokens", Dimension.TOKENS)
              .bare()
              .title("Tokens seen", "训练词元数")
              .doc("How many tokens are trained on, instead of epochs.", "训练经过的词元数，可代替训练轮数。")
              .example("2T"),
          number("learning-rate")
              .positive()
              .title("Learning rate", "学习率")
              .doc("The highest learning rate.", "学习率的峰值。")
              .example("2e-4"),
          tagged("schedule", TrainingWords.SCHEDULES)
              .title("Schedule", "学习率调度")
              .doc("How the learning rate falls after the warmup.", "预热之后学习率如何下降。")
              .example("cosine { to: 10% }"),
          either("warmup", Qualifiers.SHARE, Qualifiers.WHOLE)
              .none()
              .title("Warmup", "预热")
              .doc(
                  "For which share of the steps, or how many steps, the learning rate rises.",
                  "学习率上升阶段占总步数的比例，或其步数。")
              .example("3%"),
          word("optimizer", TrainingWords.OPTIMIZERS)
              .title("Optimizer", "优化器")
              .doc("The rule by which weights are updated.", "更新权重所用的算法。")
              .example("adamw"),
          tagged("precision", TrainingWords.PRECISIONS)
              .title("Precision", "精度")
              .doc("The number format that is computed in.", "计算所用的数值格式。")
              .example("bf16"),
          quantity(
                  "batch",
                  Measure.of(Dimension.ITEMS),
                  Measure.of(Dimension.TOKENS),
                  Measure.of(Dimension.PROMPTS),
                  Measure.of(Dimension.COMPARISONS),
                  Measure.of(Dimension.EPISODES))
              .bare()
              .qualifiers(
                  word("by", ArtifactWords.SPLIT_KEYS)
                      .title("By", "分组依据")
                      .doc("What stays together in a batch.", "同一批中须放在一起的内容。")
                      .example("prompt"))
              .title("Global batch size", "全局批大小")
              .doc("How much one update sees, over all accelerators.", "每次更新在所有加速卡上合计处理的数据量。")
              .example("128"),
          count("micro-batch")
              .title("Micro-batch size", "微批大小")
              .doc("How many examples one accelerator takes at once.", "单张加速卡一次处理的样本数。")
              .example("4"),
          count("accumulation")
              .title("Gradient accumulation", "梯度累积步数")
              .doc("Over how many micro-batches gradients are added up.", "累加梯度的微批数。")
              .example("8"),
          quantity("length", Dimension.TOKENS)
              .bare()
              .title("Sequence length", "序列长度")
              .doc("The longest sequence that is trained on.", "训练所用的最长序列。")
              .example("4_096"),
          bool("packing")
              .qualifiers(
                  bool("mask")
                      .title("Mask", "注意力掩码")
                      .doc(
                          "Whether examples cannot see each other inside a sequence.",
                          "同一序列内的样本是否互不可见。")
                      .example("true"))
              .title("Packing", "序列打包")
              .doc("Whether several examples share one sequence.", "是否把多个样本拼入同一序列。")
              .example("true"),
          tagged("loss", TrainingWords.LOSS)
              .title("Loss on", "损失范围")
              .doc("Which tokens count in the loss.", "哪些词元计入损失。")
              .example("assistant { eos: true }"),
          TEMPLATE,
          THINKING,
          Sections.SCALING,
          word("recompute", TrainingWords.RECOMPUTE)
              .title("Activation recomputation", "激活重计算")
              .doc(
                  "Which activations are computed again in the backward pass to save memory.",
                  "为节省显存，反向传播时重算哪些激活值。")
              .example("full"),
          word("kernels", TrainingWords.KERNELS)
              .many()
              .title("Kernels", "融合算子")
              .doc("Kernels that save time or memory.", "用于节省时间或显存的算子。")
              .example("flash-attention"),
          Sections.PARALLEL,
          quantity("memory", Dimension.BYTES)
              .world()
              .title("Memory", "显存占用")
              .doc("Memory used on one accelerator, stated or measured.", "单张加速卡的显存占用，可为声明值或实测值。")
              .example("68 GB"),
          text("tokenizer")
              .title("Tokenizer", "分词器")
              .doc("Another tokenizer than the model's own.", "不使用模型自带分词器时的分词器。")
              .example("\"tokenizer.json\""),
          integer("new-tokens")
              .title("New tokens", "新增词元数")
              .doc("How many tokens are added to the vocabulary.", "向词表新增的词元数。")
              .example("8"),
          tagged("checkpoint", TrainingWords.CHECKPOINTS)
              .title("Checkpoint", "检查点选择")
              .doc("Which checkpoint goes on to the next stage.", "交给下一阶段的检查点。")
              .example("best { by: reward }"),
          metric("early-stop")
              .none()
              .title("Early stopping", "早停")
              .doc(
                  "Training stops when this metric gets worse on validation data.",
                  "该指标在验证集上变差时停止训练。")
              .example("loss"),
          quantity("save", Dimension.TIME)
              .orCount()
              .qualifiers(
                  count("keep")
                      .title("Kept", "保留个数")
                      .doc("How many checkpoints are kept.", "保留的检查点个数。")
                      .example("3"))
              .title("Save interval", "保存间隔")
              .doc(
                  "After how many steps, or how much time, a checkpoint is saved.",
                  "每隔多少步或多长时间保存一个检查点。")
              .example("500 { keep: 3 }"),
          count("runs")
              .world()
              .fallback("1")
              .title("Runs", "运行次数")
              .doc(
                  "How many runs are paid for, searches for settings included.",
                  "需要付费的运行次数，包括参数搜索。")
              .example("12"),
          count("seeds")
              .world()
              .fallback("1")
              .title("Seeds", "随机种子数")
              .doc("With how many seeds the final setting is run.", "最终配置使用的随机种子个数。")
              .example("3"));

  private TrainingProperties() {}
}
