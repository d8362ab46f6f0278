package dev.genplan.schema;

import static dev.genplan.schema.KindBuilder.kind;
import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.date;
import static dev.genplan.schema.PropertyBuilder.either;
import static dev.genplan.schema.PropertyBuilder.language;
import static dev.genplan.schema.PropertyBuilder.number;
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

/** The kinds that are no stages: the project, and what is there before it starts. */
final class DeclarationKinds {

  static final Property AUDIENCE =
      word("audience", ProjectWords.AUDIENCES)
          .title("Audience", "受众")
          .doc("Who meets what the model writes.", "谁会接触到模型的输出。")
          .example("customers");

  static final Property APPROVER =
      text("approver")
          .title("Approver", "审批人")
          .doc("Who may release and stop it.", "有权发布和叫停的人。")
          .example("\"Head of Product\"");

  static final Property CONTACT =
      text("contact")
          .title("Incident contact", "事件联系人")
          .doc("Where incidents are reported.", "上报事件的联系方式。")
          .example("\"ai-incidents@example.com\"");

  private static final Property TEAM_SIZE =
      number("role")
          .world()
          .qualifiers(Qualifiers.PEOPLE)
          .title("People", "人数")
          .doc("How many people have this role.", "担任该角色的人数。")
          .example("2 { rate: 25 USD/hour }");

  private static final Property EXCHANGE_RATE =
      quantity("currency", Dimension.MONEY)
          .title("Rate", "汇率")
          .doc("What one of this currency is worth.", "一单位该货币的价值。")
          .example("1.08 USD { date: 2026-11-02 }");

  private static final Property EXCLUSION =
      text("harm")
          .title("Reason", "理由")
          .doc("Why this harm cannot occur here.", "为何此处不会发生该危害。")
          .example("\"The output is numbers only.\"");

