package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.Kind;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A stage asks more of its people than anybody in the stated team has. What each way of working
 * asks for is that of the cheat sheet of the generative AI life cycle (DeepLearning.AI and AWS,
 * Generative AI with Large Language Models): pre-training high, prompting low, tuning and
 * optimization medium, RLHF medium to high, of which the lower end counts here.
 */
public final class ExpertiseGap implements Rule {

  /** How skilled people are, in the words of the list {@code expertise}. */
  private enum Expertise {
    LOW,
    MEDIUM,
    HIGH;

    static Optional<Expertise> of(Optional<String> word) {
      return word.map(each -> valueOf(each.toUpperCase(Locale.ROOT)));
    }

    Localized title() {
      return switch (this) {
        case LOW -> Localized.of("low", "低");
        case MEDIUM -> Localized.of("medium", "中等");
        case HIGH -> Localized.of("high", "高");
      };
    }
  }

  private static final Map<String, Expertise> NEEDED =
      Map.of(
          "pretrain", Expertise.HIGH,
          "finetune", Expertise.MEDIUM,
          "reward", Expertise.MEDIUM,
          "align", Expertise.MEDIUM,
          "optimize", Expertise.MEDIUM);

  private static final Map<String, Expertise> USUAL =
      Map.of(
          "researcher", Expertise.HIGH,
          "ml-engineer", Expertise.MEDIUM,
          "data-engineer", Expertise.MEDIUM,
          "software-engineer", Expertise.MEDIUM,
          "annotator", Expertise.LOW,
          "domain-expert", Expertise.LOW,
          "red-teamer", Expertise.LOW,
          "product-owner", Expertise.LOW,
          "legal", Expertise.LOW);

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` asks for {1} expertise, and the most anybody in the team has is {2}: such stages"
              + " fail without anybody noticing. Name who brings it, such as"
              + " `consultant: 1 { expertise: {3} }`, or take a lower rung",
          "`{0}` 需要{1}水平的能力，而团队最高只到{2}水平：这类阶段出了问题往往无人察觉。请写明由谁补上，例如"
              + " `consultant: 1 { expertise: {3} }`，或选择更省力的做法");
  private static final Message TEAM = Message.of("the team", "团队");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "expertise-gap",
            Category.PLANNING,
            Severity.WARNING,
            "A stage asks for more expertise than the stated team has.",
            "阶段所需的能力超出所写团队的水平。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Project.of(plan);
    Optional<Expertise> best =
        project.flatMap(each -> each.attributes().section("team")).flatMap(ExpertiseGap::best);
    if (best.isEmpty()) {
      return;
    }
    Symbol hardest = null;
    for (Symbol stage : plan.symbols()) {
      boolean beyond = needed(stage).compareTo(best.get()) > 0;
      if (beyond && (hardest == null || needed(stage).compareTo(needed(hardest)) > 0)) {
        hardest = stage;
      }
    }
    if (hardest != null) {
      Expertise needed = needed(hardest);
      reporter
          .report(
              hardest,
              "expertise",
              MESSAGE.with(
                  hardest.qualifiedName(),
                  needed.title(),
                  best.get().title(),
                  needed.name().toLowerCase(Locale.ROOT)))
          .related(project.get().symbol().locationOf("team"), TEAM);
    }
  }

  /** What a stage asks for: as stated, else as is usual for its kind. */
  private static Expertise needed(Symbol stage) {
    boolean done = stage.attributes().word("status").filter("done"::equals).isPresent();
    if (!stage.isStage() || done || stage.plan().course().of(stage) == Course.Presence.SKIPPED) {
      return Expertise.LOW;
    }
    return Expertise.of(stage.attributes().word("expertise"))
        .orElseGet(
            () -> NEEDED.getOrDefault(stage.kind().map(Kind::word).orElse(""), Expertise.LOW));
  }

  /**
   * The most that anybody has; empty for a team of nobody, or with somebody of unknown skill, such
   * as a consultant who is there for just that.
   */
  private static Optional<Expertise> best(Attributes team) {
    Optional<Expertise> best = Optional.empty();
    for (Member member : team.members()) {
      if (member instanceof Member.Property person) {
        String role = person.key().text();
        Optional<Expertise> has =
            Expertise.of(team.qualifiers(role).word("expertise"))
                .or(() -> Optional.ofNullable(USUAL.get(role)));
        if (has.isEmpty()) {
          return has;
        }
        best = best.isEmpty() || has.get().compareTo(best.get()) > 0 ? has : best;
      }
    }
    return best;
  }
}
