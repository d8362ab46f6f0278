package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.metric;
import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.word;
import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/** How training runs. */
final class TrainingWords {

  static final WordList AIMS =
      open("aim")
          .add("task", "A particular task.", "某项具体任务。")
          .add("instruction-following", "To follow instructions in general.", "泛化地遵循指令。")
          .add("format", "To keep to an output format.", "遵守输出格式。")
          .add("style", "To write in a certain tone or voice.", "某种语气或文风。")
          .add("domain", "The language of a subject.", "某一领域的用语。")
          .add("language", "Another human language.", "另一种自然语言。")
          .add("facts", "Facts, for which retrieval is usually the better way.", "事实知识，通常用检索更合适。")
          .add("reasoning", "To think in steps before answering.", "先分步思考再作答。")
          .add("tools", "To call tools.", "调用工具。")
          .add("safety", "To refuse what is harmful, and only that.", "拒绝有害请求且不过度拒答。")
          .build();

  static final WordList OBJECTIVES =
      closed("objective")
          .add("causal-lm", "Predict the next token.", "预测下一个词元。")
          .add(
              "prefix-lm",
              "Read a prefix in both directions, then predict the next token.",
              "对前缀双向编码，再预测下一个词元。")
          .add("masked-lm", "Predict tokens that were masked.", "预测被遮盖的词元。")
          .add("span-corruption", "Restore spans that were removed, as T5.", "还原被删去的片段，如 T5。")
          .add(
              "fill-in-middle",
              "Fill the gap between a beginning and an end, as for code.",
              "根据前后文补全中间内容，常用于代码。")
          .add("multi-token", "Predict several tokens ahead at once.", "一次预测后续多个词元。")
          .build();

  static final WordList REWARD_OBJECTIVES =
      closed("reward-objective")
          .add(
              "bradley-terry",
              "The preferred answer of a pair gets the higher score.",
              "成对比较中较优的回答得分更高。")
          .add("plackett-luce", "Scores follow a ranking of several answers.", "得分符合多个回答的排序。")
          .add("regression", "Predict a rating.", "预测评分。")
          .add("classification", "Predict a class, such as toxic or not.", "预测类别，例如是否有毒。")
          .add("outcome", "Predict whether the final answer is right.", "预测最终答案是否正确。")
          .add("process", "Judge every step of a solution.", "评判解答的每一步。")
          .build();

  static final WordList MASTER_PRECISIONS =
      closed("master-precision")
          .add("fp32", "A 32-bit copy of the weights is kept.", "保留一份 32 位权重。")
          .add("bf16", "The optimizer works on bf16 weights.", "优化器直接使用 bf16 权重。")
          .add("fp16", "The optimizer works on fp16 weights.", "优化器直接使用 fp16 权重。")
          .add(
              "none",
              "No master copy: the working weights are updated themselves.",
              "没有主权重，直接更新工作权重。")
          .build();

  private static final Property MASTER =
      word("master", MASTER_PRECISIONS)
          .title("Master weights", "主权重")
          .doc(
              "Precision of the copy of the weights that the optimizer updates.", "优化器所更新的权重副本的精度。")
          .example("fp32");

  static final WordList PRECISIONS =
      closed("precision")
          .options(MASTER)
          .add(
              "bf16",
              "16-bit brain float, with the exponent range of fp32.",
              "16 位 bfloat16，指数范围与 fp32 相同。")
          .add(
              "fp16", "16-bit float, whose narrow range needs loss scaling.", "16 位浮点，范围较窄，需要损失缩放。")
          .add("fp32", "32-bit float.", "32 位浮点。")
          .add(
              "tf32",
              "32-bit storage with 19-bit multiplication on tensor cores.",
              "以 32 位存储、在张量核心上按 19 位相乘。")
          .add("fp8", "8-bit float, from Ada and Hopper on.", "8 位浮点，Ada 与 Hopper 起支持。")
          .add("fp4", "4-bit float, from Blackwell on.", "4 位浮点，Blackwell 起支持。")
          .add("int8", "8-bit integer.", "8 位整数。")
          .add("int4", "4-bit integer.", "4 位整数。")
          .add(
              "mixed",
              "16-bit computation with 32-bit master weights, the kind not being known.",
              "16 位计算加 32 位主权重，具体类型不明。")
          .build();

