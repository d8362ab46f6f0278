package dev.genplan.drawing;

import dev.genplan.diagram.Picture;
import dev.genplan.text.Language;

/** Puts pictures of plans into texts. */
public final class Drawing {

  private Drawing() {}

  /** The flow as SVG that stands for itself. */
  public static String flow(Picture picture, Language language) {
    return FlowPicture.svg(picture, language, true);
  }

  /** The course over time as SVG that stands for itself. */
  public static String timeline(Picture picture, Language language) {
    return TimelinePicture.svg(picture, language, true);
  }
}
