package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.integer;
import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.section;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sections that stand in more than one kind. */
final class Sections {

  static final Property METRICS =
      section("metrics", content(BlockSpec.Content.CRITERIA))
          .title("Metrics", "指标要求")
          .doc("What is measured, and what it has to reach.", "要测量的指标及其须达到的值。")
          .example("{ rougeL >= 0.40 }");

  static final Property CHANGE =
      section("change", content(BlockSpec.Content.GATED_CRITERIA))
          .title("Change", "相对变化")
          .doc("By how much it has to differ from the baseline.", "与基线相比须达到的差值。")
          .example("{ rougeL >= 0.02 }");

  static final Property RESULTS =
      section("results", content(BlockSpec.Content.RESULTS))
          .title("Results", "实测结果")
          .doc("What was measured.", "实际测得的值。")
          .example("{ rougeL: 0.31 }");

  static final Property PARALLEL =
      section(
              "parallel",
              BlockSpec.of(
                  List.of(
                      count("data")
                          .title("Data parallelism", "数据并行")
                          .doc(
                              "How many copies of the model work on different data.",
                              "处理不同数据的模型副本数。")
                          .example("8"),
                      count("tensor")
                          .title("Tensor parallelism", "张量并行")
                          .doc("Over how many accelerators each layer is split.", "每层拆分到的加速卡数。")
                          .example("4"),
                      count("pipeline")
                          .title("Pipeline parallelism", "流水线并行")
                          .doc("Into how many stages the layers are divided.", "各层划分成的流水线级数。")
                          .example("2"),
                      count("context")
                          .title("Context parallelism", "上下文并行")
                          .doc("Over how many accelerators a sequence is split.", "每条序列拆分到的加速卡数。")
                          .example("2"),
                      count("expert")
                          .title("Expert parallelism", "专家并行")
                          .doc("Over how many accelerators the experts are spread.", "专家分布到的加速卡数。")
                          .example("8"),
                      word("shard", TrainingWords.SHARDING)
                          .title("Sharding", "分片")
                          .doc("Which states are spread over the copies.", "在各副本间分片的状态。")
                          .example("zero-3"),
                      word("offload", TrainingWords.OFFLOAD)
                          .many()
                          .title("Offloading", "卸载")
                          .doc("What lies in host memory.", "放到主机内存的内容。")
                          .example("optimizer"))))
          .title("Parallelism", "并行策略")
          .doc("How the work is spread over accelerators.", "如何把工作分布到多张加速卡。")
          .example("{ tensor: 4, shard: zero-1 }");

  static final Property SCALING =
      tagged("scaling", TrainingWords.SCALING)
          .title("RoPE scaling", "RoPE 缩放")
          .doc("How the window is made longer than the model was trained for.", "如何把窗口扩展到训练长度之外。")
          .example("yarn { factor: 4 }");

  static final Property SAMPLING =
      section(
              "sampling",
              BlockSpec.of(
                  List.of(
                      number("temperature")
                          .title("Temperature", "温度")
                          .doc(
                              "How much chance there is in the choice of tokens, 0 being none.",
                              "选取词元的随机程度，0 表示不随机。")
                          .example("0.7"),
                      number("top-p")
                          .between(Double.MIN_VALUE, 1)
                          .title("Top-p", "核采样阈值")
                          .doc(
                              "Tokens are drawn from the most likely ones that have this probability together.",
                              "从累计概率达到该值的最可能词元中采样。")
                          .example("0.95"),
                      count("top-k")
                          .title("Top-k", "候选词元数")
                          .doc(
                              "Tokens are drawn from that many most likely ones.", "从概率最高的若干词元中采样。")
                          .example("20"),
                      quantity("length", Dimension.TOKENS)
                          .bare()
                          .title("Answer length", "最大生成长度")
                          .doc("The longest answer that may be written.", "允许生成的最长回答。")
                          .example("1_024"),
                      text("stop")
                          .many()
                          .title("Stop", "停止符")
                          .doc("Texts at which the answer ends.", "遇到即停止生成的文本。")
                          .example("\"</s>\""),
                      integer("seed")
                          .title("Seed", "随机种子")
                          .doc("Start of the random numbers.", "随机数的起点。")
                          .example("42"),
                      word("engine", ServingWords.ENGINES)
                          .title("Engine", "推理引擎")
                          .doc("The software that writes the answers.", "用于生成回答的软件。")
                          .example("vllm"),
                      Qualifiers.COMPUTE)))
          .title("Sampling", "采样参数")
          .doc("How answers are drawn from the model.", "如何从模型采样回答。")
          .example("{ temperature: 0.7, length: 1_024 }");

  private Sections() {}

  private static BlockSpec content(BlockSpec.Content content) {
    return new BlockSpec(List.of(), Optional.empty(), content, Map.of());
  }
}
