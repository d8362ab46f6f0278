package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.identifier;
import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;
import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/**
 * Methods that write prompts and data, that make a model smaller, and that put a system around it.
 */
final class OtherMethods {

  static final WordList CHOICES =
      closed("choose")
          .add("fixed", "Always the same examples.", "始终使用相同示例。")
          .add("random", "Drawn by chance.", "随机抽取。")
          .add("similar", "Those most similar to the input.", "选取与输入最相似的示例。")
          .build();

  private static final Property SHOTS =
      count("shots")
          .title("Shots", "示例数")
          .doc("How many examples stand in the prompt.", "提示词中的示例个数。")
          .example("3");

  private static final Property CHOOSE =
      word("choose", CHOICES)
          .title("Choice", "选例方式")
          .doc("How the examples are chosen.", "示例的选取方式。")
          .example("similar");

  private static final Property BUDGET =
      quantity("budget", Dimension.TOKENS)
          .bare()
          .title("Budget", "思考预算")
          .doc("Most tokens that thinking may take.", "思考最多可用的词元数。")
          .example("4k");

  private static final Property OUTPUT_SCHEMA =
      text("schema")
          .title("Schema", "输出结构")
          .doc("The schema of the output, or its file.", "输出的结构定义或其文件。")
          .example("\"answer.schema.json\"");

  static final WordList PROMPTING =
      open("prompt-method")
          .add("zero-shot", "An instruction without examples.", "只给指令，不带示例。")
          .options(CHOOSE)
          .add("one-shot", "An instruction with one example.", "指令加一个示例。")
          .options(SHOTS, CHOOSE)
          .add("few-shot", "An instruction with a few examples.", "指令加少量示例。")
          .options(BUDGET)
          .add("chain-of-thought", "The model writes its steps before the answer.", "模型先写出推理步骤再作答。")
          .add(
              "self-consistency",
              "Several chains of thought, and the answer most of them reach.",
              "采样多条思维链，取多数答案。")
          .add("tree-of-thought", "Steps are tried, judged and searched.", "对推理步骤进行尝试、评估和搜索。")
          .add("self-refine", "The model criticizes and improves its own answer.", "模型批评并改进自己的回答。")
          .options(OUTPUT_SCHEMA)
          .add("structured-output", "The output is held to a schema.", "约束输出符合结构定义。")
          .options()
          .add("prompt-search", "Prompts are found by automatic search.", "自动搜索提示词。")
          .build();

  static final WordList SYNTHESIS =
      open("synthesize-method")
          .options(TrainingMethods.KEPT)
          .add(
              "self-instruct",
              "New instructions and answers are written from a few seeds.",
              "从少量种子出发生成新指令与回答。")
          .add(
              "evol-instruct",
              "Instructions are rewritten to be harder or more varied.",
              "把指令改写得更难或更多样。")
          .add("distillation", "A stronger model answers given prompts.", "由更强的模型回答给定提示词。")
          .add(
              "rejection-sampling",
              "Several answers are drawn and only the best kept.",
              "采样多个回答，只保留最好的。")
          .add("critique", "Answers are criticized and corrected by principles.", "依据准则批评并修正回答。")
          .add("paraphrase", "Given items are said in other words.", "对已有样本换一种说法。")
          .add("back-translation", "Instructions are written for given answers.", "为已有回答反推指令。")
          .add("persona", "Items are written from the view of many personas.", "以多种人物视角撰写样本。")
          .add("extraction", "Questions and answers are taken from documents.", "从文档中提取问答。")
          .build();

  static final WordList QUANTIZE_VARIANTS =
      closed("quantize-variant")
          .add(
              "ptq",
              "After training, with a little calibration data or none.",
              "训练后量化，只需少量或不需校准数据。")
          .add("qat", "Trained with simulated quantization.", "量化感知训练。")
          .add("dynamic", "Activations are quantized while the model runs.", "运行时动态量化激活值。")
          .build();

