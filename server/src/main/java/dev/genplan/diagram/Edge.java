package dev.genplan.diagram;

import dev.genplan.schema.FlowType;
import java.util.List;
import java.util.Optional;

/**
 * An arrow between two nodes.
 *
 * @param from id of the node where it begins. For the stages of a {@code repeat} that work on what
 *     goes into the round, that is the {@code repeat}
 * @param to id of the node where it ends
 * @param sort why it is there
 * @param flows what flows along it; empty where nothing does, and where that is not known
 * @param uses what for, each once, in the order of the text
 */
public record Edge(String from, String to, Sort sort, Optional<FlowType> flows, List<Use> uses) {

  /** Why there is an arrow. */
  public enum Sort {
    /** Something flows. */
    FLOW,
    /** A report decides: {@code when}, {@code gate}, {@code until}, a figure to compare with. */
    CONDITION,
    /** An order without dataflow: {@code after}. */
    ORDER,
    /** What a round makes goes into the next one. */
    ROUND
  }

  /**
   * What something is used for.
   *
   * @param property the property that refers to it
   * @param part the split of a dataset, the verdict, or the metric that is meant
   */
  public record Use(String property, Optional<String> part) {}

  public Edge {
    uses = List.copyOf(uses);
  }
}