  static final Kind PROJECT =
      kind("project")
          .title("Project", "项目")
          .doc(
              "The scope: what is to be reached, for whom, until when and with what means.",
              "项目范围：要达成什么、为谁、何时完成、用哪些资源。")
          .body(
              text("goal")
                  .title("Goal", "目标")
                  .doc(
                      "What has to be true in the end, so that it can be checked.", "最终须成立且可检验的结果。")
                  .example("\"4 of 5 need no edit\""),
              word("task", ProjectWords.TASKS)
                  .many()
                  .title("Task", "任务")
                  .doc("What the product does.", "产品完成的任务。")
                  .example("summarization"),
              word("use", ProjectWords.USES)
                  .title("Use", "用途")
                  .doc("What it is used for, as licenses see it.", "从许可证角度看的用途。")
                  .example("commercial"),
              AUDIENCE,
              quantity("users", Dimension.PEOPLE)
                  .bare()
                  .world()
                  .title("Users", "用户规模")
                  .doc("How many people use it in a month.", "月活跃用户数。")
                  .example("20_000"),
              word("market", Regions.WORDS)
                  .many()
                  .title("Market", "投放市场")
                  .doc("Where it is offered.", "在哪里提供服务。")
                  .example("[eu, cn]"),
              word("domain", ProjectWords.DOMAINS)
                  .many()
                  .title("Domain", "领域")
                  .doc("What it is about.", "涉及的领域。")
                  .example("customer-support"),
              word("risk", ProjectWords.RISKS)
                  .title("Risk class", "风险等级")
                  .doc("The risk class that the team has decided on.", "团队判定的风险等级。")
                  .example("limited"),
              word("impact", ProjectWords.IMPACTS)
                  .title("Impact on people", "对人影响")
                  .doc("How much its output decides about people.", "输出对人的影响程度。")
                  .example("advisory"),
              language("languages")
                  .many()
                  .title("Languages", "语言")
                  .doc("The languages that are served.", "要支持的语言。")
                  .example("[en, zh-Hans]"),
              word("residency", Regions.WORDS)
                  .many()
                  .title("Data residency", "数据驻留")
                  .doc("The regions that the data may not leave.", "数据不得离开的区域。")
                  .example("eu"),
              date("start")
                  .title("Start", "开始日期")
                  .doc("The first day.", "第一天。")
                  .example("2026-12-01"),
              date("deadline")
                  .title("Deadline", "截止日期")
                  .doc("The last day.", "最后一天。")
                  .example("2027-02-26"),
              quantity("budget", Dimension.MONEY)
                  .title("Budget", "预算")
                  .doc("All the money that may be spent.", "可支出的全部资金。")
                  .example("12_000 USD"),
              share("contingency")
                  .title("Contingency", "预留缓冲")
                  .doc("Share of time and money that is kept in reserve.", "时间与资金中留作缓冲的比例。")
                  .example("20%"),
              keyed("team", Optional.of(ProjectWords.TEAM), TEAM_SIZE)
                  .title("Team", "团队")
                  .doc("Who works on it, by role.", "按角色列出参与人员。")
                  .example("{ ml-engineer: 2, annotator: 4 }"),
              keyed("exchange", Optional.of(ProjectWords.CURRENCIES), EXCHANGE_RATE)
                  .title("Exchange rates", "汇率")
                  .doc(
                      "What currencies are worth, as none is converted without a stated rate.",
                      "各货币的价值；未写明汇率的货币不做换算。")
                  .example("{ EUR: 1.08 USD }"),
              keyed("excluded", Optional.of(SafetyWords.HARMS), EXCLUSION)
                  .title("Excluded harms", "排除的危害")
                  .doc("Harms that cannot occur here, and why.", "此处不会发生的危害及其理由。")
                  .example("{ weapons: \"The output is numbers only.\" }"),
              APPROVER,
              CONTACT,
              word("status", ProjectWords.PROJECT_STATUS)
                  .fallback("active")
                  .title("Status", "状态")
                  .doc("How far the plan has come.", "计划进展到哪一步。")
                  .example("draft"),
              StageProperties.OWNER,
              StageProperties.DESCRIPTION)
          .example(
              """
              project support-summaries {
                goal:     "4 of 5 need no edit"
                task:     summarization
                use:      commercial
                deadline: 2027-02-26
                budget:   12_000 USD
              }
              """);

  static final Kind MODEL =
      kind("model")
          .title("Model", "模型")
          .doc(
              "A model that is there already: a foundation model, or one that serves as judge, teacher, reward or embedder.",
              "已有的模型：基础模型，或充当裁判、教师、奖励、嵌入的模型。")
          .body(ModelProperties.MODEL)
          .body(StageProperties.OWNER, StageProperties.DESCRIPTION)
          .example(
              """
              model qwen { id: "Qwen/Qwen3-8B", license: apache-2.0 }
              """);

  private static final Property SIZE =
      quantity(
              "size",
              Measure.of(Dimension.ITEMS),
              Measure.of(Dimension.PROMPTS),
              Measure.of(Dimension.COMPARISONS),
              Measure.of(Dimension.RANKINGS),
              Measure.of(Dimension.LABELS),
              Measure.of(Dimension.EPISODES),
              Measure.of(Dimension.TOKENS),
              Measure.of(Dimension.WORDS),
              Measure.of(Dimension.CHARACTERS),
              Measure.of(Dimension.BYTES))
          .world()
          .title("Size", "规模")
          .doc("How much there is of it; the unit has to be written.", "数据的规模，必须写出单位。")
          .example("2_000 examples");

  private static final Property TOKENS =
      quantity("tokens", Dimension.TOKENS)
          .bare()
          .world()
          .title("Tokens", "词元数")
          .doc("How many tokens it has, its size times its length if absent.", "词元总数，缺省为规模乘以长度。")
          .example("1.2M");

