package dev.genplan.rules;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.view.Project;
import java.util.List;
import java.util.Optional;

/** What rules about the cost of people who label and judge share. */
public final class Labelers {

  private static final List<String> FIGURES = List.of("price", "pace", "cost", "effort");
  private static final List<String> OF_PEOPLE = List.of("rate", "hours");

  /** Who in a team may label as part of the job. */
  private static final List<String> ROLES = List.of("annotator", "domain-expert");

  private Labelers() {}

  /** The project, if it has a budget and nobody in its team who labels and is paid anyway. */
  public static Optional<Project> toBePaidBy(Plan plan) {
    return Project.of(plan)
        .filter(project -> project.attributes().amount("budget").isPresent())
        .filter(
            project ->
                project.attributes().section("team").stream()
                    .noneMatch(team -> ROLES.stream().anyMatch(team::has)));
  }

  /** The budget of a project that has one, for a message. */
  public static String budget(Project project) {
    Amount budget = project.attributes().amount("budget").orElseThrow();
    return Figures.of(budget.middle()) + " " + budget.unit();
  }

  /** Whether a stage says what its people cost or how much they work, or is done. */
  public static boolean areCounted(Attributes stage) {
    Attributes people = stage.qualifiers("annotators");
    return stage.isWord("status", "done")
        || FIGURES.stream().anyMatch(stage::has)
        || OF_PEOPLE.stream().anyMatch(people::has);
  }
}
