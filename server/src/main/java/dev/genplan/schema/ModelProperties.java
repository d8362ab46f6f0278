package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.date;
import static dev.genplan.schema.PropertyBuilder.identifier;
import static dev.genplan.schema.PropertyBuilder.language;
import static dev.genplan.schema.PropertyBuilder.magnitude;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.section;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

import java.util.List;

/** What describes a model, whether it is there or is to be pretrained. */
final class ModelProperties {

  static final Property PARAMETERS =
      magnitude("parameters")
          .world()
          .qualifiers(
              magnitude("active")
                  .world()
                  .title("Active parameters", "激活参数量")
                  .doc(
                      "How many parameters one token uses in a mixture of experts.",
                      "混合专家模型中每个词元使用的参数量。")
                  .example("37B"))
          .title("Parameters", "参数量")
          .doc(
              "How many parameters the model has, those of all experts included.",
              "模型的参数总量，包含所有专家。")
          .example("8B");

  static final Property CONTEXT =
      quantity("context", Dimension.TOKENS)
          .bare()
          .title("Context window", "上下文长度")
          .doc("Most tokens that input and output can have together.", "输入与输出合计的最大词元数。")
          .example("128k");

  private static final BlockSpec ARCHITECTURE_BLOCK =
      BlockSpec.of(
          List.of(
              word("backbone", ArtifactWords.BACKBONES)
                  .title("Backbone", "骨干结构")
                  .doc("The kind of network.", "网络的类型。")
                  .example("decoder"),
              count("layers")
                  .title("Layers", "层数")
                  .doc("How many layers there are.", "网络的层数。")
                  .example("32"),
              count("hidden")
                  .title("Hidden size", "隐藏维度")
                  .doc("Width of the residual stream.", "残差流的宽度。")
                  .example("4_096"),
              count("heads")
                  .title("Heads", "注意力头数")
                  .doc("How many query heads a layer has.", "每层的查询头数。")
                  .example("32"),
              count("kv-heads")
                  .title("KV heads", "KV 头数")
                  .doc("How many key and value heads a layer has.", "每层的键值头数。")
                  .example("8"),
              count("head-size")
                  .title("Head size", "头维度")
                  .doc("Width of one head.", "单个注意力头的宽度。")
                  .example("128"),
              count("feed-forward")
                  .title("Feed-forward size", "前馈维度")
                  .doc("Inner width of the feed-forward block.", "前馈层的内部宽度。")
                  .example("14_336"),
              count("vocabulary")
                  .title("Vocabulary", "词表大小")
                  .doc("How many tokens the vocabulary has.", "词表中的词元数。")
                  .example("128_256"),
              count("experts")
                  .qualifiers(
                      count("active")
                          .title("Active experts", "激活专家数")
                          .doc("How many experts one token uses.", "每个词元使用的专家数。")
                          .example("8"))
                  .title("Experts", "专家数")
                  .doc("How many experts a layer has.", "每层的专家数。")
                  .example("256 { active: 8 }"),
              word("attention", ArtifactWords.ATTENTION)
                  .title("Attention", "注意力类型")
                  .doc("How heads share keys and values.", "注意力头共用键值的方式。")
                  .example("gqa"),
              quantity("window", Dimension.TOKENS)
                  .bare()
                  .title("Sliding window", "滑动窗口")
                  .doc("How far back a token attends, where that is limited.", "注意力受限时向前可见的词元数。")
                  .example("4_096")));

  static final Property ARCHITECTURE =
      section("architecture", ARCHITECTURE_BLOCK)
          .title("Architecture", "模型结构")
          .doc("The figures of the network.", "网络结构的各项数值。")
          .example("{ layers: 32, hidden: 4_096 }");

  private static final Measure PER_TOKEN = Measure.rate(Dimension.MONEY, Dimension.TOKENS);
  private static final Measure PER_REQUEST = Measure.rate(Dimension.MONEY, Dimension.REQUESTS);

