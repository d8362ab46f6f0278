package dev.genplan.drawing;

import dev.genplan.drawing.Layout.Point;
import java.util.ArrayList;
import java.util.List;

/** Ways as data of paths: straight, with rounded corners, and an arrow head at the end. */
final class Routes {

  private static final double CORNER = 6;
  private static final double HEAD = 8;
  private static final double HALF = 3.8;

  private Routes() {}

  /** The line, up to the middle of its arrow head. */
  static String line(List<Point> points) {
    List<Point> way = new ArrayList<>(points);
    Point last = way.get(way.size() - 1);
    way.set(way.size() - 1, towards(last, way.get(way.size() - 2), HEAD - 1));
    StringBuilder path = new StringBuilder("M").append(at(way.get(0)));
    for (int i = 1; i < way.size() - 1; i++) {
      Point corner = way.get(i);
      double before = distance(way.get(i - 1), corner) / 2;
      double behind = distance(corner, way.get(i + 1)) / 2;
      double radius = Math.min(CORNER, Math.min(before, behind));
      path.append('L').append(at(towards(corner, way.get(i - 1), radius)));
      path.append('Q').append(at(corner)).append(' ');
      path.append(at(towards(corner, way.get(i + 1), radius)));
    }
    return path.append('L').append(at(way.get(way.size() - 1))).toString();
  }

  /** The arrow head at the end. */
  static String head(List<Point> points) {
    Point tip = points.get(points.size() - 1);
    Point back = towards(tip, points.get(points.size() - 2), HEAD);
    double x = (tip.x() - back.x()) / HEAD * HALF;
    double y = (tip.y() - back.y()) / HEAD * HALF;
    return "M"
        + at(tip)
        + "L"
        + at(new Point(back.x() - y, back.y() + x))
        + "L"
        + at(new Point(back.x() + y, back.y() - x))
        + "Z";
  }

  private static String at(Point point) {
    return Markup.number(point.x()) + " " + Markup.number(point.y());
  }

  private static double distance(Point one, Point other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  /** The point that lies a way off one, towards another. */
  private static Point towards(Point from, Point to, double way) {
    double distance = distance(from, to);
    double part = distance == 0 ? 0 : way / distance;
    return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }
}