  private static final Property TO =
      share("to")
          .title("Final share", "终值比例")
          .doc("Learning rate at the end as a share of the peak.", "结束时的学习率占峰值的比例。")
          .example("10%");

  static final WordList SCHEDULES =
      closed("schedule")
          .add("constant", "The learning rate stays at its peak after the warmup.", "预热后学习率保持峰值不变。")
          .options(TO)
          .add("linear", "The learning rate falls in a straight line.", "学习率线性下降。")
          .add("cosine", "The learning rate falls along half a cosine wave.", "学习率按余弦曲线下降。")
          .add("wsd", "Warmup, a long stable phase, then a short decay.", "先预热，再长时间保持稳定，最后短暂衰减。")
          .add(
              "inverse-sqrt",
              "The learning rate falls with the square root of the step.",
              "学习率按步数平方根的倒数下降。")
          .add(
              "polynomial", "The learning rate falls as a power of what is left.", "学习率按剩余步数的幂次下降。")
          .build();

  static final WordList OPTIMIZERS =
      open("optimizer")
          .add(
              "adamw",
              "Adam with decoupled weight decay, two 32-bit states per parameter.",
              "带解耦权重衰减的 Adam，每个参数有两个 32 位状态。")
          .add("adamw-8bit", "AdamW with 8-bit states.", "8 位状态的 AdamW。")
          .add(
              "paged-adamw-8bit",
              "AdamW with 8-bit states that can be paged to host memory.",
              "8 位状态的 AdamW，可换页到主机内存。")
          .add(
              "adafactor",
              "Factored second moments, which saves most of the optimizer's memory.",
              "对二阶矩做因子分解，可省去优化器的大部分内存。")
          .add("lion", "One state per parameter, updates by sign.", "每个参数只有一个状态，按符号更新。")
          .add("sgd", "Stochastic gradient descent, with or without momentum.", "随机梯度下降，可带动量。")
          .add(
              "muon",
              "Orthogonalized momentum for matrices, another optimizer for the rest.",
              "对矩阵使用正交化动量，其余参数用其他优化器。")
          .build();

  static final WordList RECOMPUTE =
      closed("recompute")
          .add("none", "All activations are kept.", "保留全部激活值。")
          .add("selective", "Only the activations of attention are computed anew.", "只重算注意力部分的激活值。")
          .add("full", "Every layer is computed again in the backward pass.", "反向传播时重算每一层。")
          .build();

  static final WordList KERNELS =
      open("kernels")
          .add(
              "flash-attention",
              "Exact attention that never stores the whole score matrix.",
              "不存储完整得分矩阵的精确注意力。")
          .add(
              "ring-attention",
              "Attention over a sequence that is spread over devices.",
              "把序列分布到多张卡上计算的注意力。")
          .add(
              "fused-loss",
              "Output layer and loss in one pass, without storing all logits.",
              "输出层与损失融合计算，不存储全部 logits。")
          .add("paged-attention", "Attention over a cache that is kept in pages.", "基于分页缓存的注意力。")
          .build();

  private static final Property EOS =
      bool("eos")
          .title("End of sequence", "结束符")
          .doc("Whether the token that ends an answer is trained too.", "结束回答的词元是否也参与训练。")
          .example("true");

  static final WordList LOSS =
      closed("loss")
          .options(EOS)
          .add("all", "Every token counts, those of the prompt included.", "所有词元都计入，包括提示词部分。")
          .add("assistant", "Only what the assistant says counts, in every turn.", "只计入助手各轮的发言。")
          .add("answer", "Only the last answer counts.", "只计入最后的回答。")
          .build();

  private static final Property BY =
      metric("by")
          .title("By", "依据指标")
          .doc("The metric that decides which checkpoint is best.", "判定最佳检查点所依据的指标。")
          .example("reward");

  private static final Property LAST =
      count("last")
          .title("Last", "最近个数")
          .doc("How many of the last checkpoints are averaged.", "参与平均的最近检查点个数。")
          .example("5");

  static final WordList CHECKPOINTS =
      closed("checkpoint")
          .add("last", "The one at the end of training.", "训练结束时的检查点。")
          .options(BY)
          .add("best", "The best one by a metric on held-out data.", "在留出数据上指标最好的检查点。")
          .options(LAST)
          .add("average", "The mean of several checkpoints' weights.", "多个检查点权重的平均。")
          .build();

