package dev.genplan.drawing;

import dev.genplan.diagram.Bar;
import dev.genplan.diagram.Family;
import dev.genplan.diagram.Interval;
import dev.genplan.diagram.Node;
import dev.genplan.diagram.Phrases;
import dev.genplan.diagram.Picture;
import dev.genplan.diagram.Schedule;
import dev.genplan.drawing.Layout.Box;
import dev.genplan.drawing.Layout.Point;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws a plan over time: for each stage a thin bar for the best case and a thick one for the
 * worst, hatched where its duration is assumed.
 */
final class TimelinePicture {

  private static final double ROW = 30;
  private static final double HEAD = 42;
  private static final double MARGIN = 12;
  private static final double SYMBOL = 24;
  private static final double INDENT = 14;
  private static final double WIDEST_NAME = 220;
  private static final double CHART = 620;
  private static final double BEST = 4;
  private static final double WORST = 11;
  private static final double THINNEST = 2.5;
  private static final String DASHED = "6 4";

  private final Picture picture;
  private final Schedule schedule;
  private final Labels labels;
  private final List<Bar> rows;
  private final Map<String, Integer> places = new HashMap<>();
  private final double nameWidth;
  private final double timeWidth;
  private final TimeAxis axis;

  private TimelinePicture(Picture picture, Language language) {
    this.picture = picture;
    this.schedule = picture.schedule();
    this.labels = new Labels(language);
    this.rows = rows(schedule.bars());
    double names = 0;
    double times = 0;
    for (int i = 0; i < rows.size(); i++) {
      places.put(rows.get(i).node().id(), i);
      names = Math.max(names, indent(rows.get(i)) + nameWidth(rows.get(i).node()));
      times = Math.max(times, TextWidth.of(time(rows.get(i)), Canvas.SMALL));
    }
    this.nameWidth = Math.min(names, WIDEST_NAME);
    this.timeWidth = times + 12;
    this.axis = new TimeAxis(schedule, MARGIN + SYMBOL + 8 + nameWidth + 14, CHART);
  }

  /**
   * Draws the picture.
   *
   * @param into takes it, as an element
   * @param styled whether it brings its style sheet along
   */
  static void draw(Picture picture, Language language, Markup into, boolean styled) {
    new TimelinePicture(picture, language).draw(into, styled);
  }

  /** In the order in which they begin; what belongs to a {@code repeat} behind it. */
  private static List<Bar> rows(List<Bar> bars) {
    Comparator<Bar> order =
        Comparator.comparingDouble((Bar bar) -> bar.start().high())
            .thenComparingDouble(bar -> bar.start().low());
    List<Bar> rows = new ArrayList<>();
    bars.stream()
        .filter(bar -> bar.node().container().isEmpty())
        .sorted(order)
        .forEach(
            bar -> {
              rows.add(bar);
              bars.stream()
                  .filter(it -> it.node().container().filter(bar.node().id()::equals).isPresent())
                  .sorted(order)
                  .forEach(rows::add);
            });
    return rows;
  }

  private static double indent(Bar bar) {
    return bar.node().container().isPresent() ? INDENT : 0;
  }

  private static double nameWidth(Node node) {
    return TextWidth.of(node.name(), Canvas.BOLD_NAME);
  }

  private String time(Bar bar) {
    return bar.rounds().high() > 1
        ? labels.rounds(bar.rounds()) + " · " + labels.duration(bar)
        : labels.duration(bar);
  }

  private void draw(Markup into, boolean styled) {
    double height = HEAD + rows.size() * ROW + 8;
    double width = axis.right() + timeWidth + MARGIN;
    Legend legend = legend(width);
    String title = picture.title().orElseGet(() -> labels.text(Localized.of("Plan", "计划")));
    Canvas canvas =
        new Canvas(
            into,
            "timeline",
            width,
            height + legend.height(),
            labels.text(Localized.of("Timeline of {0}", "{0} 的时间安排").with(title)),
            labels.text(
                Localized.of("{0} stages; in all {1}", "{0} 个阶段，共 {1}")
                    .with(rows.size(), Phrases.duration(schedule.end()))),
            styled);
    hatches(canvas);
    grid(canvas, height);
    for (Bar bar : rows) {
      arrows(canvas, bar);
    }
    for (Bar bar : rows) {
      row(canvas, bar);
    }
    deadline(canvas, height);
    legend.draw(canvas, height);
    canvas.close();
  }

  private Set<Family> families() {
    Set<Family> families = EnumSet.noneOf(Family.class);
    rows.forEach(bar -> families.add(bar.node().family()));
    return families;
  }

