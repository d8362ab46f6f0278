package dev.genplan.drawing;

import dev.genplan.drawing.Layout.Box;
import dev.genplan.drawing.Layout.Point;
import dev.genplan.drawing.Layout.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.EdgeLabelSideSelection;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.PortAlignment;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Lays out a graph from top to bottom, layer by layer, with the Eclipse Layout Kernel. */
final class LayeredLayout {

  /** Room above the stages of a container for its name. */
  static final double HEADER = 26;

  /** A graph to lay out; what belongs to a container stands behind it. */
  record Graph(List<Shape> shapes, List<Arrow> arrows) {}

  /**
   * @param container id of the one around it
   */
  record Shape(String id, double width, double height, Optional<String> container) {}

  /**
   * @param labelWidth 0 if it has no label
   */
  record Arrow(String from, String to, double labelWidth, double labelHeight) {}

  private static final double MARGIN = 12;
  private static final double BETWEEN_NODES = 26;
  private static final double BETWEEN_LAYERS = 30;
  private static final double BETWEEN_PORTS = 16;
  private static final double NEAR = 10;

  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final List<ElkEdge> edges = new ArrayList<>();
  private final ElkNode root = ElkGraphUtil.createGraph();

  private LayeredLayout(Graph graph) {
    configure(root);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
    if (graph.shapes().stream().allMatch(shape -> shape.container().isEmpty())) {
      // With containers ELK 0.11 fails on it: it asks each of them for an order it has not made.
      root.setProperty(
          LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    }
    for (Shape shape : graph.shapes()) {
      ElkNode parent = shape.container().map(nodes::get).orElse(root);
      ElkNode node = ElkGraphUtil.createNode(parent);
      node.setDimensions(shape.width(), shape.height());
      nodes.put(shape.id(), node);
      if (parent != root) {
        configure(parent);
        parent.setProperty(
            LayeredOptions.PADDING, new ElkPadding(MARGIN + HEADER, MARGIN, MARGIN, MARGIN));
      }
    }
    for (Arrow arrow : graph.arrows()) {
      ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(arrow.from()), nodes.get(arrow.to()));
      if (arrow.labelWidth() > 0) {
        // ELK leaves labels out that have no text.
        ElkLabel label = ElkGraphUtil.createLabel(arrow.from(), edge);
        label.setDimensions(arrow.labelWidth(), arrow.labelHeight());
        label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
        label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
      }
      edges.add(edge);
    }
  }

  /**
   * Lays a graph out; the same graph always in the same way.
   *
   * @param step called often; throws to stop the work
   */
  static Layout of(Graph graph, Runnable step) {
    return new LayeredLayout(graph).run(step);
  }

  private static void configure(ElkNode node) {
    node.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    node.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    node.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    node.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
    node.setProperty(LayeredOptions.EDGE_LABELS_SIDE_SELECTION, EdgeLabelSideSelection.SMART_DOWN);
    node.setProperty(LayeredOptions.PORT_ALIGNMENT_DEFAULT, PortAlignment.CENTER);
    node.setProperty(LayeredOptions.SPACING_PORT_PORT, BETWEEN_PORTS);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE, NEAR);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, NEAR);
    node.setProperty(LayeredOptions.SPACING_EDGE_EDGE, NEAR);
    node.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, NEAR);
    node.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_NODES);
  }

  private Layout run(Runnable step) {
    // Tells ELK how to copy the values of its own options.
    LayoutMetaDataService.getInstance();
    new LayeredLayoutProvider().layout(root, new Monitor(step));
    Map<String, Box> boxes = new LinkedHashMap<>();
    nodes.forEach((id, node) -> boxes.put(id, box(node)));
    return new Layout(
        root.getWidth(), root.getHeight(), boxes, edges.stream().map(this::route).toList());
  }

  private Box box(ElkNode node) {
    Point origin = origin(node.getParent());
    return new Box(
        origin.x() + node.getX(), origin.y() + node.getY(), node.getWidth(), node.getHeight());
  }

  /** Where the coordinates of what lies in a node count from. */
  private Point origin(ElkNode node) {
    double x = 0;
    double y = 0;
    for (ElkNode each = node; each != null && each != root; each = each.getParent()) {
      x += each.getX();
      y += each.getY();
    }
    return new Point(x, y);
  }

  private Route route(ElkEdge edge) {
    Point origin = origin(edge.getContainingNode());
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point(origin.x() + section.getStartX(), origin.y() + section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(new Point(origin.x() + bend.getX(), origin.y() + bend.getY()));
      }
      points.add(new Point(origin.x() + section.getEndX(), origin.y() + section.getEndY()));
    }
    Optional<Box> label =
        edge.getLabels().stream()
            .findFirst()
            .map(
                it ->
                    new Box(
                        origin.x() + it.getX(),
                        origin.y() + it.getY(),
                        it.getWidth(),
                        it.getHeight()));
    return new Route(points, label);
  }

  /** ELK asks between its phases whether it is to go on. */
  private static final class Monitor extends BasicProgressMonitor {
    private final Runnable step;

    Monitor(Runnable step) {
      this.step = step;
    }

    @Override
    public boolean isCanceled() {
      step.run();
      return false;
    }
  }
}
