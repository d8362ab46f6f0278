package dev.genplan.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What follows from the declarations of a plan. Each fact is worked out when first asked for, for
 * all declarations at once, and never changes; so it does not matter who asks first.
 */
final class Facts {

  /** What is of one type, and what it was made from. */
  private static final class Derived {
    private final Reads reads = new Reads();
    private final Map<Object, Object> made = new ConcurrentHashMap<>();
  }

  private final Plan plan;
  private final Types types;
  private final Verdicts verdicts;
  private final Course course;
  private final Lineage lineage;
  private final Tracker tracker;
  private final Reads reads = new Reads();
  private final Map<Class<?>, Derived> derived = new ConcurrentHashMap<>();
  private volatile Map<String, List<Symbol>> byKind;
  private volatile List<List<Link>> uses;

  /**
   * @param plan still to be filled; nothing is asked of it yet
   */
  Facts(Plan plan, Tracker tracker) {
    this.plan = plan;
    this.tracker = tracker;
    this.types = new Types(plan);
    this.verdicts = new Verdicts(plan);
    this.course = Course.asKnown(plan, verdicts);
    this.lineage = new Lineage(plan);
  }

  /**
   * Works out ahead what nearly every rule asks for.
   *
   * @param step called often; throws to stop the work, which can be taken up again later
   */
  void prepare(Runnable step) {
    for (Symbol symbol : plan.symbols()) {
      step.run();
      var unused = symbol.links();
    }
    var unusedTypes = types.table(step);
    course.prepare(step);
    lineage.prepare(step);
    var unusedUses = uses();
  }

  /** What was looked at to work out all of this but what is {@link #derived}. */
  Reads reads() {
    return reads;
  }

  /** Does work whose result is kept here. */
  <T> T record(Supplier<T> work) {
    return tracker.record(reads, work);
  }

  Types types() {
    return types;
  }

  Verdicts verdicts() {
    return verdicts;
  }

  Course course() {
    return course;
  }

  Lineage lineage() {
    return lineage;
  }

  /** The declarations of each kind, in their order. */
  Map<String, List<Symbol>> byKind() {
    Map<String, List<Symbol>> known = byKind;
    if (known == null) {
      known = new HashMap<>();
      for (Symbol symbol : plan.symbols()) {
        if (symbol.kind().isPresent()) {
          known.computeIfAbsent(symbol.kind().get().word(), word -> new ArrayList<>()).add(symbol);
        }
      }
      known.replaceAll((word, symbols) -> Collections.unmodifiableList(symbols));
      byKind = known;
    }
    return known;
  }

  /** All references to a declaration, in the order of files and text. */
  List<Link> uses(Symbol symbol) {
    return uses().get(symbol.index());
  }

  private List<List<Link>> uses() {
    List<List<Link>> known = uses;
    if (known == null) {
      known = new ArrayList<>(Collections.nCopies(plan.symbols().size(), List.of()));
      for (Symbol from : plan.symbols()) {
        for (Link link : from.links()) {
          if (link.symbol().isPresent()) {
            int target = link.symbol().get().index();
            if (known.get(target).isEmpty()) {
              known.set(target, new ArrayList<>(2));
            }
            known.get(target).add(link);
          }
        }
      }
      known.replaceAll(Collections::unmodifiableList);
      uses = known;
    }
    return known;
  }

  /** Asked by several at once, each may work it out; they agree on one of the equal results. */
  <T> T derived(Class<T> type, Function<Plan, T> make) {
    return derived(type, plan, make);
  }

  /**
   * What is worked out from the plan, or about one of its declarations.
   *
   * @param of the plan or a declaration
   */
  <K, T> T derived(Class<T> type, K of, Function<K, T> make) {
    Derived all = derived.computeIfAbsent(type, any -> new Derived());
    tracker.note(asking -> asking.include(all.reads));
    Object known = all.made.get(of);
    if (known == null) {
      T made = tracker.record(all.reads, () -> make.apply(of));
      Object other = all.made.putIfAbsent(of, made);
      known = other == null ? made : other;
    }
    return type.cast(known);
  }
}