  private void hatches(Canvas canvas) {
    canvas.svg().open("defs");
    for (Family family : families()) {
      canvas
          .svg()
          .open(
              "pattern",
              "id",
              hatch(family),
              "width",
              6,
              "height",
              6,
              "patternUnits",
              "userSpaceOnUse",
              "patternTransform",
              "rotate(45)");
      canvas.open(Palette.of(family), "");
      canvas
          .svg()
          .empty(
              "rect",
              "class",
              "gp-paint",
              "width",
              6,
              "height",
              6,
              "fill",
              "currentColor",
              "fill-opacity",
              "0.25");
      canvas
          .svg()
          .empty("rect", "class", "gp-paint", "width", 3, "height", 6, "fill", "currentColor");
      canvas.close();
      canvas.svg().close();
    }
    canvas.svg().close();
  }

  private static String hatch(Family family) {
    return "gp-hatch-" + Palette.of(family).name();
  }

  private void grid(Canvas canvas, double height) {
    canvas.open(Palette.LINE, "gp-axis", "aria-hidden", "true");
    for (TimeAxis.Tick tick : axis.ticks()) {
      String x = Markup.number(tick.x());
      canvas
          .svg()
          .empty(
              "path",
              "d",
              "M" + x + " " + Markup.number(HEAD - 6) + "V" + Markup.number(height - 4),
              "stroke",
              "currentColor",
              "stroke-opacity",
              "0.25");
      canvas.small(labels.text(tick.label()), tick.x(), HEAD - 12, "middle");
    }
    canvas.close();
  }

  private double center(Bar bar) {
    return HEAD + places.get(bar.node().id()) * ROW + ROW / 2;
  }

  private Box best(Bar bar) {
    return box(bar, bar.start().low(), bar.end().low(), center(bar) - 9, BEST);
  }

  private Box worst(Bar bar) {
    boolean both = !bar.start().isExact() || !bar.end().isExact();
    double top = both ? center(bar) - 3 : center(bar) - WORST / 2;
    return box(bar, bar.start().high(), bar.end().high(), top, WORST);
  }

  private Box box(Bar bar, double start, double end, double top, double height) {
    double x = axis.x(start);
    double right = bar.basis() == Bar.Basis.ONGOING ? axis.right() : axis.x(end);
    return new Box(x, top, Math.max(THINNEST, right - x), height);
  }

  private void row(Canvas canvas, Bar bar) {
    Node node = bar.node();
    double y = center(bar);
    canvas.open(node, spoken(bar), labels.hint(node) + '\n' + time(bar));
    double left = MARGIN + indent(bar);
    canvas.shape(node.family(), new Box(left, y - 8, SYMBOL, 16), dashes(node));
    double room = nameWidth - indent(bar) + 2;
    canvas.name(
        TextWidth.fit(node.name(), Canvas.BOLD_NAME, room), left + SYMBOL + 8, y + 4.5, false);
    node.severity()
        .ifPresent(severity -> Marks.draw(canvas.svg(), severity, left + SYMBOL - 2, y - 8));
    double end = axis.x(0);
    if (node.presence() != Node.Presence.SKIPPED) {
      bars(canvas, bar);
      end = worst(bar).right();
    }
    canvas.small(time(bar), end + 8, y + 6, "start");
    canvas.close();
  }

  private void bars(Canvas canvas, Bar bar) {
    if (!bar.start().isExact() || !bar.end().isExact()) {
      canvas.fill(rectangle(best(bar)));
    }
    boolean solid = bar.basis() == Bar.Basis.STATED || bar.basis() == Bar.Basis.DERIVED;
    Box worst = worst(bar);
    String fill = solid ? "currentColor" : "url(#" + hatch(bar.node().family()) + ")";
    canvas.svg().open("path", "d", rectangle(worst), "fill", fill);
    if (bar.basis() == Bar.Basis.ONGOING) {
      canvas.svg().attribute("fill-opacity", "0.45");
    }
    canvas.svg().close();
    if (bar.node().presence() == Node.Presence.CONDITIONAL) {
      canvas.line(rectangle(worst), 1.4, DASHED);
    }
    if (bar.critical()) {
      canvas.open(Palette.CRITICAL, "");
      canvas.line(rectangle(grown(worst)), 1.8, "");
      canvas.close();
    }
  }

  private static Box grown(Box box) {
    return new Box(box.x() - 2, box.y() - 2, box.width() + 4, box.height() + 4);
  }

  private static String rectangle(Box box) {
    return "M"
        + Markup.number(box.x())
        + " "
        + Markup.number(box.y())
        + "h"
        + Markup.number(box.width())
        + "v"
        + Markup.number(box.height())
        + "h"
        + Markup.number(-box.width())
        + "Z";
  }

  private static String dashes(Node node) {
    return switch (node.presence()) {
      case CERTAIN -> "";
      case CONDITIONAL -> "4 2";
      case SKIPPED -> "1.5 3";
    };
  }

