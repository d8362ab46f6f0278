package dev.genplan.drawing;

import dev.genplan.diagram.Family;
import dev.genplan.drawing.Layout.Box;
import java.util.List;

/** The outline of each family, so that they can be told apart without their colors. */
final class Shapes {

  private static final double SLANT = 12;
  private static final double CUT = 10;
  private static final double WAVE = 5;
  private static final double LID = 5;
  private static final double FOLD = 11;
  private static final double ROUND = 7;

  private Shapes() {}

  /** Room that an outline takes on the left and on the right, away from its text. */
  static double inset(Family family) {
    return switch (family) {
      case DATA, OPTIMIZATION -> SLANT;
      case SELECTION, OPERATION -> SLANT;
      case MODEL -> 10;
      case PRETRAINING -> 6;
      case AUGMENTATION, PROMPTING -> 5;
      default -> 0;
    };
  }

  /** How much lower than usual a text has to stand. */
  static double lid(Family family) {
    return family == Family.DATASET ? 4 : family == Family.EVALUATION ? -2 : 0;
  }

  /** The outline as data of a path, and lines inside it that are not filled. */
  static List<String> of(Family family, Box box) {
    double left = box.x();
    double right = box.right();
    double top = box.y();
    double bottom = box.bottom();
    double center = box.center();
    double slant = Math.min(SLANT, box.height() / 3);
    double cut = Math.min(CUT, box.height() / 4);
    double fold = Math.min(FOLD, box.height() / 3);
    double wall = Math.min(6, box.width() / 8);
    double layer = Math.min(4, box.height() / 6);
    return switch (family) {
      case MODEL -> List.of(rounded(box, box.height() / 2));
      case DATASET -> cylinder(box);
      case DATA ->
          List.of(polygon(left + slant, top, right, top, right - slant, bottom, left, bottom));
      case SELECTION ->
          List.of(
              polygon(
                  left + slant,
                  top,
                  right - slant,
                  top,
                  right,
                  center,
                  right - slant,
                  bottom,
                  left + slant,
                  bottom,
                  left,
                  center));
      case PRETRAINING ->
          List.of(
              rounded(box, 0), line(left + wall, top, bottom) + line(right - wall, top, bottom));
      case PROMPTING ->
          List.of(
              polygon(left, top, right - fold, top, right, top + fold, right, bottom, left, bottom),
              path(right - fold, top, right - fold, top + fold, right, top + fold));
      case TUNING -> List.of(rounded(box, Math.min(ROUND, box.height() / 4)));
      case ALIGNMENT ->
          List.of(
              polygon(
                  left + cut,
                  top,
                  right - cut,
                  top,
                  right,
                  top + cut,
                  right,
                  bottom - cut,
                  right - cut,
                  bottom,
                  left + cut,
                  bottom,
                  left,
                  bottom - cut,
                  left,
                  top + cut));
      case EVALUATION -> List.of(sheet(box));
      case OPTIMIZATION ->
          List.of(polygon(left, top, right, top, right - slant, bottom, left + slant, bottom));
      case AUGMENTATION ->
          List.of(
              rounded(box, layer),
              rounded(
                  new Box(
                      left + layer, top + layer, box.width() - 2 * layer, box.height() - 2 * layer),
                  2));
      case OPERATION ->
          List.of(
              polygon(
                  left,
                  top,
                  right - slant,
                  top,
                  right,
                  center,
                  right - slant,
                  bottom,
                  left,
                  bottom));
      case ROUNDS -> List.of(rounded(box, 10));
      case OTHER -> List.of(rounded(box, 0));
    };
  }

  private static String n(double value) {
    return Markup.number(value);
  }

  private static String polygon(double... points) {
    return path(points) + "Z";
  }

  private static String path(double... points) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.length; i += 2) {
      path.append(i == 0 ? 'M' : 'L').append(n(points[i])).append(' ').append(n(points[i + 1]));
    }
    return path.toString();
  }

  private static String line(double x, double top, double bottom) {
    return path(x, top, x, bottom);
  }

  private static String rounded(Box box, double radius) {
    if (radius == 0) {
      return polygon(
          box.x(), box.y(), box.right(), box.y(), box.right(), box.bottom(), box.x(), box.bottom());
    }
    String arc = "A" + n(radius) + " " + n(radius) + " 0 0 1 ";
    return "M"
        + n(box.x() + radius)
        + " "
        + n(box.y())
        + "H"
        + n(box.right() - radius)
        + arc
        + n(box.right())
        + " "
        + n(box.y() + radius)
        + "V"
        + n(box.bottom() - radius)
        + arc
        + n(box.right() - radius)
        + " "
        + n(box.bottom())
        + "H"
        + n(box.x() + radius)
        + arc
        + n(box.x())
        + " "
        + n(box.bottom() - radius)
        + "V"
        + n(box.y() + radius)
        + arc
        + n(box.x() + radius)
        + " "
        + n(box.y())
        + "Z";
  }

  private static List<String> cylinder(Box box) {
    double lid = Math.min(LID, box.height() / 6);
    String half = "A" + n(box.width() / 2) + " " + n(lid) + " 0 0 ";
    String left = n(box.x()) + " ";
    String right = n(box.right()) + " ";
    String outline =
        "M"
            + left
            + n(box.y() + lid)
            + half
            + "1 "
            + right
            + n(box.y() + lid)
            + "V"
            + n(box.bottom() - lid)
            + half
            + "1 "
            + left
            + n(box.bottom() - lid)
            + "Z";
    return List.of(outline, "M" + left + n(box.y() + lid) + half + "0 " + right + n(box.y() + lid));
  }

  /** A sheet of paper, torn off at the bottom. */
  private static String sheet(Box box) {
    double wave = Math.min(WAVE, box.height() / 6);
    double quarter = box.width() / 4;
    double base = box.bottom() - wave / 2;
    return "M"
        + n(box.x())
        + " "
        + n(box.y())
        + "H"
        + n(box.right())
        + "V"
        + n(base)
        + "Q"
        + n(box.right() - quarter)
        + " "
        + n(base - 2 * wave)
        + " "
        + n(box.middle())
        + " "
        + n(base)
        + "T"
        + n(box.x())
        + " "
        + n(base)
        + "Z";
  }
}
