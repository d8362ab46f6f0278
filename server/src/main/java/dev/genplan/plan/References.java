package dev.genplan.plan;

import dev.genplan.schema.FlowType;
import dev.genplan.schema.Type;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What can be referred to at a place of the plan. */
public final class References {

  private References() {}

  /**
   * Something that fits.
   *
   * @param text as it would be written at that place
   * @param symbol what it leads to
   */
  public record Candidate(String text, Symbol symbol) {}

  /**
   * What fits at a place, nearest declarations first: those before it, the last one first, then
   * those behind it, then imported ones.
   *
   * @param from the declaration in which the reference stands
   * @param expected what may stand there
   */
  public static List<Candidate> fitting(Plan plan, Symbol from, Type.Reference expected) {
    Optional<Symbol> repeat = from.repeat();
    List<Symbol> visible = new ArrayList<>();
    if (expected.target() == Type.Target.INNER_STAGE) {
      visible.addAll(from.inner());
    } else {
      repeat.ifPresent(outer -> round(outer, visible));
      visible.addAll(plan.visible());
    }
    visible.remove(from);
    return fitting(plan, visible, repeat, start(from), expected);
  }

  /**
   * What fits in a declaration that is not there yet.
   *
   * @param repeat the {@code repeat} in which it will stand, if any
   * @param offset where in the plan's own file it will stand
   */
  public static List<Candidate> fitting(
      Plan plan, Optional<Symbol> repeat, int offset, Type.Reference expected) {
    List<Symbol> visible = new ArrayList<>();
    repeat.ifPresent(outer -> round(outer, visible));
    visible.addAll(plan.visible());
    return fitting(plan, visible, repeat, offset, expected);
  }

  private static void round(Symbol repeat, List<Symbol> visible) {
    visible.addAll(repeat.inner());
    visible.add(repeat);
  }

  private static List<Candidate> fitting(
      Plan plan,
      List<Symbol> visible,
      Optional<Symbol> repeat,
      int offset,
      Type.Reference expected) {
    visible.sort(
        Comparator.comparing((Symbol symbol) -> !symbol.isOwn())
            .thenComparing(symbol -> start(symbol) > offset)
            .thenComparing(symbol -> Math.abs(start(symbol) - offset)));
    List<Candidate> candidates = new ArrayList<>();
    for (Symbol symbol : visible) {
      boolean round = repeat.filter(symbol::equals).isPresent();
      add(plan, symbol, round ? input(plan, symbol) : symbol.makes(), expected, candidates);
    }
    return candidates;
  }

  /** What the name of a {@code repeat} means inside of it. */
  private static Optional<FlowType> input(Plan plan, Symbol repeat) {
    return plan.typeOf(new Resolution.RoundInput(repeat));
  }

  private static int start(Symbol symbol) {
    return symbol.base() + symbol.node().start();
  }

  private static void add(
      Plan plan,
      Symbol symbol,
      Optional<FlowType> type,
      Type.Reference expected,
      List<Candidate> candidates) {
    if (symbol.name().isEmpty()) {
      return;
    }
    switch (expected.target()) {
      case ARTIFACT -> {
        boolean fits = type.isPresent() && expected.admits(type.get());
        if (fits && !symbol.isSplit()) {
          for (Symbol split : symbol.inner()) {
            if (split.isSplit()) {
              candidates.add(new Candidate(split.qualifiedName(), split));
            }
          }
          candidates.add(new Candidate(symbol.name(), symbol));
        }
      }
      case VERDICT -> {
        if (plan.types().isReport(symbol)) {
          candidates.add(new Candidate(symbol.name() + ".fails", symbol));
          candidates.add(new Candidate(symbol.name() + ".passes", symbol));
        }
      }
      case STAGE, INNER_STAGE -> {
        if (symbol.isStage()) {
          candidates.add(new Candidate(symbol.name(), symbol));
        }
      }
      case FIGURE -> {
        if (plan.types().isReport(symbol)) {
          candidates.add(new Candidate(symbol.name(), symbol));
        }
      }
      case SUBJECT -> {
        if (symbol.makes().filter(FlowType.DATASET::equals).isPresent()) {
          candidates.add(new Candidate(symbol.name(), symbol));
        }
      }
    }
  }

  /** What is expected, to be used inside a sentence: "a model or a reward model". */
  public static Localized phrase(Type.Reference expected) {
    if (expected.target() != Type.Target.ARTIFACT) {
      return expected.target().phrase();
    }
    List<FlowType> widest = new ArrayList<>();
    for (FlowType type : FlowType.values()) {
      if (expected.accepts().contains(type)
          && expected.accepts().stream().noneMatch(other -> other != type && type.fits(other))) {
        widest.add(type);
      }
    }
    return Localized.of(
        String.join(" or ", widest.stream().map(type -> type.phrase().en()).toList()),
        String.join("或", widest.stream().map(type -> type.phrase().zh()).toList()));
  }
}
