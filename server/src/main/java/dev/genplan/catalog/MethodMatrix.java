package dev.genplan.catalog;

import static dev.genplan.catalog.MethodRequirement.Scorer.JUDGE;
import static dev.genplan.catalog.MethodRequirement.Scorer.REWARD;
import static dev.genplan.catalog.MethodRequirement.Scorer.VERIFIER;

import dev.genplan.catalog.MethodRequirement.Critic;
import dev.genplan.catalog.MethodRequirement.Family;
import dev.genplan.catalog.MethodRequirement.Labels;
import dev.genplan.catalog.MethodRequirement.Reference;
import dev.genplan.catalog.MethodRequirement.Resident;
import dev.genplan.catalog.MethodRequirement.Rollouts;
import dev.genplan.catalog.MethodRequirement.Scorer;
import dev.genplan.catalog.MethodRequirement.Teacher;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What each way of training needs. Rules, completion, hover and the documentation share it.
 *
 * <p>Of several methods that act together, the algorithm's row counts, and a signal beside it
 * narrows down what gives the reward; the row of a weights word such as {@code lora} counts only
 * where it stands alone.
 */
public final class MethodMatrix {

  private static final Localized SFT = Localized.of("a supervised fine-tune", "监督微调后的模型");
  private static final Localized BASE = Localized.of("a base model", "基座模型");
  private static final Localized EITHER =
      Localized.of("a supervised fine-tune or a base model", "监督微调后的模型或基座模型");

