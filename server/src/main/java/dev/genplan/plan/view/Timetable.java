package dev.genplan.plan.view;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Order;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When the stages of a plan end by what the plan states: durations, waits until a thing is there,
 * dates, and what waits for what. Time that is not stated counts nothing, so that each end is a
 * lower bound of what the stated figures mean.
 */
public final class Timetable {

  private static final double DAY = 24 * 3600;

  /** What a stage waits for even if it is skipped in the end: a verdict, and what it hands on. */
  private static final Set<String> IF_SKIPPED = Set.of("when", "model", "start");

  private final boolean earliest;
  private final Optional<LocalDate> start;
  private final Course course;
  private final double[] begin;
  private final double[] end;

  /** Of a stage in a {@code repeat}: how long the way to its end takes within one round. */
  private final double[] way;

  /** Of a {@code repeat}: how long one round takes. */
  private final double[] round;

  /**
   * What a declaration waits for longest; null where that is nothing. It has been placed earlier,
   * so that no way comes back to itself.
   */
  private final Symbol[] before;

  private Symbol last;

  private record Both(Timetable earliest, Timetable expected) {
    static Both of(Plan plan) {
      List<Symbol> order = Order.of(plan);
      return new Both(new Timetable(plan, order, true), new Timetable(plan, order, false));
    }
  }

  /** With the least of each figure, and without stages that may turn out not to be needed. */
  public static Timetable earliest(Plan plan) {
    return plan.derived(Both.class, Both::of).earliest();
  }

  /** With the middle of each figure, and with all stages that are not skipped for certain. */
  public static Timetable expected(Plan plan) {
    return plan.derived(Both.class, Both::of).expected();
  }

  private Timetable(Plan plan, List<Symbol> order, boolean earliest) {
    this.earliest = earliest;
    this.start = plan.project().flatMap(project -> project.attributes().date("start"));
    this.course = plan.course();
    this.begin = new double[order.size()];
    this.end = new double[order.size()];
    this.way = new double[order.size()];
    this.round = new double[order.size()];
    this.before = new Symbol[order.size()];
    for (Symbol symbol : order) {
      place(symbol);
      boolean counts = symbol.isStage() && !symbol.is("monitor");
      if (counts && (last == null || end[symbol.index()] > end[last.index()])) {
        last = symbol;
      }
    }
  }

  /** Days from the start of the project until the last stage has ended, begun ones counted. */
  public long days() {
    return last == null ? 0 : (long) Math.ceil(end[last.index()] / DAY);
  }

  /** What takes time on the way to the last end, in its order. */
  public List<Symbol> path() {
    List<Symbol> path = new ArrayList<>();
    for (Symbol at = last; at != null; at = before[at.index()]) {
      if (end[at.index()] > begin[at.index()]) {
        path.add(at);
      }
    }
    Collections.reverse(path);
    return path;
  }

  private void place(Symbol symbol) {
    if (symbol.is("repeat")) {
      placeRounds(symbol);
      return;
    }
    int at = symbol.index();
    wait(symbol);
    double time = runs(symbol) ? time(symbol) : 0;
    double lead = lead(symbol);
    if (lead > begin[at]) {
      before[at] = null;
    }
    end[at] = Math.max(begin[at], lead) + time;
    way[at] += time;
    dates(symbol);
  }

  /** Whether a stage runs, as this table sees it. */
  private boolean runs(Symbol stage) {
    Course.Presence presence = course.of(stage);
    return stage.isStage()
        && (presence == Course.Presence.RUNS || (presence == Course.Presence.OPEN && !earliest));
  }

  private double time(Symbol stage) {
    StatedTime time = StatedTime.of(stage);
    return earliest ? time.least() : time.expected();
  }

  /** All rounds: the first one as its stages are placed, then as often the way to its result. */
  private void placeRounds(Symbol repeat) {
    int at = repeat.index();
    wait(repeat);
    end[at] = begin[at];
    if (runs(repeat)) {
      Optional<Symbol> result =
          repeat
              .target("result")
              .filter(inner -> inner.repeat().filter(repeat::equals).isPresent());
      round[at] = result.map(inner -> way[inner.index()]).orElse(0.0);
      if (repeat.attributes().has("duration")) {
        end[at] = begin[at] + time(repeat);
      } else if (result.isPresent()) {
        double later = round[at] * (rounds(repeat) - 1);
        begin[at] = Math.max(begin[at], end[result.get().index()] - round[at]);
        end[at] = Math.max(end[at], end[result.get().index()] + later);
      }
      way[at] += end[at] - begin[at];
    }
    dates(repeat);
  }

