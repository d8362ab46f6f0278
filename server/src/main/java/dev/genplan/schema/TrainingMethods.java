package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.either;
import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.word;
import static dev.genplan.schema.WordListBuilder.closed;

/** Methods that change weights: which of them are trained, by which algorithm, on which signal. */
final class TrainingMethods {

  static final WordList LORA_VARIANTS =
      closed("lora-variant")
          .add(
              "rslora",
              "Scaled by the square root of the rank, so that high ranks learn.",
              "按秩的平方根缩放，使高秩也能有效学习。")
          .add("dora", "Magnitude and direction of the weights trained apart.", "把权重分解为幅值和方向分别训练。")
          .add("pissa", "Begins with the principal parts of the weights.", "用权重的主成分初始化。")
          .add("lora-plus", "A higher learning rate for the second matrix.", "第二个矩阵使用更高的学习率。")
          .build();

  static final WordList GRPO_VARIANTS =
      closed("grpo-variant")
          .add(
              "dapo",
              "Clips higher above than below, draws groups again that teach nothing, and averages by token.",
              "上裁剪更宽，重采无信号的组，并按词元平均。")
          .add(
              "dr-grpo",
              "Without the divisions by length and by spread that bias GRPO.",
              "去掉导致偏差的长度与标准差归一化。")
          .add("gspo", "Ratio and clipping by sequence, not by token.", "按序列而非词元计算比值并裁剪。")
          .add(
              "cispo",
              "Clips the weights of importance sampling and keeps every token's gradient.",
              "裁剪重要性采样权重，保留所有词元的梯度。")
          .build();

  static final WordList REINFORCE_VARIANTS =
      closed("reinforce-variant")
          .add(
              "plus-plus",
              "REINFORCE++: a KL penalty per token and advantages normalized over the batch.",
              "REINFORCE++：逐词元 KL 惩罚，优势在批内归一化。")
          .build();

  static final WordList DPO_VARIANTS =
      closed("dpo-variant")
          .add("robust", "Corrects for a known share of wrong labels.", "针对已知的错标比例做校正。")
          .add("hinge", "A hinge loss instead of the logistic one.", "用铰链损失代替逻辑损失。")
          .build();

  static final WordList APO_VARIANTS =
      closed("apo-variant")
          .add("zero", "Raises the chosen answer and lowers the rejected one.", "提高被选回答并降低被拒回答的概率。")
          .add(
              "down",
              "Lowers both, the rejected answer more, for when the model is better than the data.",
              "两者都降低、被拒回答降得更多，适合模型优于数据时。")
          .build();

  private static final Property LAYERS =
      count("layers")
          .title("Layers", "可训层数")
          .doc("Trains only that many layers, counted from the last.", "只训练最后若干层。")
          .example("4");

  private static final Property[] LORA = {
    count("rank")
        .title("Rank", "秩")
        .doc("Inner dimension of the low-rank matrices.", "低秩矩阵的内部维度。")
        .example("16"),
    number("alpha")
        .positive()
        .title("Alpha", "缩放系数")
        .doc("Scales the update, by alpha over rank.", "更新量按 alpha 除以秩缩放。")
        .example("32"),
    share("dropout")
        .title("Dropout", "随机丢弃率")
        .doc("Share of the inputs that is left out in training.", "训练时随机丢弃的输入比例。")
        .example("5%"),
    word("targets", TrainingWords.TARGETS)
        .many()
        .title("Targets", "目标模块")
        .doc("The layers that get low-rank matrices.", "添加低秩矩阵的层。")
        .example("all-linear"),
    word("trainable", TrainingWords.TARGETS)
        .many()
        .title("Trained in full", "额外全量训练的模块")
        .doc("Layers that are trained in full besides.", "额外做全量训练的层。")
        .example("[embeddings, head]"),
    word("variant", LORA_VARIANTS)
        .title("Variant", "变体")
        .doc("Which form of LoRA.", "LoRA 的具体形式。")
        .example("dora")
  };

  private static final Property[] QUANTIZED = {
    word("format", ServingWords.QUANTIZATIONS)
        .fallback("nf4")
        .title("Format", "量化格式")
        .doc("Number format of the frozen weights.", "冻结权重所用的数值格式。")
        .example("nf4"),
    bool("double-quant")
        .fallback("true")
        .title("Double quantization", "双重量化")
        .doc("Whether the scales are quantized too.", "缩放因子是否也做量化。")
        .example("true")
  };

  private static final Property VIRTUAL_TOKENS =
      count("tokens")
          .title("Virtual tokens", "虚拟词元数")
          .doc("How many trained vectors stand before the input.", "输入前添加的可训练向量个数。")
          .example("20");

  private static final Property BOTTLENECK =
      count("size")
          .title("Bottleneck size", "瓶颈维度")
          .doc("Inner dimension of the adapter layers.", "适配器层的内部维度。")
          .example("64");

