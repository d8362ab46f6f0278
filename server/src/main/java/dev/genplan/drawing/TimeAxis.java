package dev.genplan.drawing;

import dev.genplan.diagram.Bar;
import dev.genplan.diagram.Schedule;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where times lie in a picture, and how they are marked off. */
final class TimeAxis {

  private static final double HOUR = 3_600;
  private static final double DAY = 24 * HOUR;
  private static final double WEEK = 7 * DAY;
  private static final int MOST = 8;

  /** Steps between marks; longer ones are whole multiples of four weeks. */
  private static final List<Double> STEPS =
      List.of(HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, WEEK, 2 * WEEK, 4 * WEEK);

  /**
   * A mark.
   *
   * @param x where it lies
   */
  record Tick(double x, Message label) {}

  private final double left;
  private final double width;
  private final double span;
  private final Optional<LocalDate> firstDay;

  /**
   * @param left where the first day begins
   * @param width of the whole time
   */
  TimeAxis(Schedule schedule, double left, double width) {
    this.left = left;
    this.width = width;
    this.firstDay = schedule.firstDay();
    double end = schedule.end().high();
    for (Bar bar : schedule.bars()) {
      end = Math.max(end, bar.start().high());
    }
    end = Math.max(end, schedule.deadlineSeconds().orElse(0));
    this.span = Math.max(end * 1.02, HOUR);
  }

  /** Where a time lies. */
  double x(double seconds) {
    return left + width * seconds / span;
  }

  double right() {
    return left + width;
  }

  /** Marks at equal distances, few enough for their labels. */
  List<Tick> ticks() {
    double step = step();
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i * step <= span; i++) {
      ticks.add(new Tick(x(i * step), label(i * step, step)));
    }
    return ticks;
  }

  private double step() {
    for (double step : STEPS) {
      if (span / step <= MOST && (step >= DAY || firstDay.isEmpty())) {
        return step;
      }
    }
    return 4 * WEEK * Math.ceil(span / (4 * WEEK) / MOST);
  }

  private Message label(double seconds, double step) {
    if (firstDay.isPresent()) {
      return Localized.same("{0}").with(firstDay.get().plusDays(Math.round(seconds / DAY)));
    }
    Localized label =
        step < DAY
            ? Localized.of("hour {0}", "第 {0} 小时")
            : step < WEEK
                ? Localized.of("day {0}", "第 {0} 天")
                : Localized.of("week {0}", "第 {0} 周");
    double unit = step < DAY ? HOUR : step < WEEK ? DAY : WEEK;
    return label.with(Math.round(seconds / unit));
  }
}
