package dev.genplan.drawing;

import dev.genplan.diagram.Picture;
import dev.genplan.text.Language;
import java.util.List;

/** Puts pictures of plans into texts. */
public final class Drawing {

  private Drawing() {}

  /** One view as SVG that stands for itself. */
  public static String svg(Picture picture, View view, Language language) {
    return svg(picture, view, language, () -> {});
  }

  /**
   * One view as SVG that stands for itself.
   *
   * @param step called often; throws to stop the work
   */
  public static String svg(Picture picture, View view, Language language, Runnable step) {
    Markup svg = new Markup();
    view.draw(picture, language, svg, true, step);
    return svg.finish();
  }

  /**
   * A page of HTML with the totals and what was found.
   *
   * @param views the pictures in it, in this order
   */
  public static String html(Picture picture, List<View> views, Language language) {
    return HtmlPage.of(picture, language, views);
  }

  /** One view in the language of Mermaid. */
  public static String mermaid(Picture picture, View view, Language language) {
    return switch (view) {
      case FLOW -> Mermaid.flow(picture, language);
      case TIMELINE -> Mermaid.timeline(picture, language);
    };
  }

  /** The flow in the language of Graphviz. */
  public static String dot(Picture picture, Language language) {
    return Dot.flow(picture, language);
  }
}
