package dev.genplan.drawing;

import dev.genplan.diagram.Picture;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;

/** One of the pictures of a plan. */
public enum View {
  /** What flows. */
  FLOW("Flow", "流程"),
  /** What happens when. */
  TIMELINE("Timeline", "时间安排");

  private final Localized title;

  View(String en, String zh) {
    this.title = Localized.of(en, zh);
  }

  Localized title() {
    return title;
  }

  /**
   * Draws it.
   *
   * @param styled whether it brings its style sheet along
   * @param step called often; throws to stop the work
   */
  void draw(Picture picture, Language language, Markup into, boolean styled, Runnable step) {
    switch (this) {
      case FLOW -> FlowPicture.draw(picture, language, into, styled, step);
      case TIMELINE -> TimelinePicture.draw(picture, language, into, styled);
    }
  }
}
