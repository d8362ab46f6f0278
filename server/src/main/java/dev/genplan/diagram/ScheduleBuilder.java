package dev.genplan.diagram;

import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out the {@link Schedule} of a plan. */
final class ScheduleBuilder {

  /**
   * A stage that has its place.
   *
   * @param finish when what it makes is there: as {@code end}, but with no time taken at best if it
   *     may not run
   */
  private record Placed(
      Symbol stage,
      Interval start,
      Interval end,
      Interval finish,
      Durations.Duration duration,
      Interval rounds,
      Set<Symbol> after) {}

  private final Members members;
  private final Optional<LocalDate> firstDay;
  private final Optional<LocalDate> deadline;
  private final Precedence precedence;
  private final Map<Symbol, Placed> placed = new LinkedHashMap<>();
  private final Set<Symbol> critical = new HashSet<>();
  private final Map<Symbol, Node> nodes = new HashMap<>();

  ScheduleBuilder(Plan plan, FlowGraph graph) {
    this.members = new Members(plan);
    this.firstDay = firstDay(plan);
    this.deadline = plan.project().flatMap(project -> project.attributes().lastDate("deadline"));
    this.precedence = new Precedence(firstDay);
    List<Symbol> symbols = members.symbols();
    for (int i = 0; i < symbols.size(); i++) {
      nodes.put(symbols.get(i), graph.nodes().get(i));
    }
  }

  private Optional<LocalDate> firstDay(Plan plan) {
    Optional<LocalDate> stated =
        plan.project().flatMap(project -> project.attributes().date("start"));
    return stated.isPresent()
        ? stated
        : members.symbols().stream()
            .flatMap(stage -> stage.attributes().date("started").stream())
            .min(LocalDate::compareTo);
  }

  Schedule build() {
    List<Symbol> top = new ArrayList<>();
    for (Symbol symbol : members.symbols()) {
      if (symbol.isStage() && symbol.repeat().isEmpty()) {
        top.add(symbol);
      }
    }
    place(top, Interval.ZERO, stage -> needs(stage));
    markCritical(top);
    for (Symbol stage : top) {
      if (stage.is("repeat") && critical.contains(stage)) {
        markCritical(inner(stage));
      }
    }
    List<Bar> bars = new ArrayList<>();
    for (Symbol symbol : members.symbols()) {
      if (placed.containsKey(symbol)) {
        bars.add(bar(placed.get(symbol)));
      }
    }
    return new Schedule(firstDay, deadline, end(top), bars);
  }

  private List<Symbol> inner(Symbol repeat) {
    List<Symbol> inner = new ArrayList<>();
    for (Symbol stage : repeat.inner()) {
      if (stage.isStage()) {
        inner.add(stage);
      }
    }
    return inner;
  }

  /** What a stage waits for, and a {@code repeat} for all stages inside it. */
  private Precedence.Needs needs(Symbol stage) {
    Precedence.Needs own = precedence.of(stage);
    Set<Symbol> before = new LinkedHashSet<>(own.stages());
    Interval ready = own.ready();
    for (Symbol inner : stage.inner()) {
      Precedence.Needs needs = precedence.of(inner);
      before.addAll(needs.stages());
      ready = ready.max(needs.ready());
    }
    Set<Symbol> stages = new LinkedHashSet<>();
    for (Symbol each : before) {
      stages.add(each.repeat().orElse(each));
    }
    stages.remove(stage);
    return new Precedence.Needs(stages, ready);
  }

  /** What a stage inside a {@code repeat} waits for once the round has begun. */
  private Precedence.Needs needsInside(Symbol stage) {
    Set<Symbol> stages = new LinkedHashSet<>(precedence.of(stage).stages());
    stages.removeIf(other -> !other.repeat().equals(stage.repeat()));
    return new Precedence.Needs(stages, Interval.ZERO);
  }

  private interface Waiting {
    Precedence.Needs of(Symbol stage);
  }

