package dev.genplan.drawing;

import dev.genplan.diagram.Edge;
import dev.genplan.diagram.Family;
import dev.genplan.diagram.FlowGraph;
import dev.genplan.diagram.Node;
import dev.genplan.diagram.Picture;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;

/** The flow in the language of Graphviz. */
final class Dot {

  private final Picture picture;
  private final Labels labels;
  private final Names names = new Names();
  private final StringBuilder out = new StringBuilder();

  private Dot(Picture picture, Language language) {
    this.picture = picture;
    this.labels = new Labels(language);
  }

  static String flow(Picture picture, Language language) {
    return new Dot(picture, language).digraph();
  }

  private String digraph() {
    FlowGraph graph = picture.flow();
    Arrows arrows = new Arrows(graph);
    String title = picture.title().orElseGet(() -> labels.text(Localized.of("Plan", "计划")));
    line("digraph " + quoted(title) + " {");
    line("  graph [rankdir=TB, fontname=\"sans-serif\", nodesep=0.4, ranksep=0.5]");
    line("  node [fontname=\"sans-serif\", fontsize=12, style=filled, shape=box]");
    line("  edge [fontname=\"sans-serif\", fontsize=10]");
    for (Node node : graph.nodes()) {
      if (node.container().isEmpty()) {
        if (arrows.isFrame(node.id())) {
          frame(node, graph);
        } else {
          node(node, "  ");
        }
      }
    }
    arrows.all().forEach(this::arrow);
    line("}");
    return out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void frame(Node node, FlowGraph graph) {
    line("  subgraph cluster_" + names.of(node.id()) + " {");
    line("    label=" + quoted(labels.frame(node, picture.schedule())) + "; style=rounded");
    line(
        "    "
            + names.of(Arrows.entry(node.id()))
            + " [label=\"↻\", shape=circle, style=solid, margin=0]");
    for (Node inner : graph.nodes()) {
      if (inner.container().filter(node.id()::equals).isPresent()) {
        node(inner, "    ");
      }
    }
    line("  }");
  }

  private void node(Node node, String indent) {
    StringBuilder text = new StringBuilder(node.name()).append('\n').append(labels.detail(node));
    if (!node.findings().isEmpty()) {
      text.append('\n').append(labels.findings(node));
    }
    Palette.Color color = Palette.of(node.family());
    String style =
        switch (node.presence()) {
          case CERTAIN -> "filled";
          case CONDITIONAL -> "filled,dashed";
          case SKIPPED -> "filled,dotted";
        };
    line(
        indent
            + names.of(node.id())
            + " [label="
            + quoted(text.toString())
            + ", tooltip="
            + quoted(labels.hint(node))
            + ", color=\""
            + color.light()
            + "\", fillcolor=\""
            + Palette.tint(color)
            + "\""
            + shape(node.family(), style)
            + "]");
  }

  private static String shape(Family family, String style) {
    return switch (family) {
      case MODEL, TUNING -> ", style=" + quoted(style + ",rounded");
      case DATASET -> ", shape=cylinder, style=" + quoted(style);
      case DATA -> ", shape=parallelogram, style=" + quoted(style);
      case SELECTION -> ", shape=hexagon, style=" + quoted(style);
      case PRETRAINING -> ", shape=component, style=" + quoted(style);
      case PROMPTING -> ", shape=note, style=" + quoted(style);
      case ALIGNMENT -> ", shape=octagon, style=" + quoted(style);
      case EVALUATION -> ", shape=tab, style=" + quoted(style);
      case OPTIMIZATION -> ", shape=invtrapezium, style=" + quoted(style);
      case AUGMENTATION -> ", peripheries=2, style=" + quoted(style);
      case OPERATION -> ", shape=cds, style=" + quoted(style);
      case ROUNDS, OTHER -> ", style=" + quoted(style);
    };
  }

  private void arrow(Arrows.Arrow arrow) {
    Edge edge = arrow.edge();
    String style =
        switch (edge.sort()) {
          case FLOW -> "solid";
          case CONDITION, ROUND -> "dashed";
          case ORDER -> "dotted";
        };
    String label = labels.of(edge);
    String constraint = edge.sort() == Edge.Sort.ROUND ? "constraint=false, " : "";
    line(
        "  "
            + names.of(arrow.from())
            + " -> "
            + names.of(arrow.to())
            + " ["
            + constraint
            + "style="
            + style
            + ", color=\""
            + Palette.of(edge).light()
            + "\""
            + (label.isEmpty() ? "" : ", label=" + quoted(label))
            + "]");
  }

  /** A text between quotes, with line ends where it has them. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