  private static final Property LENGTH =
      quantity("length", Dimension.TOKENS)
          .bare()
          .world()
          .qualifiers(Qualifiers.LENGTH)
          .title("Length", "样本长度")
          .doc("How long one item is on average.", "单个样本的平均长度。")
          .example("800 { p95: 2_000 }");

  private static final Property LANGUAGES =
      language("languages")
          .many()
          .title("Languages", "语言")
          .doc("The languages it is in.", "数据所用的语言。")
          .example("[en, zh-Hans]");

  private static final BlockSpec SPLIT =
      BlockSpec.of(
          List.of(
              either("size", Qualifiers.SHARE, SIZE.type())
                  .world()
                  .title("Size", "规模")
                  .doc("How much there is of it, or which share of the whole.", "该划分的规模或占整体的比例。")
                  .example("1_500 examples"),
              TOKENS,
              LENGTH,
              LANGUAGES,
              word("by", ArtifactWords.SPLIT_KEYS)
                  .title("By", "划分依据")
                  .doc("What stays together when the data is divided.", "划分数据时须放在一起的内容。")
                  .example("user")));

  private static final Property LABEL_SIZE =
      quantity(
              "label",
              Measure.of(Dimension.LABELS),
              Measure.of(Dimension.ITEMS),
              Measure.of(Dimension.PROMPTS),
              Measure.of(Dimension.COMPARISONS))
          .bare()
          .world()
          .title("Size", "数量")
          .doc("How many items have this label.", "带有该标签的样本数。")
          .example("6_000");

  static final Kind DATASET =
      kind("dataset")
          .title("Dataset", "数据集")
          .doc(
              "Data to train on, to test on or to retrieve from, with its splits.",
              "用于训练、测试或检索的数据及其划分。")
          .makes(FlowType.DATASET)
          .body(
              text("source")
                  .title("Source", "数据地址")
                  .doc(
                      "Where it lies: `hf://`, `s3://`, an address or a file.",
                      "存放位置：`hf://`、`s3://`、网址或文件。")
                  .example("\"hf://knkarthick/dialogsum\""),
              text("revision")
                  .title("Revision", "版本")
                  .doc(
                      "Commit, tag, digest or dated version that fixes its content.",
                      "确定内容的提交、标签、摘要或日期版本。")
                  .example("\"v1.2\""),
              word("license", ArtifactWords.LICENSES)
                  .qualifiers(Qualifiers.LICENSE)
                  .title("License", "许可证")
                  .doc("The terms under which it may be used.", "使用它所依据的条款。")
                  .example("cc-by-4.0"),
              text("owner")
                  .title("Owner", "所有者")
                  .doc("Whose data it is, if it is one's own.", "若为自有数据，归谁所有。")
                  .example("\"HR\""),
              SIZE,
              TOKENS,
              LENGTH,
              word("content", ArtifactWords.CONTENT)
                  .title("Content", "数据类型")
                  .doc(
                      "What one item is, known from the unit of its size if absent.",
                      "单个样本是什么，缺省时由规模的单位推断。")
                  .example("conversations"),
              word("origin", ArtifactWords.ORIGINS)
                  .many()
                  .title("Origin", "数据来源")
                  .doc("Who or what made it.", "由谁或什么产生。")
                  .example("tickets"),
              ModelProperties.from(
                      "Data it derives from, models that wrote it, or a monitor that recorded it.",
                      "所源自的数据、撰写它的模型或记录它的监控。")
                  .example("tickets"),
              LANGUAGES,
              word("domain", ProjectWords.DOMAINS)
                  .many()
                  .title("Domain", "领域")
                  .doc("What it is about.", "涉及的领域。")
                  .example("customer-support"),
              word("pii", ArtifactWords.PII)
                  .title("Personal data", "个人信息")
                  .doc("Whether there is personal data in it.", "是否含有个人信息。")
                  .example("removed"),
              word("consent", ArtifactWords.CONSENT)
                  .title("Consent", "授权依据")
                  .doc("On what ground people's data is used.", "使用个人数据的依据。")
                  .example("contract"),
              tagged("cleaning", ArtifactWords.CLEANING)
                  .many()
                  .title("Cleaning", "数据清洗")
                  .doc("The steps it has gone through.", "经过的清洗步骤。")
                  .example("[deduplication, anonymization]"),
              count("annotators")
                  .none()
                  .world()
                  .title("Annotators", "标注人数")
                  .doc("How many people made its labels.", "制作标签的人数。")
                  .example("3"),
              StageAmounts.AGREEMENT,
              bool("trusted")
                  .title("Trusted", "是否可信")
                  .doc("Whether nobody from outside can write into it.", "外部人员是否无法向其中写入内容。")
                  .example("false"),
              tagged("access", ArtifactWords.ACCESS)
                  .title("Access", "获取方式")
                  .doc("How one gets at it.", "如何获取。")
                  .example("licensed { lead: 4 weeks }"),
              date("released")
                  .title("Released", "发布日期")
                  .doc("The day it came out.", "发布的日期。")
                  .example("2023-10"),
              quantity("refresh", Dimension.TIME)
                  .world()
                  .title("Refresh interval", "更新周期")
                  .doc("How often it changes.", "内容更新的周期。")
                  .example("1 day"),
              reference("embedder", FlowType.ENCODER)
                  .title("Embedder", "索引嵌入模型")
                  .doc("The model with which its index was built.", "构建其索引所用的嵌入模型。")
                  .example("bge"),
              quantity("cost", Dimension.MONEY)
                  .world()
                  .title("Cost", "费用")
                  .doc("What it costs to get.", "获取它的费用。")
                  .example("4_000 USD"),
              keyed("labels", Optional.empty(), LABEL_SIZE)
                  .title("Labels", "标签分布")
                  .doc("How many items have which label.", "各标签的样本数。")
                  .example("{ desirable: 6_000, undesirable: 2_000 }"),
              StageProperties.DESCRIPTION)
          .nested("split", SPLIT)
          .example(
              """
              dataset dialogsum {
                source:  "hf://knkarthick/dialogsum"
                license: cc-by-nc-sa-4.0
                split train { size: 12_460 examples }
                split test  { size: 1_500 examples }
              }
              """);