  /** Places stages that wait for each other; where they do so in a circle, the first begins. */
  private void place(List<Symbol> stages, Interval origin, Waiting waiting) {
    Map<Symbol, Precedence.Needs> needs = new LinkedHashMap<>();
    for (Symbol stage : stages) {
      needs.put(stage, waiting.of(stage));
    }
    List<Symbol> open = new ArrayList<>(stages);
    while (!open.isEmpty()) {
      List<Symbol> later = new ArrayList<>();
      Set<Symbol> unplaced = new HashSet<>(open);
      for (Symbol stage : open) {
        boolean waits = needs.get(stage).stages().stream().anyMatch(unplaced::contains);
        if (waits) {
          later.add(stage);
        } else {
          place(stage, origin, needs.get(stage));
          unplaced.remove(stage);
        }
      }
      if (later.size() == open.size()) {
        Symbol first = later.remove(0);
        place(first, origin, needs.get(first));
      }
      open = later;
    }
  }

  private void place(Symbol stage, Interval origin, Precedence.Needs needs) {
    Interval start = origin.max(needs.ready());
    for (Symbol before : needs.stages()) {
      Placed known = placed.get(before);
      start = known == null ? start : start.max(known.finish());
    }
    start = day(stage, "started").orElse(start);
    if (!stage.is("repeat")) {
      put(stage, start, Durations.of(stage), needs.stages());
      return;
    }
    place(inner(stage), start, this::needsInside);
    Durations.Duration whole = Durations.of(stage);
    if (whole.basis() == Bar.Basis.ASSUMED) {
      Interval end = end(inner(stage)).max(start);
      Interval round = Interval.between(end.low() - start.low(), end.high() - start.high());
      whole = new Durations.Duration(round.times(Durations.rounds(stage)), basis(inner(stage)));
    }
    put(stage, start, whole, needs.stages());
  }

  /** Figures that rest on an assumption are assumed. */
  private Bar.Basis basis(List<Symbol> stages) {
    return stages.stream()
            .anyMatch(stage -> placed.get(stage).duration().basis() == Bar.Basis.ASSUMED)
        ? Bar.Basis.ASSUMED
        : Bar.Basis.DERIVED;
  }

  private Optional<Interval> day(Symbol stage, String property) {
    return stage
        .attributes()
        .date(property)
        .flatMap(day -> firstDay.map(first -> Precedence.seconds(first, day)))
        .filter(seconds -> seconds >= 0)
        .map(Interval::of);
  }

  private void put(Symbol stage, Interval start, Durations.Duration duration, Set<Symbol> after) {
    Interval rounds = stage.is("repeat") ? Durations.rounds(stage) : Interval.of(1);
    Node.Presence presence = nodes.get(stage).presence();
    Durations.Duration taken =
        presence == Node.Presence.SKIPPED
            ? new Durations.Duration(Interval.ZERO, duration.basis())
            : duration;
    Interval end = start.plus(taken.time());
    Interval finish =
        presence == Node.Presence.CONDITIONAL ? new Interval(start.low(), end.high()) : end;
    placed.put(stage, new Placed(stage, start, end, finish, taken, rounds, after));
  }

  private Interval end(List<Symbol> stages) {
    Interval end = Interval.ZERO;
    for (Symbol stage : stages) {
      Placed known = placed.get(stage);
      end = known.duration().basis() == Bar.Basis.ONGOING ? end : end.max(known.finish());
    }
    return end;
  }

  /** Marks the stage that ends last in the worst case, and back from it each that it waited for. */
  private void markCritical(List<Symbol> stages) {
    Placed last = null;
    for (Symbol stage : stages) {
      Placed known = placed.get(stage);
      boolean ends = known.duration().basis() != Bar.Basis.ONGOING && known.end().high() > 0;
      if (ends && (last == null || known.finish().high() > last.finish().high())) {
        last = known;
      }
    }
    while (last != null && critical.add(last.stage())) {
      last = waitedFor(last);
    }
  }

  private Placed waitedFor(Placed stage) {
    for (Symbol before : stage.after()) {
      Placed known = placed.get(before);
      if (known != null
          && known.finish().high() == stage.start().high()
          && known.finish().high() > 0) {
        return known;
      }
    }
    return null;
  }

  private Bar bar(Placed known) {
    Node node = nodes.get(known.stage());
    return new Bar(
        node,
        known.start(),
        known.end(),
        known.duration().time(),
        known.duration().basis(),
        known.rounds(),
        known.after().stream().filter(members::contains).map(members::id).toList(),
        critical.contains(known.stage()) && node.presence() != Node.Presence.SKIPPED);
  }
}