  private static final Property[] QUANTIZE = {
    word("format", ServingWords.QUANTIZATIONS)
        .required()
        .title("Format", "量化格式")
        .doc("Number format or scheme of the weights that come out.", "量化后权重的数值格式或方案。")
        .example("awq"),
    count("group")
        .title("Group size", "分组大小")
        .doc("How many weights share a scale.", "共用一个缩放因子的权重个数。")
        .example("128"),
    word("variant", QUANTIZE_VARIANTS)
        .fallback("ptq")
        .title("Variant", "变体")
        .doc("When the quantization happens.", "量化发生的时机。")
        .example("qat"),
    word("exclude", TrainingWords.TARGETS)
        .many()
        .title("Excluded layers", "不量化的层")
        .doc("Layers that keep their precision.", "保持原精度的层。")
        .example("[embeddings, head]")
  };

  static final WordList DISTILL_VARIANTS =
      closed("distill-variant")
          .add(
              "logits",
              "Learns the teacher's probabilities, over the same vocabulary.",
              "学习教师的概率分布，要求词表相同。")
          .add("sequence", "Learns from texts that the teacher has written.", "学习教师生成的文本。")
          .add("features", "Learns the teacher's inner states.", "学习教师的中间表示。")
          .add("self", "Learns from itself, without another teacher.", "自蒸馏，不需要其他教师。")
          .build();

  private static final Property[] DISTILL = {
    reference("teacher", FlowType.SYSTEM)
        .qualifiers(Qualifiers.COMPUTE)
        .title("Teacher", "教师模型")
        .doc(
            "The model that is learned from; `variant: self` needs none.",
            "被学习的模型；`variant: self` 时不需要。")
        .example("large"),
    word("variant", DISTILL_VARIANTS)
        .title("Variant", "变体")
        .doc("What is learned from the teacher.", "向教师学习什么。")
        .example("logits"),
    number("temperature")
        .positive()
        .title("Temperature", "温度")
        .doc("Softens the probabilities of both models.", "软化两个模型的概率分布。")
        .example("2"),
    bool("on-policy")
        .title("On-policy", "在线蒸馏")
        .doc("Whether the student's own answers are what is taught on.", "是否在学生自己的回答上学习。")
        .example("true")
  };

  static final WordList PRUNE_VARIANTS =
      closed("prune-variant")
          .add("unstructured", "Single weights set to zero.", "将单个权重置零。")
          .add(
              "semi-structured", "Two of every four weights set to zero (2:4).", "每四个权重中两个置零（2:4）。")
          .add("depth", "Whole layers removed.", "移除整层。")
          .add("width", "Heads, channels or neurons removed.", "移除注意力头、通道或神经元。")
          .build();

  private static final Property[] PRUNE = {
    share("sparsity")
        .title("Sparsity", "稀疏度")
        .doc("Share of the weights that is removed.", "移除的权重比例。")
        .example("50%"),
    word("variant", PRUNE_VARIANTS)
        .title("Variant", "变体")
        .doc("What is removed.", "移除的对象。")
        .example("semi-structured"),
    ModelProperties.PARAMETERS
  };

  static final WordList MERGE_VARIANTS =
      closed("merge-variant")
          .add("adapter", "An adapter is added into its base model.", "把适配器并入基座模型。")
          .add("linear", "The weighted mean of the weights.", "权重的加权平均。")
          .add("slerp", "Spherical interpolation between two models.", "两个模型之间的球面插值。")
          .add("ties", "Task vectors trimmed, and their signs agreed on.", "裁剪任务向量并统一符号。")
          .add("dare", "Task vectors thinned by chance and scaled up.", "随机稀疏任务向量并放大。")
          .add("task-arithmetic", "Task vectors added or subtracted.", "任务向量相加或相减。")
          .add(
              "model-stock",
              "The mean, moved toward the base by the angle between the models.",
              "按模型间夹角把平均值拉向基座。")
          .add("passthrough", "Layers of several models stacked.", "堆叠多个模型的层。")
          .build();

