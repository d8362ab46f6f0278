package dev.genplan.diagram;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Resolution;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a stage waits for: other stages, and things that take time to come. */
final class Precedence {

  /**
   * @param stages that must be finished before
   * @param ready when the last of the artifacts is there, in seconds from the first day
   */
  record Needs(Set<Symbol> stages, Interval ready) {}

  private final Optional<LocalDate> firstDay;

  Precedence(Optional<LocalDate> firstDay) {
    this.firstDay = firstDay;
  }

  /**
   * What a stage itself waits for, be it through datasets and models between them. What goes into a
   * round is there when the {@code repeat} begins.
   */
  Needs of(Symbol stage) {
    Set<Symbol> stages = new LinkedHashSet<>();
    Interval ready = Interval.ZERO;
    Set<Symbol> seen = new HashSet<>();
    Deque<Symbol> open = new ArrayDeque<>(targets(stage));
    while (!open.isEmpty()) {
      Symbol target = Members.whole(open.pop());
      if (target.isStage()) {
        stages.add(target);
      } else if (seen.add(target)) {
        ready = ready.max(ready(target));
        open.addAll(targets(target));
        target.inner().forEach(part -> open.addAll(targets(part)));
      }
    }
    stages.remove(stage);
    return new Needs(stages, ready);
  }

  private static List<Symbol> targets(Symbol symbol) {
    List<Symbol> targets = new ArrayList<>();
    for (Link link : symbol.links()) {
      if (!(link.target() instanceof Resolution.RoundInput)) {
        link.symbol().ifPresent(targets::add);
      }
    }
    return targets;
  }

  /** When an artifact is there: after access to a model is granted, hardware is delivered. */
  private Interval ready(Symbol artifact) {
    Attributes stated = artifact.attributes();
    Interval ready = stated.amount("lead").map(Interval::of).orElse(Interval.ZERO);
    for (Tag access : stated.tags("access")) {
      Optional<Amount> lead = access.options().amount("lead");
      ready = ready.max(lead.map(Interval::of).orElse(Interval.ZERO));
    }
    Optional<LocalDate> available = stated.date("available");
    return available.isPresent() && firstDay.isPresent()
        ? ready.max(Interval.of(Math.max(0, seconds(firstDay.get(), available.get()))))
        : ready;
  }

  static double seconds(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) * Durations.DAY;
  }
}