  private static final Property FACTOR =
      number("factor")
          .positive()
          .title("Factor", "倍数")
          .doc("How many times longer the window gets.", "窗口扩展的倍数。")
          .example("4");

  static final WordList SCALING =
      closed("scaling")
          .options(FACTOR)
          .add("linear", "All positions divided by the factor.", "所有位置除以同一倍数。")
          .add(
              "ntk",
              "The base of the rotation raised, so that near positions stay sharp.",
              "增大旋转基数，近处位置仍保持清晰。")
          .add(
              "yarn",
              "Frequencies scaled by parts, with a correction of the attention.",
              "按频段缩放频率，并修正注意力。")
          .add(
              "longrope",
              "A factor of its own for each frequency, found by search.",
              "通过搜索为每个频率确定各自的倍数。")
          .add(
              "llama3",
              "Low frequencies scaled, high ones kept, as in Llama 3.1.",
              "缩放低频、保留高频，同 Llama 3.1。")
          .build();

  static final WordList SHARDING =
      closed("shard")
          .add("none", "Every device holds all states.", "每张卡保存全部状态。")
          .add("zero-1", "Optimizer states are spread over the devices.", "优化器状态分片到各卡。")
          .add("zero-2", "Optimizer states and gradients are spread.", "优化器状态与梯度分片。")
          .add("zero-3", "Optimizer states, gradients and weights are spread.", "优化器状态、梯度与权重都分片。")
          .add("fsdp", "Fully sharded data parallelism, as zero-3.", "全分片数据并行，相当于 zero-3。")
          .add("hybrid", "Fully sharded inside a node, replicated between nodes.", "节点内全分片，节点间复制。")
          .build();

  static final WordList OFFLOAD =
      closed("offload")
          .add("optimizer", "Optimizer states lie in host memory.", "优化器状态放到主机内存。")
          .add("parameters", "Weights lie in host memory.", "权重放到主机内存。")
          .add("activations", "Saved activations lie in host memory.", "保存的激活值放到主机内存。")
          .add("cache", "The KV cache lies in host memory.", "KV 缓存放到主机内存。")
          .build();

  private static final Property BUDGET =
      quantity("budget", Dimension.TOKENS)
          .bare()
          .title("Budget", "思考预算")
          .doc("Most tokens that thinking may take.", "思考最多可用的词元数。")
          .example("4k");

  static final WordList THINKING =
      closed("thinking")
          .options(BUDGET)
          .add("keep", "Thinking tokens stay in the text that goes on.", "思考词元保留在后续文本中。")
          .add("strip", "Thinking tokens are written and then removed.", "先产生思考词元，再将其去除。")
          .options()
          .add("off", "The model does not think.", "模型不思考。")
          .build();

  static final WordList TARGETS =
      open("targets")
          .add("all-linear", "All linear layers but the output layer.", "除输出层外的所有线性层。")
          .add("attention", "The projections of attention: q, k, v and o.", "注意力的 q、k、v、o 投影。")
          .add("q", "The query projection.", "查询投影。")
          .add("k", "The key projection.", "键投影。")
          .add("v", "The value projection.", "值投影。")
          .add("o", "The output projection of attention.", "注意力的输出投影。")
          .add("gate", "The gate projection of the feed-forward block.", "前馈层的门控投影。")
          .add("up", "The up projection of the feed-forward block.", "前馈层的上投影。")
          .add("down", "The down projection of the feed-forward block.", "前馈层的下投影。")
          .add("embeddings", "The token embeddings.", "词嵌入层。")
          .add("head", "The output layer over the vocabulary.", "词表输出层。")
          .build();

  static final WordList FILTERS =
      open("filter")
          .add("pass-rate", "Prompts left out that are always or never solved.", "去掉总能或总不能做对的提示词。")
          .add(
              "dynamic-sampling",
              "Groups drawn again whose answers all score the same.",
              "组内得分全相同时重新采样。")
          .add("curriculum", "Easy prompts first, harder ones later.", "由易到难安排提示词。")
          .add("overlong", "Answers that were cut off count less or not at all.", "被截断的回答降权或不计入。")
          .build();

  private TrainingWords() {}
}