  private static final Property[] MERGE = {
    word("variant", MERGE_VARIANTS)
        .title("Variant", "变体")
        .doc("How the weights are joined.", "权重的合并方式。")
        .example("ties"),
    share("density")
        .title("Density", "保留密度")
        .doc("Share of each task vector that is kept.", "每个任务向量保留的比例。")
        .example("50%")
  };

  static final WordList SPECULATIVE_VARIANTS =
      closed("speculative-variant")
          .add("draft", "A small model proposes tokens.", "由小模型提出草稿词元。")
          .add("ngram", "Tokens are proposed from what stands before.", "从前文 n 元组中提出草稿。")
          .add("eagle", "A head over the model's inner states proposes tokens.", "由基于中间状态的预测头提出草稿。")
          .add("medusa", "Several heads propose several tokens at once.", "多个预测头同时提出多个词元。")
          .add("mtp", "The model's own multi-token prediction proposes tokens.", "由模型自带的多词元预测提出草稿。")
          .build();

  private static final Property[] SPECULATIVE = {
    reference("draft", FlowType.MODEL)
        .qualifiers(Qualifiers.COMPUTE)
        .title("Draft model", "草稿模型")
        .doc("The small model that proposes tokens, with the same vocabulary.", "提出草稿词元的小模型，词表须相同。")
        .example("small"),
    count("tokens")
        .title("Draft length", "草稿长度")
        .doc("How many tokens are proposed at once.", "一次提出的词元数。")
        .example("4"),
    share("acceptance")
        .world()
        .title("Acceptance", "接受率")
        .doc("Share of the proposed tokens that is accepted.", "草稿词元被接受的比例。")
        .example("70%"),
    word("variant", SPECULATIVE_VARIANTS)
        .fallback("draft")
        .title("Variant", "变体")
        .doc("Where the proposals come from.", "草稿的来源。")
        .example("eagle")
  };

  private static final Property ENGINE =
      word("engine", ServingWords.ENGINES)
          .title("Engine", "推理引擎")
          .doc("The engine that it is made for.", "所面向的推理引擎。")
          .example("tensorrt-llm");

  private static final Property FORMAT =
      word("format", ServingWords.FORMATS)
          .title("Format", "目标格式")
          .doc("The format that comes out.", "转换后的格式。")
          .example("gguf");

  static final WordList OPTIMIZATION =
      closed("optimize-method")
          .options(QUANTIZE)
          .add("quantize", "Stores and computes with fewer bits.", "用更少的位数存储和计算。")
          .options(DISTILL)
          .add("distill", "A smaller model learns from a larger one.", "小模型向大模型学习。")
          .options(PRUNE)
          .add("prune", "Removes weights, heads or layers.", "移除权重、注意力头或层。")
          .options(MERGE)
          .add(
              "merge",
              "Joins the weights of several models, or of an adapter and its base.",
              "合并多个模型的权重，或将适配器并入基座。")
          .options(SPECULATIVE)
          .add(
              "speculative",
              "Proposes several tokens cheaply and confirms them in one step.",
              "低成本提出多个词元，再一次性验证。")
          .options(ENGINE, FORMAT)
          .add(
              "compile",
              "Compiles the model for one engine and one kind of hardware.",
              "为特定引擎和硬件编译模型。")
          .add(
              "convert",
              "Writes the weights in another format, without changing them.",
              "把权重转存为另一种格式，不改变数值。")
          .build();

  static final WordList RETRIEVERS =
      closed("retriever")
          .add("dense", "By nearness of vectors.", "按向量相近程度检索。")
          .add("sparse", "By words, as BM25.", "按词匹配检索，如 BM25。")
          .add("hybrid", "By vectors and words.", "向量与词匹配结合。")
          .add("graph", "Along a graph of entities.", "沿实体图谱检索。")
          .add("web", "By a web search.", "通过网络搜索。")
          .build();

