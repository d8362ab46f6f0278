package dev.genplan.drawing;

import dev.genplan.drawing.Palette.Color;
import java.util.function.Function;

/**
 * The style sheet of the pictures. Every color can be set from outside ({@link Palette}); where it
 * is not, it follows the reader's color scheme. Programs that know no custom properties fall back
 * on the attributes of the elements, which have the light colors.
 */
final class Style {

  static final String FONT =
      "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial,"
          + " 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

  private Style() {}

  static String css() {
    StringBuilder css = new StringBuilder(4096);
    css.append(".gp{").append(defaults(Color::light)).append("}\n");
    css.append("@media (prefers-color-scheme:dark){.gp{")
        .append(defaults(Color::dark))
        .append("}}\n");
    for (Color color : Palette.all()) {
      css.append(".gp-").append(color.name()).append("{color:").append(color.css()).append("}\n");
    }
    String foreground = Palette.FOREGROUND.css();
    String background = Palette.BACKGROUND.css();
    return css.append(".gp-paper{fill:" + background + "}\n")
        .append(".gp text{font-family:var(--gp-font," + FONT + ");fill:" + foreground + "}\n")
        .append(".gp .gp-small{fill:" + Palette.MUTED.css() + "}\n")
        .append(".gp .gp-on{fill:" + background + ";stroke:none}\n")
        .append(".gp .gp-paint{fill:currentColor}\n")
        .append(".gp-node{cursor:default}\n")
        .append(".gp-node:focus{outline:none}\n")
        .append(".gp-node:focus-visible .gp-shape,.gp-selected .gp-shape{stroke-width:3.5}\n")
        .toString();
  }

  private static String defaults(Function<Color, String> form) {
    StringBuilder css = new StringBuilder(1024);
    for (Color color : Palette.all()) {
      css.append("--gpd-").append(color.name()).append(':').append(form.apply(color)).append(';');
    }
    return css.toString();
  }
}
