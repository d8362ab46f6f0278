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
      closed("lora-variant").names("rslora dora pissa lora-plus").build();
  static final WordList GROUP_VARIANTS =
      closed("grpo-variant").names("dapo dr-grpo gspo cispo").build();
  static final WordList REINFORCE_VARIANTS = closed("reinforce-variant").names("plus-plus").build();
  static final WordList DPO_VARIANTS = closed("dpo-variant").names("robust hinge").build();
  static final WordList APO_VARIANTS = closed("apo-variant").names("zero down").build();

  private static final Property LAYERS = count("layers").example("4");
  private static final Property RANK = count("rank").example("16");
  private static final Property ALPHA = number("alpha").positive().example("32");
  private static final Property DROPOUT = share("dropout").example("5%");
  private static final Property TARGETS =
      word("targets", TrainingWords.TARGETS).many().example("all-linear");
  private static final Property TRAINABLE =
      word("trainable", TrainingWords.TARGETS).many().example("[embeddings, head]");
  private static final Property LORA_VARIANT = word("variant", LORA_VARIANTS).example("dora");
  private static final Property QLORA_FORMAT =
      word("format", ServingWords.QUANTIZATIONS).fallback("nf4").example("nf4");
  private static final Property DOUBLE_QUANT =
      bool("double-quant").fallback("true").example("true");
  private static final Property VIRTUAL_TOKENS = count("tokens").example("20");
  private static final Property BOTTLENECK = count("size").example("64");

  static final WordList WEIGHTS =
      closed("weights-method")
          .options(LAYERS)
          .names("full")
          .options(RANK, ALPHA, DROPOUT, TARGETS, TRAINABLE, LORA_VARIANT)
          .names("lora")
          .options(
              RANK, ALPHA, DROPOUT, TARGETS, TRAINABLE, LORA_VARIANT, QLORA_FORMAT, DOUBLE_QUANT)
          .names("qlora")
          .options(VIRTUAL_TOKENS)
          .names("prompt-tuning prefix-tuning p-tuning")
          .options()
          .names("ia3")
          .options(BOTTLENECK)
          .names("adapters")
          .build();

  private static final Property KL =
      number("kl").qualifiers(number("target").positive().example("6")).example("0.05");
  private static final Property GROUP_KL =
      number("kl")
          .fallback("0")
          .qualifiers(number("target").positive().example("6"))
          .example("0.04");
  private static final Property CLIP = number("clip").positive().example("0.2");
  private static final Property INNER_EPOCHS = count("epochs").example("4");
  private static final Property CRITIC =
      reference("critic", FlowType.REWARD, FlowType.MODEL)
          .qualifiers(ModelProperties.PARAMETERS, Qualifiers.COMPUTE)
          .example("helpfulness");
  private static final Property PTX =
      number("ptx")
          .qualifiers(reference("data", FlowType.DATASET).many().example("corpus"))
          .example("27.8");
  private static final Property GAMMA = number("gamma").between(0, 1).example("1");
  private static final Property LAMBDA = number("lambda").between(0, 1).example("0.95");
  private static final Property BETA = number("beta").positive().example("0.1");
  private static final Property NLL = number("nll").example("0.2");
  private static final Property NORMALIZED = bool("normalized").example("true");
  private static final Property SMOOTHING = number("smoothing").between(0, 0.5).example("0.1");
  private static final Property PRECOMPUTED = bool("precomputed").example("true");
  private static final Property ONLINE = bool("online").example("true");
  private static final Property ODDS_WEIGHT = number("beta").positive().example("0.1");
  private static final Property TARGET_MARGIN = number("gamma").example("1.0");
  private static final Property DESIRABLE = number("desirable").positive().example("1");
  private static final Property UNDESIRABLE = number("undesirable").positive().example("1.33");
  static final Property KEPT =
      either("keep", Qualifiers.SHARE, new Type.Number(true, 1, Double.POSITIVE_INFINITY))
          .example("1");

  static final WordList ALGORITHMS =
      closed("algorithm")
          .options(KL, CLIP, INNER_EPOCHS, CRITIC, PTX, GAMMA, LAMBDA)
          .names("ppo")
          .options(GROUP_KL, CLIP, INNER_EPOCHS, word("variant", GROUP_VARIANTS).example("dapo"))
          .names("grpo")
          .options(GROUP_KL, CLIP, INNER_EPOCHS)
          .names("rloo")
          .options(
              GROUP_KL,
              CLIP,
              INNER_EPOCHS,
              word("variant", REINFORCE_VARIANTS).example("plus-plus"))
          .names("reinforce")
          .options(
              BETA,
              NLL,
              NORMALIZED,
              SMOOTHING,
              PRECOMPUTED,
              ONLINE,
              word("variant", DPO_VARIANTS).example("robust"))
          .names("dpo")
          .options(BETA, NLL, NORMALIZED, PRECOMPUTED, ONLINE)
          .names("ipo")
          .options(BETA, NLL, NORMALIZED, SMOOTHING, ONLINE)
          .names("cpo")
          .options(
              BETA,
              NLL,
              NORMALIZED,
              PRECOMPUTED,
              ONLINE,
              word("variant", APO_VARIANTS).example("zero"))
          .names("apo")
          .options(BETA, TARGET_MARGIN)
          .names("simpo")
          .options(ODDS_WEIGHT)
          .names("orpo")
          .options(BETA, DESIRABLE, UNDESIRABLE, PRECOMPUTED)
          .names("kto")
          .options(KEPT)
          .names("rejection-sampling")
          .build();

  static final WordList SIGNALS = closed("signal").names("rlhf rlaif rlvr constitutional").build();

  static final WordList ALIGNMENT =
      closed("align-method").addAll(ALGORITHMS).addAll(SIGNALS).addAll(WEIGHTS).build();

  private TrainingMethods() {}
}
