package dev.genplan.plan;

import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
  private volatile Table known;

  private Course(Plan plan, Function<Symbol, Verdicts.Verdict> verdicts) {
    this.plan = plan;
    this.verdicts = verdicts;
  }

  /** The course as far as the plan's results decide it. */
  static Course asKnown(Plan plan, Verdicts verdicts) {
    return new Course(plan, verdicts::of);
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
  public Presence of(Symbol symbol) {
    return table(() -> {}).presence[symbol.index()];
  }

  /**
   * What a declaration stands for on this course: itself, or, if it is skipped, what it passes
   * through.
   *
   * @return empty if nothing is made
   */
  public Optional<Symbol> effective(Symbol symbol) {
    return table(() -> {}).effective.get(symbol.index());
  }

  /**
   * The course of every declaration.
   *
   * @param step called often; throws to stop the work
   */
  private Table table(Runnable step) {
    Table table = known;
    if (table == null) {
      table = plan.fact(() -> new Table(plan.symbols(), verdicts, step));
      known = table;
    }
    return table;
  }

  /** Works everything out. */
  void prepare(Runnable step) {
    var unused = table(step);
  }

  /** What a stage hands on when it is skipped. */
  private static Optional<Link> through(Symbol symbol) {
    String kind = symbol.kind().map(Kind::word).orElse("");
    if (!PASS_THROUGH.contains(kind)) {
      return Optional.empty();
    }
    List<Link> links =
        symbol.links(kind.equals("repeat") ? "start" : kind.equals("select") ? "chosen" : "model");
    return links.size() == 1 ? Optional.of(links.get(0)) : Optional.empty();
  }

  /** What a reference needs to be made, if that is a declaration of its own. */
  private static Optional<Symbol> declared(Resolution resolution) {
    return resolution instanceof Resolution.Declared declared
        ? Optional.of(declared.symbol())
        : Optional.empty();
  }

  private static boolean isInput(Link link) {
    Optional<Property> property = link.from().attributes().spec().property(link.property());
    return property.isPresent()
        && property.get().type() instanceof Type.Reference reference
        && reference.target() == Type.Target.ARTIFACT
        && (property.get().required() || INPUTS.contains(link.property()));
  }

  private static Presence both(Presence one, Presence other) {
    if (one == Presence.SKIPPED || other == Presence.SKIPPED) {
      return Presence.SKIPPED;
    }
    return one == Presence.OPEN || other == Presence.OPEN ? Presence.OPEN : Presence.RUNS;
  }

  /** The course of every declaration. */
  private static final class Table extends DepthFirst {
    private final Function<Symbol, Verdicts.Verdict> verdicts;
    private final Presence[] presence;

    /** Whether anybody makes what a declaration stands for. */
    private final Presence[] made;

    private final List<Optional<Symbol>> effective;

    Table(List<Symbol> symbols, Function<Symbol, Verdicts.Verdict> verdicts, Runnable step) {
      this.verdicts = verdicts;
      this.presence = new Presence[symbols.size()];
      this.made = new Presence[symbols.size()];
      this.effective = new ArrayList<>(Collections.nCopies(symbols.size(), Optional.empty()));
      visit(symbols, step);
    }

    @Override
    List<Symbol> enter(Symbol symbol) {
      presence[symbol.index()] = Presence.RUNS;
      made[symbol.index()] = Presence.RUNS;
      if (!symbol.isStage()) {
        return List.of();
      }
      List<Symbol> needed = new ArrayList<>(4);
      through(symbol).flatMap(Link::symbol).ifPresent(needed::add);
      symbol.repeat().ifPresent(needed::add);
      for (Link link : symbol.links()) {
        if (link.target() instanceof Resolution.Verdict verdict) {
          needed.add(verdict.report());
        } else if (isInput(link)) {
          declared(link.target()).ifPresent(needed::add);
        }
      }
      return needed;
    }

    @Override
    void leave(Symbol symbol) {
      int at = symbol.index();
      presence[at] = derive(symbol);
      Optional<Link> through = through(symbol);
      made[at] =
          presence[at] == Presence.RUNS || through.isEmpty()
              ? presence[at]
              : made(through.get().target());
      effective.set(
          at,
          presence[at] == Presence.SKIPPED
              ? through.flatMap(Link::symbol).flatMap(next -> effective.get(next.index()))
              : Optional.of(symbol));
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
      Presence derived =
          symbol.repeat().map(repeat -> presence[repeat.index()]).orElse(Presence.RUNS);
      for (Link link : symbol.links("when")) {
        derived = both(derived, condition(link));
      }
      String last = "";
      for (Link link : symbol.links()) {
        if (!link.property().equals(last) && isInput(link)) {
          derived = both(derived, made(symbol.links(link.property())));
        }
        last = link.property();
      }
      return derived;
    }

    private Presence condition(Link link) {
      if (!(link.target() instanceof Resolution.Verdict wanted)) {
        return Presence.RUNS;
      }
      Presence report = presence[wanted.report().index()];
      if (report == Presence.SKIPPED) {
        return Presence.SKIPPED;
      }
      Verdicts.Verdict verdict = verdicts.apply(wanted.report());
      if (verdict == Verdicts.Verdict.OPEN || report == Presence.OPEN) {
        return Presence.OPEN;
      }
      return (verdict == Verdicts.Verdict.PASSES) == wanted.passes()
          ? Presence.RUNS
          : Presence.SKIPPED;
    }

    /** Whether any of several inputs is made; a stage can do with those that are. */
    private Presence made(List<Link> links) {
      Presence best = links.isEmpty() ? Presence.RUNS : Presence.SKIPPED;
      for (Link link : links) {
        Presence input = made(link.target());
        if (input == Presence.RUNS) {
          return input;
        }
        best = input == Presence.OPEN ? input : best;
      }
      return best;
    }

    /** Whether what a reference leads to is made by anybody. */
    private Presence made(Resolution resolution) {
      return declared(resolution).map(symbol -> made[symbol.index()]).orElse(Presence.RUNS);
    }
  }
}
