package dev.genplan.diagram;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.plan.Plan;
import java.util.List;

/**
 * What flows in a plan: its stages, what they start from, and the arrows between them. Splits are
 * part of their dataset; a project and what stages run on are no nodes.
 *
 * @param nodes those of the plan's own file in the order of the text, then those of other files
 *     that something in it is made from
 * @param edges in the order of the nodes where they end, and there of the text
 */
public record FlowGraph(List<Node> nodes, List<Edge> edges) {

  public FlowGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * The flow of a plan, as far as it can be read.
   *
   * @param plan a plan or a library
   * @param findings what was found in its own file
   */
  public static FlowGraph of(Plan plan, List<Diagnostic> findings) {
    return new FlowGraphBuilder(plan, findings).build();
  }

  /** The node of that id. */
  public Node node(String id) {
    for (Node node : nodes) {
      if (node.id().equals(id)) {
        return node;
      }
    }
    throw new IllegalArgumentException("no node " + id);
  }
}