  static final List<Property> MODEL =
      List.of(
          text("id")
              .title("Identifier", "模型标识")
              .doc(
                  "Its name at the hub or the provider, by which the catalog knows it.",
                  "在模型库或提供方处的名称，也是目录的键。")
              .example("\"Qwen/Qwen3-8B\""),
          text("revision")
              .title("Revision", "版本")
              .doc(
                  "Commit, tag, digest or dated version that fixes the weights.",
                  "确定权重的提交、标签、摘要或日期版本。")
              .example("\"b968826\""),
          word("license", ArtifactWords.LICENSES)
              .qualifiers(Qualifiers.LICENSE)
              .title("License", "许可证")
              .doc("The terms under which it may be used.", "使用它所依据的条款。")
              .example("apache-2.0"),
          word("role", ArtifactWords.ROLES)
              .fallback("policy")
              .title("Role", "角色")
              .doc("What it serves as, which decides where it can stand.", "它充当什么，由此决定可用在哪里。")
              .example("judge"),
          word("variant", ArtifactWords.VARIANTS)
              .title("Variant", "模型形态")
              .doc("How far it has been trained.", "训练到了哪一步。")
              .example("base"),
          identifier("family")
              .title("Family", "模型系列")
              .doc("The line of models it belongs to.", "所属的模型系列。")
              .example("qwen3"),
          PARAMETERS,
          CONTEXT,
          tagged("access", ArtifactWords.ACCESS)
              .title("Access", "获取方式")
              .doc("How one gets at it.", "如何获取。")
              .example("gated { lead: 2 days }"),
          text("provider")
              .title("Provider", "提供方")
              .doc("Who hosts it.", "由谁托管。")
              .example("\"OpenAI\""),
          quantity("price", PER_TOKEN, PER_REQUEST)
              .world()
              .qualifiers(
                  quantity("output", PER_TOKEN)
                      .world()
                      .title("Output price", "输出单价")
                      .doc("What its output costs.", "输出部分的单价。")
                      .example("0.60 USD/1M tokens"),
                  Qualifiers.UNTIL)
              .title("Price", "单价")
              .doc(
                  "What its input costs, and its output if nothing else is said.",
                  "输入的单价；未另行说明时也是输出的单价。")
              .example("0.15 USD/1M tokens { output: 0.60 USD/1M tokens }"),
          tagged("precision", TrainingWords.PRECISIONS)
              .title("Precision", "精度")
              .doc("The number format it was trained in.", "训练时使用的数值格式。")
              .example("bf16"),
          word("format", ServingWords.FORMATS)
              .fallback("safetensors")
              .title("Format", "权重格式")
              .doc("How its weights are stored.", "权重的存储格式。")
              .example("Q4_K_M"),
          quantity("size", Dimension.BYTES)
              .world()
              .title("Size", "文件大小")
              .doc("How large its files are.", "模型文件的大小。")
              .example("16.4 GB"),
          text("tokenizer")
              .title("Tokenizer", "分词器")
              .doc(
                  "The file or identifier of its tokenizer, its own if absent.",
                  "分词器的文件或标识，缺省为模型自带。")
              .example("\"Qwen/Qwen3-8B\""),
          text("template")
              .title("Chat template", "对话模板")
              .doc(
                  "The file or digest of its chat template, the tokenizer's if absent.",
                  "对话模板的文件或摘要，缺省为分词器自带。")
              .example("\"chat_template.jinja\""),
          word("modalities", ArtifactWords.MODALITIES)
              .many()
              .fallback("text")
              .title("Modalities", "模态")
              .doc("What it reads and makes.", "能读入和生成的内容类型。")
              .example("[text, image]"),
          language("languages")
              .many()
              .title("Languages", "语言")
              .doc("The languages it is said to know.", "声明支持的语言。")
              .example("[en, zh-Hans]"),
          date("cutoff")
              .title("Knowledge cutoff", "知识截止日期")
              .doc("The last day of its training data.", "训练数据的最后日期。")
              .example("2024-10"),
          date("released")
              .title("Released", "发布日期")
              .doc("The day it came out.", "发布的日期。")
              .example("2025-04-28"),
          from("What it was made of, such as the base model of an adapter.", "由什么得来，例如适配器的基座模型。")
              .example("llama"),
          quantity("tokens", Dimension.TOKENS)
              .bare()
              .world()
              .title("Training tokens", "训练词元数")
              .doc("How much text it was pretrained on.", "预训练所用的文本量。")
              .example("15T"),
          quantity("flops", Dimension.FLOP)
              .world()
              .title("Training compute", "训练计算量")
              .doc("How many operations its training took.", "训练所用的计算量。")
              .example("3_640 PF-days"),
          ARCHITECTURE,
          Sections.RESULTS);

  private ModelProperties() {}

  /** Where something comes from that the plan did not make itself. */
  static PropertyBuilder from(String en, String zh) {
    return reference(
            "from",
            FlowType.SYSTEM,
            FlowType.REWARD,
            FlowType.ENCODER,
            FlowType.DATASET,
            FlowType.REPORT)
        .many()
        .title("Derived from", "派生自")
        .doc(en, zh);
  }
}
