package dev.genplan.drawing;

import dev.genplan.diagram.Edge;
import dev.genplan.diagram.FlowGraph;
import dev.genplan.diagram.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrows of a graph as they are drawn. A {@code repeat} that holds stages is a frame around
 * them, and no arrow begins or ends at a frame: what goes in ends at a place of its own where each
 * round begins, what comes out begins at the stage that makes the result.
 */
final class Arrows {

  /**
   * An arrow.
   *
   * @param from id of the node or place where it is drawn from
   * @param to id of the node or place where it is drawn to
   */
  record Arrow(Edge edge, String from, String to) {}

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Set<String> frames = new HashSet<>();
  private final Map<String, String> results = new HashMap<>();
  private final List<Arrow> arrows = new ArrayList<>();

  Arrows(FlowGraph graph) {
    for (Node node : graph.nodes()) {
      nodes.put(node.id(), node);
      node.container().ifPresent(frames::add);
    }
    for (Edge edge : graph.edges()) {
      if (edge.sort() == Edge.Sort.ROUND) {
        results.putIfAbsent(edge.to(), edge.from());
      }
    }
    for (Edge edge : graph.edges()) {
      arrows.add(new Arrow(edge, from(edge), to(edge)));
    }
  }

  private String from(Edge edge) {
    String from = edge.from();
    if (!isFrame(from)) {
      return from;
    }
    boolean inside = nodes.get(edge.to()).container().filter(from::equals).isPresent();
    return inside ? entry(from) : results.getOrDefault(from, entry(from));
  }

  private String to(Edge edge) {
    return isFrame(edge.to()) ? entry(edge.to()) : edge.to();
  }

  /** Whether a node is drawn as a frame around others. */
  boolean isFrame(String id) {
    return frames.contains(id);
  }

  /** Id of the place where each round of a {@code repeat} begins. */
  static String entry(String frame) {
    return frame + "/round";
  }

  List<Arrow> all() {
    return arrows;
  }
}