  private static final Property[] RAG = {
    reference("embedder", FlowType.ENCODER)
        .qualifiers(Qualifiers.COMPUTE)
        .title("Embedder", "嵌入模型")
        .doc("The model that turns queries and passages into vectors.", "把查询和段落转换成向量的模型。")
        .example("bge"),
    reference("reranker", FlowType.ENCODER)
        .qualifiers(Qualifiers.COMPUTE)
        .title("Reranker", "重排模型")
        .doc("The model that orders the passages found.", "对检索结果重新排序的模型。")
        .example("bge-reranker"),
    word("retriever", RETRIEVERS)
        .title("Retriever", "检索方式")
        .doc("How passages are found.", "查找段落的方式。")
        .example("hybrid"),
    count("top-k")
        .title("Passages", "召回数量")
        .doc("How many passages go into the prompt.", "放入提示词的段落数。")
        .example("5"),
    quantity("chunk", Dimension.TOKENS)
        .bare()
        .title("Chunk size", "分块长度")
        .doc("Length of a passage in tokens.", "每个段落的词元数。")
        .example("512"),
    text("store")
        .title("Store", "向量库")
        .doc("The product that holds the index.", "存放索引的产品。")
        .example("\"pgvector\""),
    quantity("latency", Dimension.TIME)
        .world()
        .qualifiers(Qualifiers.LATENCY)
        .title("Latency", "检索延迟")
        .doc("How long the retrieval takes.", "检索所需时间。")
        .example("80 ms"),
    bool("citations")
        .title("Citations", "引用出处")
        .doc("Whether answers name their passages.", "回答是否注明所依据的段落。")
        .example("true")
  };

  private static final Property[] TOOLS = {
    text("names")
        .many()
        .title("Tools", "工具清单")
        .doc("The tools that may be called, and no others.", "允许调用的工具，此外一律不可用。")
        .example("[\"search\", \"calculator\"]"),
    count("limit")
        .title("Step limit", "步数上限")
        .doc("Most calls for one request.", "每个请求最多调用的次数。")
        .example("8"),
    quantity("timeout", Dimension.TIME)
        .title("Timeout", "超时")
        .doc("After how long a request is given up.", "请求超过多久即放弃。")
        .example("30 s"),
    quantity("budget", Dimension.MONEY)
        .title("Budget", "单次预算")
        .doc("The most that one request may cost.", "每个请求的费用上限。")
        .example("0.05 USD"),
    bool("approval")
        .title("Approval", "人工批准")
        .doc("Whether a person confirms calls that change something.", "有改动效果的调用是否须经人确认。")
        .example("true"),
    SafetyWords.SANDBOX
  };

  private static final Property PROGRAM_LANGUAGE =
      identifier("language")
          .title("Language", "程序语言")
          .doc("The programming language that is written and run.", "所编写并运行的程序语言。")
          .example("python");

  private static final Property LENGTH =
      quantity("length", Dimension.TOKENS)
          .bare()
          .title("Length", "长度")
          .doc("How many tokens are put before the question.", "放在问题之前的词元数。")
          .example("64k");

  static final WordList AUGMENTATION =
      closed("augment-method")
          .options(RAG)
          .add("rag", "Retrieves passages and puts them into the prompt.", "检索相关段落并放入提示词。")
          .options(TOOLS)
          .add("tools", "The model calls tools.", "模型调用工具。")
          .add("react", "The model reasons, acts and observes in turns.", "模型交替推理、行动与观察。")
          .options(SafetyWords.SANDBOX, PROGRAM_LANGUAGE)
          .add(
              "program-aided",
              "The model writes a program, whose result is the answer.",
              "模型编写程序，以运行结果作答。")
          .options(LENGTH)
          .add("long-context", "All documents stand in the prompt.", "把全部文档放入提示词。")
          .add("memory", "What was said before is kept and brought back.", "保存并调回以往的对话内容。")
          .build();

  private OtherMethods() {}
}
