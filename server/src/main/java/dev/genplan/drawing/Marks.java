package dev.genplan.drawing;

import dev.genplan.diagnostics.Severity;

/** The signs of what was found: told apart by shape and letter as well as by color. */
final class Marks {

  private static final double RADIUS = 8;

  private Marks() {}

  /** Draws the sign of a severity around a point. */
  static void draw(Markup svg, Severity severity, double x, double y) {
    Palette.Color color = Palette.of(severity);
    svg.open("g", "class", "gp-mark gp-" + color.name(), "color", color.light());
    svg.empty("path", "d", outline(severity, x, y), "fill", "currentColor", "class", "gp-paint");
    svg.empty(
        "path", "class", "gp-on", "d", sign(severity, x, y), "fill", Palette.BACKGROUND.light());
    svg.close();
  }

  private static String outline(Severity severity, double x, double y) {
    return switch (severity) {
      case ERROR -> polygon(x, y, 8, RADIUS, Math.PI / 8);
      case WARNING -> polygon(x, y + 1.5, 3, RADIUS + 2, -Math.PI / 2);
      case INFORMATION -> circle(x, y, RADIUS);
      case HINT -> polygon(x, y, 4, RADIUS, 0);
    };
  }

  private static String sign(Severity severity, double x, double y) {
    return switch (severity) {
      case ERROR, WARNING -> bar(x, y - 4, 2, 5) + bar(x, y + 2.6, 2, 2);
      case INFORMATION -> bar(x, y - 4.6, 2, 2) + bar(x, y - 1.4, 2, 6);
      case HINT -> circle(x, y, 2.2);
    };
  }

  private static String bar(double x, double y, double width, double height) {
    return "M"
        + n(x - width / 2)
        + " "
        + n(y)
        + "h"
        + n(width)
        + "v"
        + n(height)
        + "h"
        + n(-width)
        + "Z";
  }

  private static String circle(double x, double y, double radius) {
    String arc = "a" + n(radius) + " " + n(radius) + " 0 1 0 ";
    return "M"
        + n(x - radius)
        + " "
        + n(y)
        + arc
        + n(2 * radius)
        + " 0"
        + arc
        + n(-2 * radius)
        + " 0Z";
  }

  private static String polygon(double x, double y, int corners, double radius, double turn) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < corners; i++) {
      double angle = turn + 2 * Math.PI * i / corners;
      path.append(i == 0 ? 'M' : 'L')
          .append(n(x + radius * Math.cos(angle)))
          .append(' ')
          .append(n(y + radius * Math.sin(angle)));
    }
    return path.append('Z').toString();
  }

  private static String n(double value) {
    return Markup.number(value);
  }
}
