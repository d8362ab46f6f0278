package dev.genplan.diagram;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is shown of a plan.
 *
 * @param title the name of the project; empty for a library
 * @param goal what the project is for, if it says so
 * @param flow what flows
 * @param schedule what happens when
 * @param totals figures about the whole
 * @param elsewhere what was found outside all nodes: in the project, in what stages run on
 */
public record Picture(
    Optional<String> title,
    Optional<String> goal,
    FlowGraph flow,
    Schedule schedule,
    List<Total> totals,
    List<Diagnostic> elsewhere) {

  public Picture {
    totals = List.copyOf(totals);
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * The picture of a plan, as far as it can be read.
   *
   * @param plan a plan or a library
   * @param findings what was found in its own file
   */
  public static Picture of(Plan plan, List<Diagnostic> findings) {
    FlowGraph flow = FlowGraph.of(plan, findings);
    Schedule schedule = Schedule.of(plan, flow);
    List<Diagnostic> elsewhere = new ArrayList<>(findings);
    flow.nodes().forEach(node -> elsewhere.removeAll(node.findings()));
    return new Picture(
        plan.project().map(Symbol::name).filter(name -> !name.isEmpty()),
        plan.project().flatMap(project -> project.attributes().text("goal")),
        flow,
        schedule,
        Totals.of(plan, schedule, findings),
        elsewhere);
  }
}
