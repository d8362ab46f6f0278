package dev.genplan.drawing;

import dev.genplan.diagnostics.Severity;
import dev.genplan.diagram.Bar;
import dev.genplan.diagram.Edge;
import dev.genplan.diagram.Family;
import dev.genplan.diagram.FlowGraph;
import dev.genplan.diagram.Node;
import dev.genplan.diagram.Picture;
import dev.genplan.drawing.Layout.Box;
import dev.genplan.drawing.Layout.Route;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** A name is drawn bold, which takes a little more room. */
  private static final double BOLD = 1.07;

  /** An arrow as it is drawn: between the nodes where it really begins and ends. */
  private record Arrow(Edge edge, String from, String to, String label) {}

  private final Picture picture;
  private final FlowGraph graph;
  private final Labels labels;
  private final boolean styled;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Set<String> containers = new HashSet<>();
  private final Map<String, String> results = new HashMap<>();
  private final List<Arrow> arrows = new ArrayList<>();

  private FlowPicture(Picture picture, Language language, boolean styled) {
    this.picture = picture;
    this.graph = picture.flow();
    this.labels = new Labels(language);
    this.styled = styled;
    for (Node node : graph.nodes()) {
      nodes.put(node.id(), node);
      node.container().ifPresent(containers::add);
    }
    for (Edge edge : graph.edges()) {
      if (edge.sort() == Edge.Sort.ROUND) {
        results.putIfAbsent(edge.to(), edge.from());
      }
    }
    for (Edge edge : graph.edges()) {
      arrows.add(new Arrow(edge, begin(edge), end(edge), labels.of(edge)));
    }
  }

  /**
   * The picture as SVG.
   *
   * @param styled whether it brings its style sheet along
   */
  static String svg(Picture picture, Language language, boolean styled) {
    return new FlowPicture(picture, language, styled).draw();
  }

  /** What leaves rounds is their result; inside them, what goes into the round is meant. */
  private String begin(Edge edge) {
    String from = edge.from();
    if (!containers.contains(from)) {
      return from;
    }
    boolean inside = nodes.get(edge.to()).container().filter(from::equals).isPresent();
    return inside ? entry(from) : results.getOrDefault(from, entry(from));
  }

  private String end(Edge edge) {
    return containers.contains(edge.to()) ? entry(edge.to()) : edge.to();
  }

  /** The place where something goes into the rounds. */
  private static String entry(String container) {
    return container + "/round";
  }

  private String draw() {
    Layout layout = LayeredLayout.of(toLayOut());
    Legend legend = legend(layout);
    double width = Math.max(layout.width(), legend.width());
    double offset = (width - layout.width()) / 2;
    String title = picture.title().orElseGet(() -> labels.text(Localized.of("Plan", "计划")));
    Canvas canvas =
        new Canvas(
            "flow",
            width,
            layout.height() + legend.height(),
            labels.text(Localized.of("Flow of {0}", "{0} 的流程").with(title)),
            labels.text(description()),
            styled);
    canvas.svg().open("g", "transform", "translate(" + Markup.number(offset) + " 0)");
    graph.nodes().stream()
        .filter(node -> containers.contains(node.id()))
        .forEach(node -> container(canvas, node, layout));
    for (int i = 0; i < arrows.size(); i++) {
      arrow(canvas, arrows.get(i), layout.routes().get(i));
    }
    for (Node node : graph.nodes()) {
      if (!containers.contains(node.id())) {
        node(canvas, node, layout.boxes().get(node.id()));
      }
    }
    canvas.close();
    legend.draw(canvas, layout.height());
    return canvas.finish();
  }

  private dev.genplan.text.Message description() {
    long stages = picture.schedule().bars().size();
    return Localized.of(
            "{0} stages and {1} artifacts; arrows show what flows", "{0} 个阶段，{1} 个已有产物；箭头表示流向")
        .with(stages, graph.nodes().size() - stages);
  }

  private LayeredLayout.Graph toLayOut() {
    List<LayeredLayout.Shape> shapes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      double width = width(node);
      shapes.add(new LayeredLayout.Shape(node.id(), width, HEIGHT, node.container()));
      if (containers.contains(node.id())) {
        shapes.add(new LayeredLayout.Shape(entry(node.id()), ENTRY, ENTRY, Optional.of(node.id())));
      }
    }
    return new LayeredLayout.Graph(
        shapes,
        arrows.stream()
            .map(
                arrow ->
                    new LayeredLayout.Arrow(
                        arrow.from(), arrow.to(), labelWidth(arrow.label()), LABEL_HEIGHT))
            .toList());
  }

  private static double labelWidth(String label) {
    return label.isEmpty() ? 0 : TextWidth.of(label, Canvas.SMALL) + 8;
  }

  private double width(Node node) {
    double text =
        Math.max(
            TextWidth.of(node.name(), Canvas.NAME) * BOLD,
            TextWidth.of(labels.detail(node), Canvas.SMALL));
    double around = 2 * (PADDING + Shapes.inset(node.family()));
    return Math.max(NARROWEST, Math.min(text, WIDEST_TEXT) + around);
  }

  private void node(Canvas canvas, Node node, Box box) {
    begin(canvas, node);
    canvas.shape(node.family(), box, dashes(node));
    double room = box.width() - 2 * Shapes.inset(node.family()) - 8;
    String name = TextWidth.fit(node.name(), Canvas.NAME * BOLD, room);
    String detail = TextWidth.fit(labels.detail(node), Canvas.SMALL, room);
    double top = box.y() + Shapes.lid(node.family());
    canvas.name(name, box.middle(), top + 20, true);
    canvas.small(detail, box.middle(), top + 35, "middle");
    node.severity()
        .ifPresent(severity -> Marks.draw(canvas.svg(), severity, box.right() - 4, box.y() + 2));
    canvas.close();
  }

  private void begin(Canvas canvas, Node node) {
    canvas.open(
        Palette.of(node.family()),
        "gp-node",
        "role",
        "graphics-symbol img",
        "tabindex",
        "0",
        "data-node",
        node.id(),
        "aria-label",
        labels.spoken(node, graph));
    canvas.svg().element("title", labels.hint(node));
  }

  private static String dashes(Node node) {
    return switch (node.presence()) {
      case CERTAIN -> "";
      case CONDITIONAL -> DASHED;
      case SKIPPED -> DOTTED;
    };
  }

  private void container(Canvas canvas, Node node, Layout layout) {
    Box box = layout.boxes().get(node.id());
    Box entry = layout.boxes().get(entry(node.id()));
    begin(canvas, node);
    canvas.shape(Family.ROUNDS, box, dashes(node));
    String rounds =
        picture.schedule().bars().stream()
            .filter(bar -> bar.node().equals(node))
            .map(Bar::rounds)
            .filter(times -> times.high() > 1)
            .map(times -> " · " + labels.rounds(times))
            .findFirst()
            .orElse("");
    double room = box.width() - 24;
    String name = TextWidth.fit(node.name() + rounds, Canvas.NAME * BOLD, room);
    canvas.name(name, box.x() + 12, box.y() + 21, false);
    canvas.shape(Family.MODEL, entry, "");
    canvas.line(loop(entry), 1.6, "");
    node.severity()
        .ifPresent(severity -> Marks.draw(canvas.svg(), severity, box.right() - 4, box.y() + 2));
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

  private void arrow(Canvas canvas, Arrow arrow, Route route) {
    Edge edge = arrow.edge();
    String dashes =
        switch (edge.sort()) {
          case FLOW -> "";
          case CONDITION, ROUND -> DASHED;
          case ORDER -> DOTTED;
        };
    canvas.open(color(edge), "gp-edge", "data-from", edge.from(), "data-to", edge.to());
    canvas.line(Routes.line(route.points()), 1.4, dashes);
    canvas.fill(Routes.head(route.points()));
    route.label().ifPresent(box -> label(canvas, arrow.label(), box));
    canvas.close();
  }

  private static void label(Canvas canvas, String text, Box box) {
    canvas
        .svg()
        .empty(
            "rect",
            "class",
            "gp-paper",
            "x",
            box.x(),
            "y",
            box.y() + 1,
            "width",
            box.width(),
            "height",
            box.height() - 2,
            "fill",
            Palette.BACKGROUND.light());
    canvas.small(text, box.middle(), box.y() + 12.5, "middle");
  }

  /** An arrow has the color of what flows along it. */
  private static Palette.Color color(Edge edge) {
    if (edge.sort() == Edge.Sort.ORDER || edge.flows().isEmpty()) {
      return Palette.LINE;
    }
    FlowType type = edge.flows().get();
    return switch (type) {
      case ADAPTER, MODEL, SYSTEM, ENCODER -> Palette.of(Family.MODEL);
      case DATASET -> Palette.of(Family.DATASET);
      case REWARD -> Palette.of(Family.ALIGNMENT);
      case REPORT -> Palette.of(Family.EVALUATION);
      case SERVICE -> Palette.of(Family.OPERATION);
      case COMPUTE -> Palette.LINE;
    };
  }

  private Legend legend(Layout layout) {
    Legend legend = new Legend(labels, Math.max(layout.width(), Legend.NARROWEST));
    for (Family family : Family.values()) {
      if (family != Family.ROUNDS && nodes.values().stream().anyMatch(of(family))) {
        legend.family(family);
      }
    }
    if (nodes.values().stream().anyMatch(node -> node.presence() == Node.Presence.CONDITIONAL)) {
      legend.outline(Localized.of("Conditional", "有条件"), DASHED);
    }
    if (nodes.values().stream().anyMatch(node -> node.presence() == Node.Presence.SKIPPED)) {
      legend.outline(Localized.of("Skipped", "跳过"), DOTTED);
    }
    if (graph.edges().stream().anyMatch(edge -> edge.sort() == Edge.Sort.ORDER)) {
      legend.line(Localized.of("Order only", "仅表示先后"), DOTTED);
    }
    for (Severity severity : Severity.values()) {
      if (nodes.values().stream().anyMatch(node -> node.severity().equals(Optional.of(severity)))) {
        legend.mark(severity);
      }
    }
    return legend;
  }

  private static java.util.function.Predicate<Node> of(Family family) {
    return node -> node.family() == family;
  }
}
