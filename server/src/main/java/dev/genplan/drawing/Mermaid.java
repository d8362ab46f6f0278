package dev.genplan.drawing;

import dev.genplan.diagram.Bar;
import dev.genplan.diagram.Edge;
import dev.genplan.diagram.Family;
import dev.genplan.diagram.FlowGraph;
import dev.genplan.diagram.Node;
import dev.genplan.diagram.Picture;
import dev.genplan.diagram.Schedule;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;

/** Pictures in the language of Mermaid, as Markdown in many places shows them. */
final class Mermaid {

  /** Counts as the first day where a plan names none. */
  private static final LocalDate SOME_YEAR = LocalDate.of(2001, 1, 1);

  private final Picture picture;
  private final Labels labels;
  private final Names names = new Names();
  private final StringBuilder out = new StringBuilder();

  private Mermaid(Picture picture, Language language) {
    this.picture = picture;
    this.labels = new Labels(language);
  }

  /** The flow as a flowchart. */
  static String flow(Picture picture, Language language) {
    return new Mermaid(picture, language).flowchart();
  }

  /** The course over time, in the worst case, as a Gantt chart. */
  static String timeline(Picture picture, Language language) {
    return new Mermaid(picture, language).gantt();
  }

  private String flowchart() {
    FlowGraph graph = picture.flow();
    Arrows arrows = new Arrows(graph);
    out.append("flowchart TB\n");
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Node node : graph.nodes()) {
      if (node.container().isEmpty()) {
        families.add(node.family());
        if (arrows.isFrame(node.id())) {
          frame(node, graph, families);
        } else {
          node(node, "  ");
        }
      }
    }
    arrows.all().forEach(this::arrow);
    for (Family family : families) {
      Palette.Color color = Palette.of(family);
      line(
          "  classDef "
              + color.name()
              + " fill:"
              + Palette.tint(color)
              + ",stroke:"
              + color.light()
              + ",color:"
              + Palette.FOREGROUND.light());
    }
    line("  classDef conditional stroke-dasharray:6 4");
    line("  classDef skipped stroke-dasharray:2 4");
    return out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void frame(Node node, FlowGraph graph, Set<Family> families) {
    String name = labels.frame(node, picture.schedule());
    line("  subgraph " + names.of(node.id()) + "[\"" + escaped(name) + "\"]");
    line("    " + names.of(Arrows.entry(node.id())) + "((\"↻\"))");
    for (Node inner : graph.nodes()) {
      if (inner.container().filter(node.id()::equals).isPresent()) {
        families.add(inner.family());
        node(inner, "    ");
      }
    }
    line("  end");
    line("  class " + names.of(node.id()) + " " + classes(node));
  }

  private void node(Node node, String indent) {
    String text = escaped(node.name()) + "<br/>" + escaped(labels.detail(node));
    String found =
        node.severity()
            .map(it -> "<br/>" + escaped(sign(node) + " " + labels.findings(node)))
            .orElse("");
    String[] shape = shape(node.family());
    line(indent + names.of(node.id()) + shape[0] + "\"" + text + found + "\"" + shape[1]);
    line(indent + "class " + names.of(node.id()) + " " + classes(node));
  }

  private static String sign(Node node) {
    return switch (node.severity().orElseThrow()) {
      case ERROR -> "✖";
      case WARNING -> "⚠";
      case INFORMATION, HINT -> "ℹ";
    };
  }

  private static String classes(Node node) {
    String family = Palette.of(node.family()).name();
    return switch (node.presence()) {
      case CERTAIN -> family;
      case CONDITIONAL -> family + ",conditional";
      case SKIPPED -> family + ",skipped";
    };
  }

  private static String[] shape(Family family) {
    return switch (family) {
      case MODEL -> new String[] {"([", "])"};
      case DATASET -> new String[] {"[(", ")]"};
      case DATA -> new String[] {"[/", "/]"};
      case SELECTION -> new String[] {"{{", "}}"};
      case PRETRAINING, AUGMENTATION -> new String[] {"[[", "]]"};
      case TUNING -> new String[] {"(", ")"};
      case EVALUATION -> new String[] {"[/", "\\]"};
      case OPTIMIZATION -> new String[] {"[\\", "/]"};
      case OPERATION -> new String[] {">", "]"};
      case PROMPTING, ALIGNMENT, ROUNDS, OTHER -> new String[] {"[", "]"};
    };
  }

  private void arrow(Arrows.Arrow arrow) {
    boolean solid = arrow.edge().sort() == Edge.Sort.FLOW;
    String label = labels.of(arrow.edge());
    line(
        "  "
            + names.of(arrow.from())
            + (solid ? " -->" : " -.->")
            + (label.isEmpty() ? "" : "|\"" + escaped(label) + "\"|")
            + " "
            + names.of(arrow.to()));
  }

  /** Text between quotes: Mermaid knows entities, written with {@code #}, and HTML. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            each -> {
              if (Character.isLetterOrDigit(each) || " -_.,·、↻✖⚠ℹ".indexOf(each) >= 0) {
                safe.appendCodePoint(each);
              } else {
                safe.append('#').append(each).append(';');
              }
            });
    return safe.toString();
  }

  private String gantt() {
    Schedule schedule = picture.schedule();
    String title = picture.title().orElseGet(() -> labels.text(Localized.of("Plan", "计划")));
    out.append("gantt\n");
    line(
        "  title " + plain(labels.text(Localized.of("{0} (worst case)", "{0}（最坏情况）").with(title))));
    line("  dateFormat YYYY-MM-DDTHH:mm");
    line(
        "  axisFormat "
            + (schedule.firstDay().isPresent()
                ? "%Y-%m-%d"
                : labels.text(Localized.of("day %j", "第 %j 天"))));
    for (Bar bar : schedule.bars()) {
      if (bar.node().presence() != Node.Presence.SKIPPED) {
        task(bar, schedule.firstDay().orElse(SOME_YEAR).atStartOfDay());
      }
    }
    return out.toString();
  }

  private void task(Bar bar, LocalDateTime origin) {
    String kind = bar.critical() ? "crit, " : bar.basis() == Bar.Basis.ONGOING ? "milestone, " : "";
    line("  section " + plain(bar.node().name()));
    line(
        "  "
            + plain(labels.text(bar.node().title()) + " · " + labels.duration(bar))
            + " :"
            + kind
            + names.of(bar.node().id())
            + ", "
            + time(origin, bar.start().high())
            + ", "
            + time(origin, bar.end().high()));
  }

  private static String time(LocalDateTime origin, double seconds) {
    return origin.plusMinutes(Math.round(seconds / 60)).toString();
  }

  /** Text that ends at the end of its line: nothing in it can be written as an entity. */
  private static String plain(String text) {
    return text.replaceAll("[:;#%{}\\p{Cntrl}]", " ").strip();
  }
}
