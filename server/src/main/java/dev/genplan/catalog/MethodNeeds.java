package dev.genplan.catalog;

import dev.genplan.catalog.MethodRequirement.Critic;
import dev.genplan.catalog.MethodRequirement.Labels;
import dev.genplan.catalog.MethodRequirement.Reference;
import dev.genplan.catalog.MethodRequirement.Rollouts;
import dev.genplan.catalog.MethodRequirement.Scorer;
import dev.genplan.catalog.MethodRequirement.Teacher;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;

/** A row of {@link MethodMatrix} in the terms of a plan: what to write, and why. */
public final class MethodNeeds {

  private static final Localized DATA = Localized.of("`data` with {0}", "`data`：{0}");
  private static final Localized SCORE =
      Localized.of("a score for each answer: {0}", "每个回答的打分来源：{0}");
  private static final Localized REFERENCE_KL =
      Localized.of("a reference policy where KL > 0", "KL > 0 时需要参考策略");
  private static final Localized REFERENCE = Localized.of("a reference policy", "参考策略");
  private static final Localized CRITIC = Localized.of("a critic", "价值模型");
  private static final Localized ANSWERS =
      Localized.of("at least {0} answers to each prompt", "每个提示至少 {0} 个回答");
  private static final Localized PRINCIPLES = Localized.of("`principles`", "`principles`");
  private static final Localized TEACHER = Localized.of("a `teacher`", "`teacher`");
  private static final Localized SAME_VOCABULARY =
      Localized.of("a `teacher` with the same vocabulary", "词表相同的 `teacher`");
  private static final Localized ONLINE =
      Localized.of("`prompts` that it answers while it trains", "`prompts`，训练中由模型作答");
  private static final Localized OFFLINE =
      Localized.of("`prompts` that it answers before training", "`prompts`，训练前由模型作答");
  private static final Localized NEEDS = Localized.of("Needs {0}.", "需要{0}。");
  private static final Localized START = Localized.of("Usually starts from {0}.", "通常从{0}开始。");
  private static final Localized MEMORY =
      Localized.of("Models in memory while it trains: {0}.", "训练时驻留的模型数：{0}。");
  private static final Localized ENGINE = Localized.of("{0} and a rollout engine", "{0}，外加推理引擎");

  private MethodNeeds() {}

  /**
   * A property that has to be written for a method.
   *
   * @param names any one of them will do; the usual one first
   * @param ofMethod whether it stands in the method's own block, as a teacher does; else it is one
   *     of the stage
   */
  public record Member(List<String> names, boolean ofMethod) {

    public Member {
      names = List.copyOf(names);
    }

    private static Member of(String... names) {
      return new Member(List.of(names), false);
    }
  }

  /** What a stage with the method has to state besides its model, in the order of writing. */
  public static List<Member> members(MethodRequirement method) {
    List<Member> members = new ArrayList<>();
    boolean madeInTheLoop =
        method.labels() == Labels.PAIRS_FROM_ROLLOUTS || method.labels() == Labels.PAIRS_FROM_AI;
    if (!madeInTheLoop && method.rollouts() == Rollouts.NONE) {
      members.add(Member.of("data"));
    }
    if (method.rollouts() != Rollouts.NONE) {
      members.add(Member.of("prompts"));
    }
    List<String> scorers = scorers(method);
    if (!scorers.isEmpty()) {
      members.add(new Member(scorers, false));
    }
    if (method.principles()) {
      members.add(Member.of("principles"));
    }
    if (method.minimumAnswers() > 1) {
      members.add(Member.of("answers"));
    }
    if (method.teacher() != Teacher.NONE) {
      members.add(new Member(List.of("teacher"), true));
    }
    return members;
  }

  /** Properties that name what can give the reward, in the order of {@link Scorer}. */
  private static List<String> scorers(MethodRequirement method) {
    List<String> names = new ArrayList<>();
    for (Scorer scorer : Scorer.values()) {
      if (method.scorers().contains(scorer)) {
        names.add(scorer.property());
      }
    }
    return names;
  }

  /** What a method needs, in sentences of Markdown: for a hover, or a page. */
  public static String describe(MethodRequirement method, Language language) {
    List<String> needs = new ArrayList<>();
    if (method.labels() != Labels.NONE) {
      needs.add(DATA.with(method.labels().title()).in(language));
    }
    switch (method.rollouts()) {
      case ONLINE -> needs.add(ONLINE.in(language));
      case OFFLINE -> needs.add(OFFLINE.in(language));
      case NONE -> {}
    }
    List<String> scorers = scorers(method);
    if (!scorers.isEmpty()) {
      String or = language == Language.CHINESE ? "` 或 `" : "` or `";
      needs.add(SCORE.with("`" + String.join(or, scorers) + "`").in(language));
    }
    if (method.principles()) {
      needs.add(PRINCIPLES.in(language));
    }
    if (method.teacher() != Teacher.NONE) {
      boolean same = method.teacher() == Teacher.SAME_VOCABULARY;
      needs.add((same ? SAME_VOCABULARY : TEACHER).in(language));
    }
    if (method.reference() != Reference.NONE) {
      boolean always = method.reference() == Reference.REQUIRED;
      needs.add((always ? REFERENCE : REFERENCE_KL).in(language));
    }
    if (method.critic() == Critic.REQUIRED) {
      needs.add(CRITIC.in(language));
    }
    if (method.minimumAnswers() > 1) {
      needs.add(ANSWERS.with(method.minimumAnswers()).in(language));
    }
    List<String> sentences = new ArrayList<>();
    if (!needs.isEmpty()) {
      String separator = language == Language.CHINESE ? "；" : "; ";
      sentences.add(NEEDS.with(String.join(separator, needs)).in(language));
    }
    sentences.add(START.with(method.start()).in(language));
    sentences.add(MEMORY.with(memory(method, language)).in(language));
    return String.join(language == Language.CHINESE ? "" : " ", sentences);
  }

  private static String memory(MethodRequirement method, Language language) {
    int min = method.resident().min();
    int max = method.resident().max();
    String models = min == max ? Integer.toString(min) : min + "–" + max;
    return method.resident().engine() ? ENGINE.with(models).in(language) : models;
  }
}
