package dev.genplan.drawing;

import dev.genplan.diagnostics.Severity;
import dev.genplan.diagram.Edge;
import dev.genplan.diagram.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The colors of the pictures, in a light and a dark form. A page around a picture can set each one:
 * the color {@code tuning} is the CSS property {@code --gp-tuning} where that is set.
 */
final class Palette {

  /**
   * A color.
   *
   * @param name what follows {@code --gp-}
   * @param light on a light background
   * @param dark on a dark one
   */
  record Color(String name, String light, String dark) {
    /** What CSS takes for it. */
    String css() {
      return "var(--gp-" + name + ",var(--gpd-" + name + "))";
    }
  }

  /** How much of its color fills a shape. */
  static final double TINT = 0.13;

  static final Color BACKGROUND = new Color("background", "#ffffff", "#15181e");
  static final Color FOREGROUND = new Color("foreground", "#1f2328", "#e6edf3");

  /** Text of less weight. */
  static final Color MUTED = new Color("muted", "#57606a", "#a8b3bf");

  /** Lines without a meaning of their own. */
  static final Color LINE = new Color("line", "#6e7781", "#8b949e");

  /** What decides when a plan ends. */
  static final Color CRITICAL = new Color("critical", "#b3261e", "#ff8a80");

  private Palette() {}

  static Color of(Family family) {
    return switch (family) {
      case MODEL -> new Color("model", "#0b62c4", "#6cb6ff");
      case DATASET -> new Color("dataset", "#0d7a5f", "#4ec9a5");
      case DATA -> new Color("data", "#567000", "#b5cf52");
      case SELECTION -> new Color("selection", "#0e7490", "#67d4e8");
      case PRETRAINING -> new Color("pretraining", "#86490a", "#dba57a");
      case PROMPTING -> new Color("prompting", "#6d34d9", "#b99cff");
      case TUNING -> new Color("tuning", "#c2410c", "#ff9f6b");
      case ALIGNMENT -> new Color("alignment", "#be185d", "#ff8fc0");
      case EVALUATION -> new Color("evaluation", "#806000", "#e3c04b");
      case OPTIMIZATION -> new Color("optimization", "#3f37c9", "#9aa5ff");
      case AUGMENTATION -> new Color("augmentation", "#9a1aa6", "#ee9bff");
      case OPERATION -> new Color("operation", "#157a3b", "#6fdc8c");
      case ROUNDS -> new Color("rounds", "#57606a", "#9aa4ae");
      case OTHER -> new Color("other", "#57606a", "#9aa4ae");
    };
  }

  /** An arrow has the color of what flows along it. */
  static Color of(Edge edge) {
    if (edge.sort() == Edge.Sort.ORDER || edge.flows().isEmpty()) {
      return LINE;
    }
    return switch (edge.flows().get()) {
      case ADAPTER, MODEL, SYSTEM, ENCODER -> of(Family.MODEL);
      case DATASET -> of(Family.DATASET);
      case REWARD -> of(Family.ALIGNMENT);
      case REPORT -> of(Family.EVALUATION);
      case SERVICE -> of(Family.OPERATION);
      case COMPUTE -> LINE;
    };
  }

  static Color of(Severity severity) {
    String name = severity.name().toLowerCase(Locale.ROOT);
    return switch (severity) {
      case ERROR -> new Color(name, "#c62828", "#ff7b72");
      case WARNING -> new Color(name, "#9a6700", "#e3b341");
      case INFORMATION -> new Color(name, "#0969da", "#6cb6ff");
      case HINT -> new Color(name, "#57606a", "#9aa4ae");
    };
  }

  /** A color as it looks where it fills a shape on a light background. */
  static String tint(Color color) {
    StringBuilder mixed = new StringBuilder("#");
    for (int at = 1; at < 7; at += 2) {
      int strong = Integer.parseInt(color.light().substring(at, at + 2), 16);
      mixed.append(String.format(Locale.ROOT, "%02x", Math.round(255 - (255 - strong) * TINT)));
    }
    return mixed.toString();
  }

  static List<Color> all() {
    List<Color> all = new ArrayList<>(List.of(BACKGROUND, FOREGROUND, MUTED, LINE, CRITICAL));
    for (Family family : Family.values()) {
      all.add(of(family));
    }
    for (Severity severity : Severity.values()) {
      all.add(of(severity));
    }
    return all;
  }
}
