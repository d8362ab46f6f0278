package dev.genplan.report;

import dev.genplan.text.DisplayWidth;
import dev.genplan.text.Language;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Shows a rule's page on a terminal. Pages are Markdown with headings, paragraphs, lists, fenced
 * code and marks within lines; anything else is shown as it stands.
 */
public final class Page {

  private static final String FENCE = "```";
  private static final String CODE_INDENT = "    ";

  private final Paint paint;
  private final int columns;
  private final Locale locale;
  private final StringBuilder out = new StringBuilder();

  /**
   * @param columns the width of the terminal
   * @param language the language of the page, which decides where lines may be broken
   */
  public Page(Paint paint, int columns, Language language) {
    this.paint = paint;
    this.columns = columns;
    this.locale = Locale.forLanguageTag(language.tag());
  }

  /** The page as text for the terminal. */
  public String render(String markdown) {
    boolean code = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith(FENCE)) {
        code = !code;
      } else if (code) {
        out.append(line.isEmpty() ? "" : CODE_INDENT).append(line).append('\n');
      } else if (line.startsWith("#")) {
        out.append(paint.strong(line.replaceFirst("^#+ *", ""))).append('\n');
      } else {
        paragraph(line);
      }
    }
    return out.toString();
  }

  private void paragraph(String line) {
    boolean item = line.startsWith("- ");
    BreakIterator breaks = BreakIterator.getLineInstance(locale);
    breaks.setText(line);
    int start = 0;
    int fits = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      int indent = item && start > 0 ? 2 : 0;
      boolean over = DisplayWidth.of(line.substring(start, end).stripTrailing()) > columns - indent;
      if (over && fits > start) {
        append(line.substring(start, fits), indent);
        start = fits;
      }
      fits = end;
    }
    append(line.substring(start), item && start > 0 ? 2 : 0);
  }

  private void append(String text, int indent) {
    out.append(" ".repeat(indent)).append(text.stripTrailing()).append('\n');
  }
}