  static final Kind COMPUTE =
      kind("compute")
          .title("Compute", "算力")
          .doc(
              "Accelerators to train or serve on, with their number and price.",
              "用于训练或推理的加速卡及其数量与价格。")
          .makes(FlowType.COMPUTE)
          .body(
              word("accelerator", ServingWords.ACCELERATORS)
                  .required()
                  .title("Accelerator", "加速卡")
                  .doc("GPU, TPU or NPU by its usual name.", "GPU、TPU 或 NPU 的通用名称。")
                  .example("A100-80GB"),
              count("count")
                  .world()
                  .fallback("1")
                  .title("Count", "卡数")
                  .doc("How many accelerators one node has.", "每个节点的加速卡数。")
                  .example("8"),
              count("nodes")
                  .world()
                  .fallback("1")
                  .title("Nodes", "节点数")
                  .doc("How many nodes there are.", "节点的个数。")
                  .example("2"),
              quantity("price", Measure.rate(Dimension.MONEY, Dimension.TIME))
                  .world()
                  .qualifiers(Qualifiers.UNTIL)
                  .title("Price", "单价")
                  .doc(
                      "What one accelerator costs per time, or the node where there is none.",
                      "单张加速卡单位时间的价格；无加速卡时为整个节点的价格。")
                  .example("1.80 USD/hour { date: 2026-11-02 }"),
              quantity("memory", Dimension.BYTES)
                  .title("Memory", "显存")
                  .doc("Memory of one accelerator.", "单张加速卡的显存。")
                  .example("80 GB"),
              quantity("host-memory", Dimension.BYTES)
                  .title("Host memory", "主机内存")
                  .doc("Main memory of one node.", "单个节点的内存。")
                  .example("1 TB"),
              quantity("peak", Measure.rate(Dimension.FLOP, Dimension.TIME))
                  .title("Peak", "峰值算力")
                  .doc("Dense peak of one accelerator.", "单张加速卡的稠密峰值算力。")
                  .example("312 TFLOP/s"),
              quantity(
                      "bandwidth",
                      Measure.rate(Dimension.BYTES, Dimension.TIME),
                      Measure.rate(Dimension.BITS, Dimension.TIME))
                  .title("Memory bandwidth", "显存带宽")
                  .doc("How fast one accelerator reads its memory.", "单张加速卡读取显存的速率。")
                  .example("2_039 GB/s"),
              tagged("interconnect", ServingWords.INTERCONNECTS)
                  .many()
                  .title("Interconnect", "互联")
                  .doc("What connects accelerators and nodes.", "加速卡之间和节点之间的互联方式。")
                  .example("[nvlink, infiniband]"),
              text("provider")
                  .title("Provider", "供应商")
                  .doc("Who runs it.", "由谁提供。")
                  .example("\"Lambda\""),
              text("instance")
                  .title("Instance", "机型")
                  .doc("What the provider calls it.", "供应商处的机型名称。")
                  .example("\"p4d.24xlarge\""),
              word("purchase", ServingWords.PURCHASES)
                  .title("Purchase", "购买方式")
                  .doc("How it is paid for.", "付费方式。")
                  .example("spot"),
              quantity("lead", Dimension.TIME)
                  .world()
                  .title("Lead time", "等待期")
                  .doc("How long it takes until it is there.", "到位所需的时间。")
                  .example("2 weeks"),
              date("available")
                  .title("Available", "可用日期")
                  .doc("From which day it is there.", "从哪天起可用。")
                  .example("2027-01-15"),
              word("region", Regions.WORDS)
                  .title("Region", "区域")
                  .doc("Where it stands.", "所在的区域。")
                  .example("eu"),
              quantity("storage", Dimension.BYTES)
                  .title("Storage", "存储")
                  .doc("Disk space for data and checkpoints.", "存放数据与检查点的磁盘空间。")
                  .example("4 TB"),
              share("mfu")
                  .world()
                  .title("Model FLOP utilization", "算力利用率（MFU）")
                  .doc("Share of the peak that a training step reaches.", "训练步骤达到峰值算力的比例。")
                  .example("40%"),
              share("goodput")
                  .world()
                  .title("Goodput", "有效训练率")
                  .doc("Share of the wall-clock time that is progress.", "墙钟时间中有效推进训练的比例。")
                  .example("90%"),
              quantity("power", Dimension.POWER)
                  .title("Power", "功耗")
                  .doc("What one accelerator draws.", "单张加速卡的功耗。")
                  .example("400 W"),
              number("pue")
                  .between(1, Double.POSITIVE_INFINITY)
                  .title("Power usage effectiveness", "电能使用效率（PUE）")
                  .doc(
                      "All the power of the data center over that of its machines.",
                      "数据中心总用电与设备用电之比。")
                  .example("1.2"),
              quantity("carbon", Measure.rate(Dimension.MASS, Dimension.ENERGY))
                  .title("Carbon intensity", "碳强度")
                  .doc("What the electricity emits.", "单位用电的碳排放。")
                  .example("380 g/kWh"),
              StageProperties.OWNER,
              StageProperties.DESCRIPTION)
          .example(
              """
              compute nodes { accelerator: A100-80GB, count: 8, price: 1.80 USD/hour }
              """);

  private DeclarationKinds() {}

  private static PropertyBuilder keyed(String name, Optional<WordList> words, Property value) {
    return section(
        name,
        new BlockSpec(
            List.of(),
            Optional.of(new BlockSpec.Keys(words, value)),
            BlockSpec.Content.PROPERTIES,
            Map.of()));
  }
}