  private void arrows(Canvas canvas, Bar bar) {
    if (bar.node().presence() == Node.Presence.SKIPPED) {
      return;
    }
    for (String id : bar.after()) {
      if (!places.containsKey(id)) {
        continue;
      }
      Bar before = rows.get(places.get(id));
      if (before.node().presence() == Node.Presence.SKIPPED) {
        continue;
      }
      boolean critical =
          bar.critical() && before.critical() && before.end().high() == bar.start().high();
      canvas.open(critical ? Palette.CRITICAL : Palette.LINE, "gp-edge");
      List<Point> way = way(worst(before), worst(bar), before.basis() == Bar.Basis.ONGOING);
      canvas.line(Routes.line(way), critical ? 1.8 : 1, "");
      canvas.fill(Routes.head(way));
      canvas.close();
    }
  }

  /** From the end of one bar to the beginning of another, around what lies between. */
  private static List<Point> way(Box from, Box to, boolean fromStart) {
    double begin = fromStart ? from.x() : from.right();
    double out = begin + 5;
    double in = to.x() - 12;
    if (in >= out) {
      return List.of(
          new Point(begin, from.center()),
          new Point(out, from.center()),
          new Point(out, to.center()),
          new Point(to.x(), to.center()));
    }
    double between = to.y() > from.y() ? to.y() - 9 : to.bottom() + 9;
    return List.of(
        new Point(begin, from.center()),
        new Point(out, from.center()),
        new Point(out, between),
        new Point(in, between),
        new Point(in, to.center()),
        new Point(to.x(), to.center()));
  }

  private void deadline(Canvas canvas, double height) {
    if (schedule.deadlineSeconds().isEmpty()) {
      return;
    }
    double x = axis.x(schedule.deadlineSeconds().getAsDouble());
    canvas.open(Palette.CRITICAL, "gp-deadline");
    canvas.line("M" + Markup.number(x) + " 4V" + Markup.number(height - 4), 1.8, DASHED);
    canvas.close();
    LocalDate day = schedule.deadline().orElseThrow();
    String text = labels.text(Localized.of("deadline {0}", "截止 {0}").with(day));
    boolean fits = x + 5 + TextWidth.of(text, Canvas.SMALL) < axis.right() + timeWidth;
    canvas.small(text, fits ? x + 5 : x - 5, HEAD - 30, fits ? "start" : "end");
  }

  private String spoken(Bar bar) {
    List<String> parts = new ArrayList<>();
    parts.add(labels.text(bar.node().title()) + " " + bar.node().name());
    parts.add(time(bar));
    if (bar.start().high() > 0) {
      Interval start = bar.start();
      parts.add(
          labels.text(Localized.of("begins after {0}", "在 {0} 后开始").with(Phrases.duration(start))));
    }
    if (bar.critical()) {
      parts.add(labels.text(Localized.of("critical", "关键")));
    }
    parts.addAll(labels.state(bar.node()));
    return labels.list(parts);
  }

  private Legend legend(double width) {
    Legend legend = new Legend(labels, width);
    Palette.Color color = Palette.of(Family.TUNING);
    legend.add(
        Localized.of("Best case", "最好情况"),
        color,
        (canvas, box) ->
            canvas.fill(rectangle(new Box(box.x(), box.center() - BEST / 2, box.width(), BEST))));
    legend.add(
        Localized.of("Worst case", "最坏情况"),
        color,
        (canvas, box) -> canvas.fill(rectangle(bar(box))));
    if (rows.stream().anyMatch(bar -> bar.basis() == Bar.Basis.ASSUMED)) {
      Family family =
          rows.stream()
              .filter(bar -> bar.basis() == Bar.Basis.ASSUMED)
              .findFirst()
              .orElseThrow()
              .node()
              .family();
      legend.add(
          Localized.of("Duration assumed", "时长为假定"),
          Palette.of(family),
          (canvas, box) ->
              canvas
                  .svg()
                  .empty("path", "d", rectangle(bar(box)), "fill", "url(#" + hatch(family) + ")"));
    }
    if (rows.stream().anyMatch(Bar::critical)) {
      legend.add(
          Localized.of("Critical path, worst case", "关键路径（最坏情况）"),
          Palette.CRITICAL,
          (canvas, box) -> canvas.line(rectangle(bar(box)), 1.8, ""));
    }
    if (rows.stream().anyMatch(bar -> bar.node().presence() == Node.Presence.CONDITIONAL)) {
      legend.outline(Localized.of("Conditional", "有条件"), "4 2");
    }
    return legend;
  }

  private static Box bar(Box box) {
    return new Box(box.x(), box.center() - WORST / 2, box.width(), WORST);
  }
}
