package dev.genplan.rules;

import dev.genplan.plan.Attributes;
import dev.genplan.plan.view.Project;
import java.util.List;

/** What rules about the cost of people who label and judge share. */
public final class Labelers {

  private static final List<String> FIGURES = List.of("price", "pace", "cost", "effort");
  private static final List<String> OF_PEOPLE = List.of("rate", "hours");

  /** Who in a team may label as part of the job. */
  private static final List<String> ROLES = List.of("annotator", "domain-expert");

  private Labelers() {}

  /** Whether people of the team label, who are paid anyway. */
  public static boolean areInTheTeam(Project project) {
    return project.attributes().section("team").stream()
        .anyMatch(team -> ROLES.stream().anyMatch(team::has));
  }

  /** Whether a stage says what its people cost or how much they work, or is done. */
  public static boolean areCounted(Attributes stage) {
    Attributes people = stage.qualifiers("annotators");
    return stage.isWord("status", "done")
        || FIGURES.stream().anyMatch(stage::has)
        || OF_PEOPLE.stream().anyMatch(people::has);
  }
}