  static final WordList WEIGHTS =
      closed("weights-method")
          .options(LAYERS)
          .add("full", "Trains all weights.", "训练全部权重。")
          .options(LORA)
          .add("lora", "Trains low-rank matrices beside frozen weights.", "冻结原权重，只训练旁路的低秩矩阵。")
          .options(LORA)
          .moreOptions(QUANTIZED)
          .add("qlora", "LoRA over weights that are kept in 4 bits.", "在 4 位量化权重上做 LoRA。")
          .options(VIRTUAL_TOKENS)
          .add("prompt-tuning", "Trains vectors that stand before the input.", "只训练加在输入前的向量。")
          .add(
              "prefix-tuning",
              "Trains keys and values that stand before each layer's.",
              "训练加在每一层之前的键和值。")
          .add(
              "p-tuning", "Trains vectors in the input through a small network.", "通过小型网络训练输入中的向量。")
          .options()
          .add("ia3", "Trains one factor for each activation.", "为每个激活训练一个缩放系数。")
          .options(BOTTLENECK)
          .add(
              "adapters",
              "Trains small layers that are put between the others.",
              "训练插入各层之间的小型适配器层。")
          .build();

  private static final Property KL_TARGET =
      number("target")
          .positive()
          .title("Target", "目标值")
          .doc("The divergence that an adaptive coefficient aims at.", "自适应系数所追求的散度。")
          .example("6");

  private static final Property KL = kl().example("0.05");
  private static final Property GROUP_KL = kl().fallback("0").example("0.04");

  private static final Property CLIP =
      number("clip")
          .positive()
          .title("Clipping range", "裁剪范围")
          .doc("How far the ratio of new to old probability may move from 1.", "新旧概率之比允许偏离 1 的幅度。")
          .example("0.2");

  private static final Property INNER_EPOCHS =
      count("epochs")
          .title("Inner epochs", "内层轮数")
          .doc("Passes over each batch of rollouts.", "每批采样数据重复训练的轮数。")
          .example("4");

  private static final Property CRITIC =
      reference("critic", FlowType.REWARD, FlowType.MODEL)
          .qualifiers(ModelProperties.PARAMETERS, Qualifiers.COMPUTE)
          .title("Critic", "价值模型")
          .doc("The model from which the value model starts.", "价值模型的初始化来源。")
          .example("helpfulness");

  private static final Property PTX =
      number("ptx")
          .qualifiers(
              reference("data", FlowType.DATASET)
                  .many()
                  .title("Data", "混合数据")
                  .doc("The pretraining text that is mixed in.", "混入的预训练文本。")
                  .example("corpus"))
          .title("Pretraining mix", "预训练混合系数")
          .doc("Weight of the pretraining loss that is mixed in.", "混入的预训练损失的权重。")
          .example("27.8");

  private static final Property DISCOUNT =
      number("gamma")
          .between(0, 1)
          .title("Discount", "折扣因子")
          .doc("How much later rewards count.", "后续奖励的折扣。")
          .example("1");

  private static final Property LAMBDA =
      number("lambda")
          .between(0, 1)
          .title("Lambda", "GAE 系数")
          .doc("Trades bias for variance in the estimate of advantages.", "在优势估计中权衡偏差与方差。")
          .example("0.95");

  private static final Property BETA =
      number("beta")
          .positive()
          .title("Beta", "偏离惩罚系数")
          .doc("How strongly the policy is held to where it started.", "约束策略偏离起点的强度。")
          .example("0.1");

  private static final Property LIKELIHOOD =
      number("nll")
          .title("Likelihood weight", "似然损失权重")
          .doc("Weight of the likelihood of the chosen answer that is added.", "附加的被选回答似然损失的权重。")
          .example("0.2");

  private static final Property NORMALIZED =
      bool("normalized")
          .title("Length-normalized", "长度归一化")
          .doc("Whether log-probabilities are divided by length.", "对数概率是否除以长度。")
          .example("true");

  private static final Property SMOOTHING =
      number("smoothing")
          .between(0, 0.5)
          .title("Label smoothing", "标签平滑")
          .doc("Share of the labels that is taken to be wrong.", "假定为错误的标签比例。")
          .example("0.1");

  private static final Property PRECOMPUTED =
      bool("precomputed")
          .title("Precomputed", "预计算参考概率")
          .doc("Whether the reference's probabilities are computed beforehand.", "是否预先算好参考模型的概率。")
          .example("true");

  private static final Property ONLINE =
      bool("online")
          .title("Online", "在线采样")
          .doc("Whether pairs are drawn from the policy while it trains.", "训练过程中是否由策略实时生成成对样本。")
          .example("true");

  private static final Property SIMPO_MARGIN =
      number("gamma")
          .title("Target margin", "目标间隔")
          .doc("By how much the chosen answer shall be ahead.", "被选回答应领先的幅度。")
          .example("1.0");

  private static final Property ODDS_WEIGHT =
      number("beta")
          .positive()
          .title("Odds weight", "比值损失权重")
          .doc(
              "Weight of the odds ratio beside the likelihood, λ in the paper.",
              "比值项相对似然的权重，即论文中的 λ。")
          .example("0.1");