  private double rounds(Symbol repeat) {
    Rounds rounds = Rounds.of(repeat);
    return earliest ? rounds.least() : rounds.expected();
  }

  /** Dates that have been, and stages that are done at a time nobody has written down. */
  private void dates(Symbol stage) {
    if (!stage.isStage()) {
      return;
    }
    int at = stage.index();
    Attributes stated = stage.attributes();
    Optional<LocalDate> finished = stated.lastDate("finished");
    if (finished.isPresent() && start.isPresent()) {
      end[at] = Math.max(0, days(finished.get()) + DAY);
      begin[at] = Math.min(begin[at], end[at]);
      before[at] = null;
    } else if (stated.isWord("status", "done")) {
      end[at] = 0;
      begin[at] = 0;
    }
  }

  private double days(LocalDate date) {
    return ChronoUnit.DAYS.between(start.orElseThrow(), date) * DAY;
  }

  /** What has to be there before a declaration can begin. */
  private void wait(Symbol symbol) {
    if (symbol.isSplit()) {
      await(symbol, symbol.parent().orElseThrow(), 0);
      return;
    }
    if (symbol.isStage() && course.of(symbol) == Course.Presence.SKIPPED) {
      course.effective(symbol).ifPresent(through -> await(symbol, through, 0));
      return;
    }
    boolean perhaps = symbol.isStage() && !runs(symbol);
    for (Link link : symbol.links()) {
      boolean needed = !perhaps || IF_SKIPPED.contains(link.property());
      boolean own = symbol.is("repeat") && isInside(link, symbol);
      if (needed && !own) {
        Order.awaited(link).forEach(target -> await(symbol, target, later(symbol, target)));
      }
    }
    Optional<LocalDate> started = symbol.attributes().date("started");
    if (started.isPresent() && start.isPresent()) {
      begin[symbol.index()] = Math.max(0, days(started.get()));
      before[symbol.index()] = null;
    }
  }

  private static boolean isInside(Link link, Symbol repeat) {
    return link.symbol().flatMap(Symbol::repeat).filter(repeat::equals).isPresent();
  }

  /** How much later than in the first round a stage of a {@code repeat} ends for those outside. */
  private double later(Symbol symbol, Symbol target) {
    Optional<Symbol> repeat = target.repeat();
    boolean outside = repeat.isPresent() && !symbol.repeat().equals(repeat);
    return outside ? round[repeat.get().index()] * (rounds(repeat.get()) - 1) : 0;
  }

  private void await(Symbol symbol, Symbol target, double later) {
    int at = symbol.index();
    double there = end[target.index()] + later;
    if (there > begin[at]) {
      begin[at] = there;
      before[at] = target;
    }
    if (symbol.repeat().isPresent() && symbol.repeat().equals(target.repeat())) {
      way[at] = Math.max(way[at], way[target.index()]);
    }
  }

  /** Seconds from the start of the project until a thing can be had, or people can begin. */
  private double lead(Symbol symbol) {
    Attributes stated = symbol.attributes();
    double lead =
        Math.max(seconds(stated, "lead"), seconds(stated.qualifiers("annotators"), "lead"));
    Optional<Tag> access = stated.tag("access");
    if (access.isPresent()) {
      lead = Math.max(lead, seconds(access.get().options(), "lead"));
    }
    Optional<LocalDate> available = stated.date("available");
    return available.isPresent() && start.isPresent()
        ? Math.max(lead, days(available.get()))
        : lead;
  }

  private double seconds(Attributes stated, String property) {
    Optional<Amount> amount = stated.amount(property);
    if (amount.isEmpty()) {
      return 0;
    }
    double least = Double.isInfinite(amount.get().low()) ? 0 : amount.get().low();
    return earliest ? least : amount.get().middle();
  }
}
