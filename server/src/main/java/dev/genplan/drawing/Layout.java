package dev.genplan.drawing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything lies in a picture of a graph, in pixels from its upper left corner.
 *
 * @param width of the whole
 * @param height of the whole
 * @param boxes where each node lies, by id
 * @param routes the ways of the edges, in their order
 */
record Layout(double width, double height, Map<String, Box> boxes, List<Route> routes) {

  record Point(double x, double y) {}

  record Box(double x, double y, double width, double height) {
    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }

    double middle() {
      return x + width / 2;
    }

    double center() {
      return y + height / 2;
    }
  }

  /**
   * The way of an edge.
   *
   * @param points from its beginning to its end, at least two
   * @param label where its label lies, if it has one
   */
  record Route(List<Point> points, Optional<Box> label) {}
}
