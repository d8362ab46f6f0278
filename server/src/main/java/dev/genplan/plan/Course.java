package dev.genplan.plan;

import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which stages run when the open verdicts are taken to be known, or as far as they are known. A
 * skipped stage with one {@code model} passes that model through; one that makes data, a reward or
 * a report makes nothing; a stage whose required input is not made is skipped too.
 */
public final class Course {

  /** Whether a stage runs. */
  public enum Presence {
    RUNS,
    SKIPPED,
    /** It depends on a verdict that is not known. */
    OPEN
  }

  /** Stages that hand on what goes in as {@code model} when they are skipped. */
  private static final Set<String> PASS_THROUGH =
      Set.of(
          "pretrain",
          "prompt",
          "finetune",
          "align",
          "optimize",
          "augment",
          "guard",
          "select",
          "repeat");

  /** What a stage cannot do without once it names it, even where the schema does not require it. */
  private static final Set<String> INPUTS = Set.of("data", "prompts", "reward");

  private final Plan plan;
  private final Function<Symbol, Verdicts.Verdict> verdicts;
  private final Map<Symbol, Presence> known = new HashMap<>();

  private Course(Plan plan, Function<Symbol, Verdicts.Verdict> verdicts) {
    this.plan = plan;
    this.verdicts = verdicts;
  }

  /** The course as far as the plan's results decide it. */
  static Course asKnown(Plan plan) {
    return new Course(plan, plan.verdicts()::of);
  }

  /** The best case: every report that is still open passes. */
  public static Course best(Plan plan) {
    return assuming(plan, Verdicts.Verdict.PASSES);
  }

  /** The worst case: every report that is still open fails. */
  public static Course worst(Plan plan) {
    return assuming(plan, Verdicts.Verdict.FAILS);
  }

  private static Course assuming(Plan plan, Verdicts.Verdict assumed) {
    return new Course(
        plan,
        report -> {
          Verdicts.Verdict verdict = plan.verdicts().of(report);
          return verdict == Verdicts.Verdict.OPEN ? assumed : verdict;
        });
  }

  /** Whether a declaration is there, or a stage runs. */
  public synchronized Presence of(Symbol symbol) {
    Presence before = known.get(symbol);
    if (before != null) {
      return before;
    }
    known.put(symbol, Presence.RUNS);
    Presence presence = derive(symbol);
    known.put(symbol, presence);
    return presence;
  }

  private Presence derive(Symbol symbol) {
    if (!symbol.isStage()) {
      return Presence.RUNS;
    }
    String status = symbol.attributes().word("status").orElse("planned");
    if (status.equals("skipped")) {
      return Presence.SKIPPED;
    }
    if (status.equals("done") || status.equals("active")) {
      return Presence.RUNS;
    }
    Presence presence = symbol.repeat().map(this::of).orElse(Presence.RUNS);
    for (Link link : symbol.links("when")) {
      presence = both(presence, condition(link));
    }
    for (Property property : symbol.attributes().spec().properties()) {
      if (isInput(property)) {
        presence = both(presence, made(symbol.links(property.name())));
      }
    }
    return presence;
  }

  private Presence condition(Link link) {
    if (!(link.target() instanceof Resolution.Verdict wanted)) {
      return Presence.RUNS;
    }
    if (of(wanted.report()) == Presence.SKIPPED) {
      return Presence.SKIPPED;
    }
    Verdicts.Verdict verdict = verdicts.apply(wanted.report());
    if (verdict == Verdicts.Verdict.OPEN || of(wanted.report()) == Presence.OPEN) {
      return Presence.OPEN;
    }
    return (verdict == Verdicts.Verdict.PASSES) == wanted.passes()
        ? Presence.RUNS
        : Presence.SKIPPED;
  }

  private static Presence both(Presence one, Presence other) {
    if (one == Presence.SKIPPED || other == Presence.SKIPPED) {
      return Presence.SKIPPED;
    }
    return one == Presence.OPEN || other == Presence.OPEN ? Presence.OPEN : Presence.RUNS;
  }

  private static boolean isInput(Property property) {
    return property.type() instanceof Type.Reference reference
        && reference.target() == Type.Target.ARTIFACT
        && (property.required() || INPUTS.contains(property.name()));
  }

  /** Whether any of several inputs is made; a stage can do with those that are. */
  private Presence made(List<Link> links) {
    Presence best = links.isEmpty() ? Presence.RUNS : Presence.SKIPPED;
    for (Link link : links) {
      Presence presence = made(link.target());
      if (presence == Presence.RUNS) {
        return presence;
      }
      best = presence == Presence.OPEN ? presence : best;
    }
    return best;
  }

  /** Whether what a reference leads to is made by anybody. */
  private Presence made(Resolution resolution) {
    Resolution current = resolution;
    for (int steps = 0; steps <= plan.symbols().size(); steps++) {
      if (!(current instanceof Resolution.Declared declared)) {
        return Presence.RUNS;
      }
      Presence presence = of(declared.symbol());
      Optional<Link> through = through(declared.symbol());
      if (presence == Presence.RUNS || through.isEmpty()) {
        return presence;
      }
      current = through.get().target();
    }
    return Presence.RUNS;
  }

  /** What a stage hands on when it is skipped. */
  private static Optional<Link> through(Symbol symbol) {
    String kind = symbol.kind().map(Kind::word).orElse("");
    List<Link> links =
        symbol.links(kind.equals("repeat") ? "start" : kind.equals("select") ? "chosen" : "model");
    return PASS_THROUGH.contains(kind) && links.size() == 1
        ? Optional.of(links.get(0))
        : Optional.empty();
  }

  /**
   * What a declaration stands for on this course: itself, or, if it is skipped, what it passes
   * through.
   *
   * @return empty if nothing is made
   */
  public Optional<Symbol> effective(Symbol symbol) {
    Symbol current = symbol;
    for (int steps = 0; steps <= plan.symbols().size(); steps++) {
      if (of(current) != Presence.SKIPPED) {
        return Optional.of(current);
      }
      Optional<Symbol> next = through(current).flatMap(Link::symbol);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      current = next.get();
    }
    return Optional.empty();
  }
}
