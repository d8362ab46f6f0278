package dev.genplan.drawing;

import dev.genplan.diagnostics.Severity;
import dev.genplan.diagram.Edge;
import dev.genplan.diagram.Family;
import dev.genplan.diagram.FlowGraph;
import dev.genplan.diagram.Node;
import dev.genplan.diagram.Picture;
import dev.genplan.drawing.Layout.Box;
import dev.genplan.drawing.Layout.Route;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Draws the flow of a plan. */
final class FlowPicture {

  private static final String DASHED = "6 4";
  private static final String DOTTED = "2 4";
  private static final double HEIGHT = 46;
  private static final double NARROWEST = 92;
  private static final double WIDEST_TEXT = 240;
  private static final double PADDING = 14;
  private static final double ENTRY = 26;
  private static final double LABEL_HEIGHT = 17;

  private final Picture picture;
  private final FlowGraph graph;
  private final Labels labels;
  private final Arrows arrows;

  private FlowPicture(Picture picture, Language language) {
    this.picture = picture;
    this.graph = picture.flow();
    this.labels = new Labels(language);
    this.arrows = new Arrows(graph);
  }

  /**
   * Draws the picture.
   *
   * @param into takes it, as an element
   * @param styled whether it brings its style sheet along
   * @param step called often; throws to stop the work
   */
  static void draw(Picture picture, Language language, Markup into, boolean styled, Runnable step) {
    new FlowPicture(picture, language).draw(into, styled, step);
  }

  /** Where everything lies, the legend left out. */
  static Layout layout(Picture picture, Language language) {
    return LayeredLayout.of(new FlowPicture(picture, language).toLayOut(), () -> {});
  }

  private void draw(Markup into, boolean styled, Runnable step) {
    Layout layout = LayeredLayout.of(toLayOut(), step);
    Legend legend = legend(layout);
    double width = Math.max(layout.width(), legend.width());
    double offset = (width - layout.width()) / 2;
    String title = picture.title().orElseGet(() -> labels.text(Localized.of("Plan", "计划")));
    Canvas canvas =
        new Canvas(
            into,
            "flow",
            width,
            layout.height() + legend.height(),
            labels.text(Localized.of("Flow of {0}", "{0} 的流程").with(title)),
            labels.text(description()),
            styled);
    into.open("g", "transform", "translate(" + Markup.number(offset) + " 0)");
    for (Node node : graph.nodes()) {
      if (arrows.isFrame(node.id())) {
        frame(canvas, node, layout);
      }
    }
    for (int i = 0; i < arrows.all().size(); i++) {
      arrow(canvas, arrows.all().get(i).edge(), layout.routes().get(i));
    }
    for (Node node : graph.nodes()) {
      if (arrows.isFrame(node.id())) {
        frameName(canvas, node, layout);
      } else {
        node(canvas, node, layout.boxes().get(node.id()));
      }
    }
    canvas.close();
    legend.draw(canvas, layout.height());
    canvas.close();
  }

  private Message description() {
    long stages = picture.schedule().bars().size();
    return Localized.of(
            "{0} stages and {1} artifacts; arrows show what flows", "{0} 个阶段，{1} 个已有产物；箭头表示流向")
        .with(stages, graph.nodes().size() - stages);
  }

