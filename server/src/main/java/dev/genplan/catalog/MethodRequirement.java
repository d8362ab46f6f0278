package dev.genplan.catalog;

import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a way of training needs before it can run: one row of {@link MethodMatrix}.
 *
 * @param words method words of the schema that it holds for; for a reward model, its objective
 * @param form the variant or option that it holds for; empty if for all that have no row of their
 *     own
 * @param title what it is called
 * @param family what kind of training it is
 * @param labels what its data has to hold
 * @param scorers what gives it its reward; one of them is needed, and none if the set is empty
 * @param principles whether it needs principles that a judge applies
 * @param teacher whether it needs a teacher, and which
 * @param reference whether a reference policy is needed
 * @param critic whether it trains a critic (value model) beside the policy
 * @param rollouts whether the model writes answers that it is then trained on
 * @param minimumAnswers how many answers to each prompt it needs at least; 1 if it does not compare
 *     them
 * @param start what it usually starts from
 * @param startsFromBase whether a raw base model is a usual start
 * @param resident models held in memory while it trains, without adapters' savings
 */
public record MethodRequirement(
    List<String> words,
    Optional<String> form,
    Localized title,
    Family family,
    Labels labels,
    Set<Scorer> scorers,
    boolean principles,
    Teacher teacher,
    Reference reference,
    Critic critic,
    Rollouts rollouts,
    int minimumAnswers,
    Localized start,
    boolean startsFromBase,
    Resident resident,
    Source source) {

  public MethodRequirement {
    words = List.copyOf(words);
    scorers = Set.copyOf(scorers);
  }

  /** What kind of training a method is. */
  public enum Family {
    SUPERVISED,
    SOFT_PROMPT,
    REWARD_MODELING,
    POLICY_GRADIENT,
    PREFERENCE,
    SELECTION,
    /** Where the reward comes from, whatever algorithm uses it. */
    SIGNAL,
    DISTILLATION
  }

  /** What the training data has to hold besides text. */
  public enum Labels {
    NONE("none", "无"),
    /** Comparisons: a chosen and a rejected answer. */
    PAIRS("comparisons", "比较对"),
    /** Comparisons of its own answers, made while it runs. */
    PAIRS_FROM_ROLLOUTS("comparisons made while it runs", "运行中生成的比较对"),
    /** Comparisons that a model has made; none where that model gives the reward itself. */
    PAIRS_FROM_AI("comparisons by a model", "模型标注的比较对"),
    /** Single answers, some marked desirable, some undesirable. */
    BOTH_LABELS("desirable and undesirable answers", "正、负样本标签"),
    /** A rating or a class for each answer. */
    ANSWER_LABELS("a label for each answer", "每个回答的标签"),
    /** A rating or a class for each step of an answer. */
    STEP_LABELS("a label for each step", "每个步骤的标签");

    private final Localized title;

    Labels(String en, String zh) {
      this.title = Localized.of(en, zh);
    }

    /** As it would stand in a table. */
    public Localized title() {
      return title;
    }
  }

  /** What can give an answer its reward. */
  public enum Scorer {
    REWARD("reward", "a reward model", "奖励模型"),
    VERIFIER("verifier", "a verifier", "验证器"),
    JUDGE("judge", "a judge", "裁判模型");

    private final String property;
    private final Localized phrase;

    Scorer(String property, String en, String zh) {
      this.property = property;
      this.phrase = Localized.of(en, zh);
    }

    /** The property of a stage that names it. */
    public String property() {
      return property;
    }

    /** With its article, to be used inside a sentence. */
    public Localized phrase() {
      return phrase;
    }
  }

  /** Whether a teacher is needed. */
  public enum Teacher {
    NONE("none", "无"),
    ANY("required", "必需"),
    /** One with the same vocabulary, since their distributions are compared token by token. */
    SAME_VOCABULARY("required, same vocabulary", "必需，且词表相同");

    private final Localized title;

    Teacher(String en, String zh) {
      this.title = Localized.of(en, zh);
    }

    /** As it would stand in a table. */
    public Localized title() {
      return title;
    }
  }

  /** Whether a reference policy is needed. */
  public enum Reference {
    NONE("none", "无"),
    /** Where the KL coefficient is above zero. */
    IF_KL("if KL > 0", "KL > 0 时需要"),
    /** Always; the model it starts from, unless another is named. */
    REQUIRED("required", "必需");

    private final Localized title;

    Reference(String en, String zh) {
      this.title = Localized.of(en, zh);
    }

    /** As it would stand in a table. */
    public Localized title() {
      return title;
    }
  }

  /** Whether a critic is trained. */
  public enum Critic {
    NONE("none", "无"),
    REQUIRED("required", "必需"),
    /** As the algorithm beside it says. */
    BY_ALGORITHM("as the algorithm needs", "取决于算法");

    private final Localized title;

    Critic(String en, String zh) {
      this.title = Localized.of(en, zh);
    }

    /** As it would stand in a table. */
    public Localized title() {
      return title;
    }
  }

  /** Whether the model's own answers are trained on. */
  public enum Rollouts {
    NONE("none", "无"),
    /** Written before training. */
    OFFLINE("before training", "训练前"),
    /** Written while it trains. */
    ONLINE("during training", "训练中");

    private final Localized title;

    Rollouts(String en, String zh) {
      this.title = Localized.of(en, zh);
    }

    /** As it would stand in a table. */
    public Localized title() {
      return title;
    }
  }

  /**
   * Models held in memory while it trains.
   *
   * @param min with the cheapest settings
   * @param max with the dearest
   * @param engine whether an engine for rollouts is held beside them
   */
  public record Resident(int min, int max, boolean engine) {}

  /** Whether its data has to hold comparisons before it starts. */
  public boolean needsPairs() {
    return labels == Labels.PAIRS;
  }
}
