package dev.genplan.drawing;

import dev.genplan.diagram.Family;
import dev.genplan.diagram.Node;
import dev.genplan.drawing.Layout.Box;
import java.util.List;

/** An SVG picture while it is drawn. */
final class Canvas {

  static final double NAME = 13;
  static final double SMALL = 11;

  /** Names are drawn bold: they take as much room as plain text of this size. */
  static final double BOLD_NAME = NAME * 1.07;

  private final Markup svg;

  /**
   * Begins a picture.
   *
   * @param into takes the picture
   * @param id tells it from other pictures on the same page
   * @param title what a screen reader calls it
   * @param description what it shows, in one sentence
   * @param styled whether it brings its style sheet along
   */
  Canvas(
      Markup into,
      String id,
      double width,
      double height,
      String title,
      String description,
      boolean styled) {
    this.svg = into;
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "gp gp-" + id,
        "viewBox",
        "0 0 " + Markup.number(width) + " " + Markup.number(height),
        "width",
        width,
        "height",
        height,
        "role",
        "graphics-document document",
        "aria-labelledby",
        "gp-" + id + "-title gp-" + id + "-desc",
        "font-family",
        Style.FONT);
    svg.element("title", title, "id", "gp-" + id + "-title");
    svg.element("desc", description, "id", "gp-" + id + "-desc");
    if (styled) {
      svg.element("style", Style.css());
    }
    paper(new Box(0, 0, width, height));
  }

  Markup svg() {
    return svg;
  }

  /** Begins a group whose color is that of a family. */
  void open(Palette.Color color, String classes, Object... attributes) {
    svg.open("g", attributes)
        .attribute("class", (classes + " gp-" + color.name()).strip())
        .attribute("color", color.light());
  }

  /**
   * Begins what stands for a node.
   *
   * @param spoken what a screen reader says of it
   * @param hint what shows when the pointer rests on it
   */
  void open(Node node, String spoken, String hint) {
    Object[] attributes = {
      "role", "graphics-symbol img", "tabindex", 0, "data-node", node.id(), "aria-label", spoken
    };
    open(Palette.of(node.family()), "gp-node", attributes);
    svg.element("title", hint);
  }

  /** Ends a group, and last of all the picture. */
  void close() {
    svg.close();
  }

  /** Draws the outline of a family, in the color of the group around it. */
  void shape(Family family, Box box, String dashes) {
    List<String> paths = Shapes.of(family, box);
    boolean container = family == Family.ROUNDS;
    svg.open(
        "path",
        "class",
        "gp-shape",
        "d",
        paths.get(0),
        "fill",
        "currentColor",
        "fill-opacity",
        container ? "0.05" : String.valueOf(Palette.TINT),
        "stroke",
        "currentColor",
        "stroke-width",
        1.6,
        "stroke-linejoin",
        "round");
    dash(dashes);
    svg.close();
    for (String line : paths.subList(1, paths.size())) {
      svg.open("path", "d", line, "fill", "none", "stroke", "currentColor", "stroke-width", 1.2);
      dash(dashes);
      svg.close();
    }
  }

  private void dash(String dashes) {
    if (!dashes.isEmpty()) {
      svg.attribute("stroke-dasharray", dashes);
    }
  }

  /** Writes a name, in the middle of its place or from its beginning. */
  void name(String text, double x, double y, boolean centered) {
    text(text, x, y, centered ? "middle" : "start", NAME, "600", "gp-name", Palette.FOREGROUND);
  }

  /** Writes something of less weight. */
  void small(String text, double x, double y, String anchor) {
    text(text, x, y, anchor, SMALL, "400", "gp-small", Palette.MUTED);
  }

  private void text(
      String text,
      double x,
      double y,
      String anchor,
      double size,
      String weight,
      String classes,
      Palette.Color color) {
    svg.element(
        "text",
        text,
        "class",
        classes,
        "x",
        x,
        "y",
        y,
        "text-anchor",
        anchor,
        "font-size",
        size,
        "font-weight",
        weight,
        "fill",
        color.light());
  }

  /** Draws a line. */
  void line(String path, double width, String dashes) {
    svg.open(
        "path",
        "d",
        path,
        "fill",
        "none",
        "stroke",
        "currentColor",
        "stroke-width",
        width,
        "stroke-linejoin",
        "round");
    dash(dashes);
    svg.close();
  }

  /** Covers what lies below. */
  void paper(Box box) {
    svg.empty(
        "rect",
        "class",
        "gp-paper",
        "x",
        box.x(),
        "y",
        box.y(),
        "width",
        box.width(),
        "height",
        box.height(),
        "fill",
        Palette.BACKGROUND.light());
  }

  /** Fills an area with the color of the group. */
  void fill(String path) {
    svg.empty("path", "d", path, "class", "gp-paint", "fill", "currentColor");
  }
}