  private static final Property DESIRABLE =
      number("desirable")
          .positive()
          .title("Desirable weight", "正样本权重")
          .doc("Weight of the good answers.", "好回答的权重。")
          .example("1");

  private static final Property UNDESIRABLE =
      number("undesirable")
          .positive()
          .title("Undesirable weight", "负样本权重")
          .doc("Weight of the bad answers.", "差回答的权重。")
          .example("1.33");

  static final Property KEPT =
      either("keep", Qualifiers.SHARE, new Type.Number(true, 1, Double.POSITIVE_INFINITY))
          .title("Kept", "保留数")
          .doc("How many of the answers to a prompt are kept, or which share.", "每个提示词保留的回答个数或比例。")
          .example("1");

  static final WordList ALGORITHMS =
      closed("algorithm")
          .options(KL, CLIP, INNER_EPOCHS, CRITIC, PTX, DISCOUNT, LAMBDA)
          .add("ppo", "Proximal policy optimization, with a value model.", "近端策略优化，需要价值模型。")
          .options(GROUP_KL, CLIP, INNER_EPOCHS, variant(GRPO_VARIANTS, "GRPO", "dapo"))
          .add(
              "grpo",
              "Group relative policy optimization: answers to a prompt are scored against each other.",
              "组相对策略优化：同一提示词的多个回答互相比较得分。")
          .options(GROUP_KL, CLIP, INNER_EPOCHS)
          .add(
              "rloo",
              "REINFORCE with the mean of the other answers as baseline.",
              "以其余回答的均值为基线的 REINFORCE。")
          .options(
              GROUP_KL, CLIP, INNER_EPOCHS, variant(REINFORCE_VARIANTS, "REINFORCE", "plus-plus"))
          .add("reinforce", "Policy gradient with a simple baseline.", "带简单基线的策略梯度。")
          .options(
              BETA,
              LIKELIHOOD,
              NORMALIZED,
              SMOOTHING,
              PRECOMPUTED,
              ONLINE,
              variant(DPO_VARIANTS, "DPO", "robust"))
          .add(
              "dpo",
              "Direct preference optimization: learns from pairs, without a reward model.",
              "直接偏好优化：直接从成对偏好学习，无需奖励模型。")
          .options(BETA, LIKELIHOOD, NORMALIZED, PRECOMPUTED, ONLINE)
          .add(
              "ipo",
              "As DPO, with a squared loss that does not overfit certain preferences.",
              "类似 DPO，采用平方损失以避免对确定偏好过拟合。")
          .options(BETA, LIKELIHOOD, NORMALIZED, SMOOTHING, ONLINE)
          .add(
              "cpo",
              "Contrastive preference optimization, without a reference model.",
              "对比偏好优化，无需参考模型。")
          .options(
              BETA,
              LIKELIHOOD,
              NORMALIZED,
              PRECOMPUTED,
              ONLINE,
              variant(APO_VARIANTS, "APO", "zero"))
          .add(
              "apo",
              "Anchored preference optimization, which fixes in which direction each answer moves.",
              "锚定偏好优化，固定每个回答概率的移动方向。")
          .options(BETA, SIMPO_MARGIN)
          .add(
              "simpo",
              "Length-normalized preferences with a margin, without a reference model.",
              "带间隔的长度归一化偏好优化，无需参考模型。")
          .options(ODDS_WEIGHT)
          .add(
              "orpo",
              "Likelihood and odds ratio in one loss, without a reference model.",
              "似然与比值合为一个损失，无需参考模型。")
          .options(BETA, DESIRABLE, UNDESIRABLE, PRECOMPUTED)
          .add("kto", "Learns from single answers labeled good or bad.", "从单条标注好坏的回答中学习。")
          .options(KEPT)
          .add(
              "rejection-sampling",
              "Draws several answers, keeps the best and fine-tunes on them.",
              "采样多个回答，保留最好的用于微调。")
          .build();

  static final WordList SIGNALS =
      closed("signal")
          .add("rlhf", "The reward comes from people's preferences.", "奖励来自人类偏好。")
          .add("rlaif", "The reward comes from the preferences of a model.", "奖励来自模型的偏好。")
          .add("rlvr", "The reward comes from a program that checks answers.", "奖励来自核验答案的程序。")
          .add(
              "constitutional",
              "A model criticizes and corrects by written principles.",
              "模型依据书面准则自我批评与修正。")
          .build();

  static final WordList ALIGNMENT =
      closed("align-method").addAll(ALGORITHMS).addAll(SIGNALS).addAll(WEIGHTS).build();

  private TrainingMethods() {}

  private static PropertyBuilder kl() {
    return number("kl")
        .qualifiers(KL_TARGET)
        .title("KL coefficient", "KL 系数")
        .doc("Weight of the penalty for moving away from the reference.", "偏离参考模型的惩罚权重。");
  }

  private static Property variant(WordList words, String method, String example) {
    return word("variant", words)
        .title("Variant", "变体")
        .doc("Which form of ".concat(method).concat("."), method.concat(" 的具体形式。"))
        .example(example);
  }
}
