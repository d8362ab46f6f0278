package dev.genplan.rules;

import dev.genplan.text.Localized;
import java.util.List;

/** Rules that have been thought of and are not there, with the reason. */
final class UnbuiltRules {

  /**
   * Rules that are missing for one reason.
   *
   * @param ids the names they have or would have
   */
  record Group(Localized reason, List<String> ids) {}

  /** Rules that others might expect, and why they would be wrong. */
  record Misfire(Localized rule, Localized reason) {}

  static final List<Group> LATER =
      List.of(
          group(
              "The language says it: a needed property, a name or a unit is missing",
              "语言检查已会指出：缺少必填属性、名称或单位",
              "train-without-base",
              "teacher-missing",
              "prompt-tuning-without-data",
              "unknown-reference",
              "unit-missing"),
          group(
              "Cannot occur: every stage names the model that it works on",
              "不会出现：每个阶段都写明所用的模型",
              "ambiguous-origin"),
          group(
              "It is `evaluated-not-deployed`, which compares prompts by what they say",
              "即 `evaluated-not-deployed`，它会比较提示词的内容",
              "system-prompt-mismatch"),
          group(
              "Every engine whose makers say anything about it serves several adapters",
              "凡有相关说明的推理引擎都支持多个适配器",
              "multi-lora-unsupported"),
          group("It is `unused-declaration`", "即 `unused-declaration`", "dead-artifact"),
          group(
              "It is `train-eval-overlap`, which follows prompts as well",
              "即 `train-eval-overlap`，它也会追踪提示词集",
              "rl-prompt-leak"),
          group(
              "Needs an estimate of memory, duration or throughput",
              "需要显存、时长或吞吐的估算",
              "memory-lower-bound-exceeded",
              "memory-likely-exceeded",
              "weights-only-budget",
              "lora-activations-forgotten",
              "rlhf-models-uncounted",
              "rollout-time-ignored",
              "kv-cache-exceeds",
              "time-vs-flops",
              "recompute-time-uncounted",
              "qlora-when-lora-fits",
              "full-when-only-peft-fits",
              "offload-slowdown",
              "scaling-past-knee",
              "latency-unlikely",
              "duration-optimistic"),
          group(
              "It is `accelerator-hours-arithmetic`",
              "即 `accelerator-hours-arithmetic`",
              "gpu-hours-arithmetic"),
          group(
              "A plan does not state the vocabulary of a tokenizer, and names of tokenizers say nothing",
              "计划不写明分词器的词表，而分词器的名称说明不了什么",
              "tokenizer-mismatch"),
          group(
              "Reward models are called on text, so that their tokens do not have to agree",
              "奖励模型以文本调用，词元不必一致",
              "reward-policy-vocab"),
          group(
              "Would fire on nearly every plan, good ones included",
              "几乎每份计划都会触发，包括好的计划",
              "unpinned-revision",
              "loss-mask-unstated",
              "checkpoint-rule-missing",
              "thinking-tokens-unhandled"),
          group(
              "A plan does not say what else a model is used for, or what an allowance contains",
              "计划不写明模型还用于何处，或余量中包含什么",
              "forgetting-unchecked",
              "safety-data-dropped",
              "goodput-one"),
          group(
              "The catalog does not know which licenses exclude each other",
              "目录中没有许可证之间是否冲突的信息",
              "license-merge-conflict"));

  static final List<Misfire> NEVER =
      List.of(
          misfire(
              "Reinforcement learning needs a reward model",
              "强化学习必须有奖励模型",
              "Verifiers, rules and judges give rewards as well, and the DPO family needs none.",
              "验证器、规则和裁判模型同样能给出奖励，DPO 一族则不需要奖励。"),
          misfire(
              "Reinforcement learning needs a KL term",
              "强化学习必须有 KL 项",
              "With verifiable rewards it is commonly 0, TRL's default for GRPO; DAPO drops it.",
              "奖励可验证时通常为 0，TRL 中 GRPO 的默认值即为 0；DAPO 不使用它。"),
          misfire(
              "Supervised fine-tuning must come before reinforcement learning",
              "强化学习之前必须先做监督微调",
              "ORPO contains it, R1-Zero starts from a base model, and instruct models have had it.",
              "ORPO 本身包含监督项，R1-Zero 从基座模型出发，而指令模型已经做过监督微调。"),
          misfire(
              "Quantize only at the end",
              "只能在最后量化",
              "QLoRA and quantization-aware training quantize first, on purpose.",
              "QLoRA 和量化感知训练有意先量化。"),
          misfire(
              "More than 3 epochs is overfitting",
              "超过 3 轮就是过拟合",
              "InstructGPT's fine-tune took 16, LIMA's 15, that of s1 5.",
              "InstructGPT 的监督微调用了 16 轮，LIMA 用了 15 轮，s1 用了 5 轮。"),
          misfire(
              "A LoRA rank below 8 is too small",
              "LoRA 的秩不能小于 8",
              "Reinforcement learning works with rank 1.",
              "强化学习用秩 1 也可行。"),
          misfire(
              "LoRA's alpha should be twice the rank",
              "LoRA 的 alpha 应为秩的两倍",
              "QLoRA used rank 64 with alpha 16.",
              "QLoRA 用的是秩 64、alpha 16。"),
          misfire(
              "At least 1,000 examples",
              "至少 1,000 条样本",
              "It depends on the goal: a format is learned from far fewer.",
              "取决于目标：学习输出格式所需的样本少得多。"),
          misfire(
              "At most 20 tokens per parameter",
              "每个参数最多 20 个词元",
              "Small models that are served a lot are trained on 1,000 to 4,000 on purpose.",
              "大量部署的小模型有意训练到每参数 1,000 至 4,000 个词元。"),
          misfire(
              "A model FLOPs utilization of 40 to 50% is normal",
              "40% 至 50% 的算力利用率才正常",
              "Whole runs reach less: restarts, evaluation and data count as well.",
              "完整的训练达不到：重启、评测和数据读取都要算在内。"),
          misfire(
              "Prompt tuning is the lightest way to tune",
              "提示词微调是最轻的微调方式",
              "In parameters only; with 200 virtual tokens it can be slower than LoRA.",
              "只是参数最少；虚拟词元有 200 个时可能比 LoRA 更慢。"),
          misfire(
              "Precomputed reference probabilities save memory",
              "预先计算参考概率可以节省显存",
              "Not at the peak of every run; measurements disagree.",
              "并非每次训练的峰值都会降低；已有的测量结果不一致。"),
          misfire(
              "Open weights carry no legal duty",
              "开放权重没有法律义务",
              "Licenses ask for names and notices, and the EU AI Act for documents.",
              "许可证要求署名和声明，欧盟《人工智能法》要求文档。"),
          misfire(
              "The same tokenizer class is the same tokenizer",
              "分词器类相同就是同一个分词器",
              "Vocabulary, added tokens and template decide.",
              "起决定作用的是词表、新增词元和对话模板。"));

  private UnbuiltRules() {}

  private static Misfire misfire(String rule, String ruleZh, String reason, String reasonZh) {
    return new Misfire(Localized.of(rule, ruleZh), Localized.of(reason, reasonZh));
  }

  static Group group(String en, String zh, String... ids) {
    return new Group(Localized.of(en, zh), List.of(ids));
  }
}