  private LayeredLayout.Graph toLayOut() {
    List<LayeredLayout.Shape> shapes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      shapes.add(new LayeredLayout.Shape(node.id(), width(node), HEIGHT, node.container()));
      if (arrows.isFrame(node.id())) {
        String entry = Arrows.entry(node.id());
        shapes.add(new LayeredLayout.Shape(entry, ENTRY, ENTRY, Optional.of(node.id())));
      }
    }
    List<LayeredLayout.Arrow> lines = new ArrayList<>();
    for (Arrows.Arrow arrow : arrows.all()) {
      double label = labelWidth(labels.of(arrow.edge()));
      lines.add(new LayeredLayout.Arrow(arrow.from(), arrow.to(), label, LABEL_HEIGHT));
    }
    return new LayeredLayout.Graph(shapes, lines);
  }

  private static double labelWidth(String label) {
    return label.isEmpty() ? 0 : TextWidth.of(label, Canvas.SMALL) + 8;
  }

  private double width(Node node) {
    double text =
        Math.max(
            TextWidth.of(node.name(), Canvas.BOLD_NAME),
            TextWidth.of(labels.detail(node), Canvas.SMALL));
    double around = 2 * (PADDING + Shapes.inset(node.family()));
    return Math.max(NARROWEST, Math.min(text, WIDEST_TEXT) + around);
  }

  private void node(Canvas canvas, Node node, Box box) {
    canvas.open(node, labels.spoken(node, graph), labels.hint(node));
    canvas.shape(node.family(), box, dashes(node));
    double room = box.width() - 2 * Shapes.inset(node.family()) - 8;
    String name = TextWidth.fit(node.name(), Canvas.BOLD_NAME, room);
    String detail = TextWidth.fit(labels.detail(node), Canvas.SMALL, room);
    double top = box.y() + Shapes.lid(node.family());
    canvas.name(name, box.middle(), top + 20, true);
    canvas.small(detail, box.middle(), top + 35, "middle");
    mark(canvas, node, box);
    canvas.close();
  }

  private static void mark(Canvas canvas, Node node, Box box) {
    node.severity()
        .ifPresent(severity -> Marks.draw(canvas.svg(), severity, box.right() - 4, box.y() + 2));
  }

  private static String dashes(Node node) {
    return switch (node.presence()) {
      case CERTAIN -> "";
      case CONDITIONAL -> DASHED;
      case SKIPPED -> DOTTED;
    };
  }

  private void frame(Canvas canvas, Node node, Layout layout) {
    Box box = layout.boxes().get(node.id());
    Box entry = layout.boxes().get(Arrows.entry(node.id()));
    canvas.open(node, labels.spoken(node, graph), labels.hint(node));
    canvas.shape(Family.ROUNDS, box, dashes(node));
    canvas.shape(Family.MODEL, entry, "");
    canvas.line(loop(entry), 1.6, "");
    mark(canvas, node, box);
    canvas.close();
  }

  /** Above the arrows that cross it; the pointer meets the frame below. */
  private void frameName(Canvas canvas, Node node, Layout layout) {
    Box box = layout.boxes().get(node.id());
    String full = labels.frame(node, picture.schedule());
    String name = TextWidth.fit(full, Canvas.BOLD_NAME, box.width() - 24);
    canvas.svg().open("g", "pointer-events", "none", "aria-hidden", "true");
    double width = TextWidth.of(name, Canvas.BOLD_NAME);
    canvas.paper(new Box(box.x() + 8, box.y() + 7, width + 8, 19));
    canvas.name(name, box.x() + 12, box.y() + 21, false);
    canvas.close();
  }

  /** An arrow that comes back to where it began. */
  private static String loop(Box box) {
    String x = Markup.number(box.middle() + 3.5);
    String y = Markup.number(box.center() - 4.5);
    return "M"
        + x
        + " "
        + y
        + "a5.5 5.5 0 1 0 2.5 5.5M"
        + x
        + " "
        + y
        + "l-3.6 -1.6m3.6 1.6l-2.2 3.2";
  }

  private void arrow(Canvas canvas, Edge edge, Route route) {
    String dashes =
        switch (edge.sort()) {
          case FLOW -> "";
          case CONDITION, ROUND -> DASHED;
          case ORDER -> DOTTED;
        };
    canvas.open(Palette.of(edge), "gp-edge", "data-from", edge.from(), "data-to", edge.to());
    canvas.line(Routes.line(route.points()), 1.4, dashes);
    canvas.fill(Routes.head(route.points()));
    route.label().ifPresent(box -> label(canvas, labels.of(edge), box));
    canvas.close();
  }

  private static void label(Canvas canvas, String text, Box box) {
    canvas.paper(new Box(box.x(), box.y() + 1, box.width(), box.height() - 2));
    canvas.small(text, box.middle(), box.y() + 12.5, "middle");
  }

  private Legend legend(Layout layout) {
    Legend legend = new Legend(labels, Math.max(layout.width(), Legend.NARROWEST));
    for (Family family : Family.values()) {
      if (family != Family.ROUNDS && any(node -> node.family() == family)) {
        legend.family(family);
      }
    }
    if (any(node -> node.presence() == Node.Presence.CONDITIONAL)) {
      legend.outline(Localized.of("Conditional", "有条件"), DASHED);
    }
    if (any(node -> node.presence() == Node.Presence.SKIPPED)) {
      legend.outline(Localized.of("Skipped", "跳过"), DOTTED);
    }
    if (graph.edges().stream().anyMatch(edge -> edge.sort() == Edge.Sort.ORDER)) {
      legend.line(Localized.of("Order only", "仅表示先后"), DOTTED);
    }
    for (Severity severity : Severity.values()) {
      if (any(node -> node.severity().equals(Optional.of(severity)))) {
        legend.mark(severity);
      }
    }
    return legend;
  }

  private boolean any(Predicate<Node> condition) {
    return graph.nodes().stream().anyMatch(condition);
  }
}