  private static final List<MethodRequirement> ALL =
      List.of(
          row(Family.SUPERVISED, "full", "lora", "qlora", "ia3", "adapters")
              .title("supervised fine-tuning", "监督微调")
              .startsFromBase(BASE)
              .from(Source.of("InstructGPT, arXiv:2203.02155, §3.5")),
          row(Family.SOFT_PROMPT, "prompt-tuning", "prefix-tuning", "p-tuning")
              .title("soft-prompt tuning", "软提示微调")
              .startsFromBase(
                  Localized.of(
                      "a frozen base model, best of 10B parameters or more", "冻结的基座模型，最好不小于 10B"))
              .from(Source.of("Lester et al., arXiv:2104.08691")),
          row(Family.REWARD_MODELING, "bradley-terry", "plackett-luce")
              .title("reward modeling", "奖励建模")
              .labels(Labels.PAIRS)
              .from(Source.of("InstructGPT, arXiv:2203.02155, §3.5")),
          row(Family.REWARD_MODELING, "regression", "classification", "outcome")
              .title("pointwise reward modeling", "逐条奖励建模")
              .labels(Labels.ANSWER_LABELS)
              .from(Source.of("Cobbe et al., arXiv:2110.14168; HelpSteer2, arXiv:2406.08673")),
          row(Family.REWARD_MODELING, "process")
              .title("process reward modeling", "过程奖励建模")
              .labels(Labels.STEP_LABELS)
              .from(Source.of("Lightman et al., arXiv:2305.20050")),
          row(Family.POLICY_GRADIENT, "ppo")
              .title("PPO", "PPO")
              .scorers(REWARD, VERIFIER, JUDGE)
              .reference(Reference.IF_KL)
              .critic(Critic.REQUIRED)
              .rollouts(Rollouts.ONLINE, 1)
              .resident(2, 4)
              .from(Source.of("InstructGPT, arXiv:2203.02155; TRL PPOTrainer @f2cd577")),
          row(Family.POLICY_GRADIENT, "reinforce")
              .title("REINFORCE", "REINFORCE")
              .scorers(REWARD, VERIFIER, JUDGE)
              .reference(Reference.IF_KL)
              .rollouts(Rollouts.ONLINE, 1)
              .resident(1, 3)
              .from(Source.of("Ahmadian et al., arXiv:2402.14740")),
          row(Family.POLICY_GRADIENT, "rloo")
              .title("RLOO", "RLOO")
              .scorers(REWARD, VERIFIER, JUDGE)
              .reference(Reference.IF_KL)
              .rollouts(Rollouts.ONLINE, 2)
              .resident(1, 3)
              .from(Source.of("Ahmadian et al., arXiv:2402.14740; TRL RLOOTrainer @f2cd577")),
          row(Family.POLICY_GRADIENT, "grpo")
              .title("GRPO", "GRPO")
              .scorers(REWARD, VERIFIER, JUDGE)
              .reference(Reference.IF_KL)
              .rollouts(Rollouts.ONLINE, 2)
              .startsFromBase(EITHER)
              .resident(1, 3)
              .from(Source.of("DeepSeekMath, arXiv:2402.03300; TRL GRPOTrainer @f2cd577")),
          row(Family.SIGNAL, "rlhf")
              .title("RLHF", "RLHF")
              .scorers(REWARD)
              .reference(Reference.IF_KL)
              .critic(Critic.BY_ALGORITHM)
              .rollouts(Rollouts.ONLINE, 1)
              .resident(2, 4)
              .from(Source.of("InstructGPT, arXiv:2203.02155")),
          row(Family.SIGNAL, "rlvr")
              .title("reinforcement learning with verifiable rewards", "可验证奖励强化学习")
              .scorers(VERIFIER)
              .reference(Reference.IF_KL)
              .critic(Critic.BY_ALGORITHM)
              .rollouts(Rollouts.ONLINE, 1)
              .startsFromBase(EITHER)
              .resident(1, 3)
              .from(Source.of("Tülu 3, arXiv:2411.15124, §6; DeepSeek-R1, arXiv:2501.12948")),
          row(Family.SIGNAL, "rlaif")
              .title("RLAIF", "RLAIF")
              .labels(Labels.PAIRS_FROM_AI)
              .scorers(REWARD, JUDGE)
              .principles()
              .reference(Reference.IF_KL)
              .critic(Critic.BY_ALGORITHM)
              .rollouts(Rollouts.ONLINE, 1)
              .start("the model of the supervised phase", "监督阶段得到的模型")
              .resident(2, 4)
              .from(Source.of("Constitutional AI, arXiv:2212.08073, §4")),
          row(Family.SIGNAL, "constitutional")
              .title("constitutional AI, supervised phase", "宪法式 AI（监督阶段）")
              .scorers(JUDGE)
              .principles()
              .rollouts(Rollouts.OFFLINE, 1)
              .start("a helpful model", "已具备有用性的模型")
              .from(Source.of("Constitutional AI, arXiv:2212.08073, §3")),
          row(Family.PREFERENCE, "dpo", "ipo")
              .title("direct preference optimization", "直接偏好优化")
              .labels(Labels.PAIRS)
              .reference(Reference.REQUIRED)
              .resident(1, 2)
              .from(
                  Source.of(
                      "DPO, arXiv:2305.18290; IPO, arXiv:2310.12036; TRL DPOTrainer @f2cd577")),
          row(Family.PREFERENCE, "dpo", "ipo", "apo")
              .form("online")
              .title("online preference optimization", "在线偏好优化")
              .labels(Labels.PAIRS_FROM_ROLLOUTS)
              .scorers(REWARD, VERIFIER, JUDGE)
              .reference(Reference.REQUIRED)
              .rollouts(Rollouts.ONLINE, 2)
              .resident(2, 3)
              .from(Source.of("Guo et al., arXiv:2402.04792; TRL OnlineDPOTrainer @f2cd577")),
          row(Family.PREFERENCE, "cpo")
              .form("online")
              .title("online preference optimization without reference", "无参考在线偏好优化")
              .labels(Labels.PAIRS_FROM_ROLLOUTS)
              .scorers(REWARD, VERIFIER, JUDGE)
              .rollouts(Rollouts.ONLINE, 2)
              .resident(1, 2)
              .from(Source.of("CPO, arXiv:2401.08417; Guo et al., arXiv:2402.04792")),
          row(Family.PREFERENCE, "orpo")
              .title("ORPO", "ORPO")
              .labels(Labels.PAIRS)
              .startsFromBase(EITHER)
              .from(Source.of("ORPO, arXiv:2403.07691")),
          row(Family.PREFERENCE, "simpo", "cpo")
              .title("reference-free preference optimization", "无参考偏好优化")
              .labels(Labels.PAIRS)
              .from(Source.of("SimPO, arXiv:2405.14734; CPO, arXiv:2401.08417")),
          row(Family.PREFERENCE, "kto")
              .title("KTO", "KTO")
              .labels(Labels.BOTH_LABELS)
              .reference(Reference.REQUIRED)
              .resident(2, 2)
              .from(Source.of("KTO, arXiv:2402.01306; TRL KTOTrainer @f2cd577")),
          row(Family.PREFERENCE, "apo")
              .title("APO", "APO")
              .labels(Labels.PAIRS)
              .reference(Reference.REQUIRED)
              .resident(2, 2)
              .from(Source.of("APO, arXiv:2408.06266")),
          row(Family.SELECTION, "rejection-sampling")
              .title("rejection sampling", "拒绝采样")
              .scorers(REWARD, VERIFIER, JUDGE)
              .rollouts(Rollouts.OFFLINE, 1)
              .from(Source.of("Llama 2, arXiv:2307.09288, §3.2.3")),
          row(Family.DISTILLATION, "distill")
              .title("distillation", "蒸馏")
              .teacher(Teacher.ANY)
              .startsFromBase(BASE)
              .resident(1, 2)
              .from(Source.of("Hinton et al., arXiv:1503.02531")),
          row(Family.DISTILLATION, "distill")
              .form("self")
              .title("self-distillation", "自蒸馏")
              .startsFromBase(EITHER)
              .from(Source.of("Furlanello et al., arXiv:1805.04770")),
          row(Family.DISTILLATION, "distill")
              .form("logits")
              .title("logit distillation", "logits 蒸馏")
              .teacher(Teacher.SAME_VOCABULARY)
              .startsFromBase(Localized.of("a base or a pruned model", "基座模型或剪枝后的模型"))
              .resident(2, 2)
              .from(Source.of("GKD, arXiv:2306.13649; DistilBERT, arXiv:1910.01108")),
          row(Family.DISTILLATION, "distill")
              .form("sequence")
              .title("sequence distillation", "序列蒸馏")
              .teacher(Teacher.ANY)
              .startsFromBase(BASE)
              .from(Source.of("Kim and Rush, arXiv:1606.07947")));

