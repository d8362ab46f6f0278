package dev.genplan.plan.view;

import dev.genplan.plan.Course;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.ArrayList;
import java.util.List;

/**
 * Something measured.
 *
 * @param stage the {@code evaluate}, {@code redteam} or {@code select} that measures
 * @param thing what is measured, as it is named there
 * @param assembly what that stands for
 */
public record Measurement(Symbol stage, Symbol thing, Assembly assembly) {

  /** Whether it is no more than a smoke test. */
  public boolean isSmokeTest() {
    return stage.attributes().isWord("purpose", "sanity");
  }

  /** Whether it is a red team, which looks for harm and not for quality. */
  public boolean isRedTeam() {
    return stage.is("redteam");
  }

  /**
   * All that is measured in a plan by stages that are not skipped. A {@code select} that has test
   * data, metrics or results measures its candidates.
   */
  public static List<Measurement> all(Plan plan) {
    List<Measurement> all = new ArrayList<>();
    for (Symbol stage : plan.symbols()) {
      boolean measures =
          stage.is("evaluate") || stage.is("redteam") || (stage.is("select") && compares(stage));
      if (measures && plan.course().of(stage) != Course.Presence.SKIPPED) {
        for (Symbol thing : things(plan.lineage(), stage)) {
          Assembly.of(thing).map(made -> new Measurement(stage, thing, made)).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  private static boolean compares(Symbol select) {
    return List.of("data", "metrics", "results").stream().anyMatch(select.attributes()::has);
  }

  private static List<Symbol> things(Lineage lineage, Symbol stage) {
    return stage.is("select")
        ? stage.targets("candidates")
        : lineage.source(stage).map(List::of).orElse(List.of());
  }

  /** Whether a plan has an evaluation of which it cannot be known what it measures. */
  static boolean anyUnresolved(Plan plan) {
    return plan.all("evaluate").stream()
        .filter(stage -> plan.course().of(stage) != Course.Presence.SKIPPED)
        .anyMatch(stage -> plan.lineage().source(stage).isEmpty());
  }
}
