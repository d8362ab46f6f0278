package dev.genplan.drawing;

import dev.genplan.diagnostics.Severity;
import dev.genplan.diagram.Family;
import dev.genplan.drawing.Layout.Box;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;

/** What the shapes, lines and signs of a picture mean; below it, in as many lines as it takes. */
final class Legend {

  static final double NARROWEST = 440;

  private static final double SYMBOL = 26;
  private static final double ROW = 24;
  private static final double GAP = 18;
  private static final double MARGIN = 12;

  /** Draws the symbol of an entry into a box. */
  interface Symbol {
    void draw(Canvas canvas, Box box);
  }

  private record Entry(String text, Palette.Color color, Symbol symbol) {
    double width() {
      return SYMBOL + 6 + TextWidth.of(text, Canvas.SMALL) + GAP;
    }
  }

  private final Labels labels;
  private final double width;
  private final List<Entry> entries = new ArrayList<>();

  Legend(Labels labels, double width) {
    this.labels = labels;
    this.width = width;
  }

  void family(Family family) {
    add(family.title(), Palette.of(family), (canvas, box) -> canvas.shape(family, box, ""));
  }

  void outline(Localized text, String dashes) {
    add(text, Palette.LINE, (canvas, box) -> canvas.shape(Family.TUNING, box, dashes));
  }

  void line(Localized text, String dashes) {
    line(text, Palette.LINE, dashes);
  }

  void line(Localized text, Palette.Color color, String dashes) {
    add(text, color, (canvas, box) -> canvas.line(across(box), 1.6, dashes));
  }

  void mark(Severity severity) {
    add(
        Labels.of(severity),
        Palette.of(severity),
        (canvas, box) -> Marks.draw(canvas.svg(), severity, box.middle(), box.center()));
  }

  private static String across(Box box) {
    return "M"
        + Markup.number(box.x())
        + " "
        + Markup.number(box.center())
        + "H"
        + Markup.number(box.right());
  }

  void add(Localized text, Palette.Color color, Symbol symbol) {
    entries.add(new Entry(labels.text(text), color, symbol));
  }

  double width() {
    return width;
  }

  double height() {
    return rows().size() * ROW + MARGIN;
  }

  private List<List<Entry>> rows() {
    List<List<Entry>> rows = new ArrayList<>();
    double left = 0;
    for (Entry entry : entries) {
      if (rows.isEmpty() || left < entry.width()) {
        rows.add(new ArrayList<>());
        left = width - 2 * MARGIN;
      }
      rows.get(rows.size() - 1).add(entry);
      left -= entry.width();
    }
    return rows;
  }

  /** Draws it from a line on. */
  void draw(Canvas canvas, double top) {
    double y = top;
    canvas.svg().open("g", "class", "gp-legend", "aria-hidden", "true");
    for (List<Entry> row : rows()) {
      double x = MARGIN;
      for (Entry entry : row) {
        canvas.open(entry.color(), "");
        entry.symbol().draw(canvas, new Box(x, y + 4, SYMBOL, ROW - 8));
        canvas.small(entry.text(), x + SYMBOL + 6, y + 16, "start");
        canvas.close();
        x += entry.width();
      }
      y += ROW;
    }
    canvas.close();
  }
}