  private MethodMatrix() {}

  /** All rows, in the order of the life cycle. */
  public static List<MethodRequirement> all() {
    return ALL;
  }

  /**
   * What a method needs.
   *
   * @param word a method word of the schema
   * @return empty for a word that trains nothing
   */
  public static Optional<MethodRequirement> find(String word) {
    for (MethodRequirement row : ALL) {
      if (row.form().isEmpty() && row.words().contains(word)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /**
   * What a method needs in one of its forms.
   *
   * @param form its variant, or {@code online}; one that has no row of its own needs what the word
   *     needs
   */
  public static Optional<MethodRequirement> find(String word, String form) {
    for (MethodRequirement row : ALL) {
      if (row.form().equals(Optional.of(form)) && row.words().contains(word)) {
        return Optional.of(row);
      }
    }
    return find(word);
  }

  private static Row row(Family family, String... words) {
    return new Row(family, List.of(words));
  }

  /** A row that needs nothing but a fine-tuned model to start from, until it is told otherwise. */
  private static final class Row {
    private final Family family;
    private final List<String> words;
    private Optional<String> form = Optional.empty();
    private Localized title = Localized.same("");
    private Labels labels = Labels.NONE;
    private Set<Scorer> scorers = Set.of();
    private boolean principles;
    private Teacher teacher = Teacher.NONE;
    private Reference reference = Reference.NONE;
    private Critic critic = Critic.NONE;
    private Rollouts rollouts = Rollouts.NONE;
    private int minimumAnswers = 1;
    private Localized start = SFT;
    private boolean startsFromBase;
    private int minResident = 1;
    private int maxResident = 1;

    Row(Family family, List<String> words) {
      this.family = family;
      this.words = words;
    }

    Row form(String name) {
      form = Optional.of(name);
      return this;
    }

    Row title(String en, String zh) {
      title = Localized.of(en, zh);
      return this;
    }

    Row labels(Labels needed) {
      labels = needed;
      return this;
    }

    Row scorers(Scorer... any) {
      scorers = Set.of(any);
      return this;
    }

    Row principles() {
      principles = true;
      return this;
    }

    Row teacher(Teacher needed) {
      teacher = needed;
      return this;
    }

    Row reference(Reference needed) {
      reference = needed;
      return this;
    }

    Row critic(Critic needed) {
      critic = needed;
      return this;
    }

    Row rollouts(Rollouts when, int answers) {
      rollouts = when;
      minimumAnswers = answers;
      return this;
    }

    Row start(String en, String zh) {
      start = Localized.of(en, zh);
      return this;
    }

    Row startsFromBase(Localized usual) {
      start = usual;
      startsFromBase = true;
      return this;
    }

    Row resident(int min, int max) {
      minResident = min;
      maxResident = max;
      return this;
    }

    MethodRequirement from(Source source) {
      return new MethodRequirement(
          words,
          form,
          title,
          family,
          labels,
          scorers,
          principles,
          teacher,
          reference,
          critic,
          rollouts,
          minimumAnswers,
          start,
          startsFromBase,
          new Resident(minResident, maxResident, rollouts == Rollouts.ONLINE),
          source);
    }
  }
}
