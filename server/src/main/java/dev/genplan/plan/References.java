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
    List<Candidate> candidates = unordered(plan, from, expected);
    candidates.sort(nearness(from));
    return candidates;
  }

  /**
   * What fits in a declaration that is not there yet, in the same order.
   *
   * @param repeat the {@code repeat} in which it will stand, if any
   * @param offset where in the plan's own file it will stand
   */
  public static List<Candidate> fitting(
      Plan plan, Optional<Symbol> repeat, int offset, Type.Reference expected) {
    List<Candidate> candidates = new ArrayList<>();
    repeat.ifPresent(outer -> round(plan, outer, expected, candidates));
    for (Symbol symbol : plan.visible()) {
      if (repeat.filter(symbol::equals).isEmpty()) {
        add(plan, symbol, symbol.makes(), expected, candidates);
      }
    }
    candidates.sort(nearness(plan.file(), offset));
    return candidates;
  }

  /** What fits at a place, in no particular order. */
  static List<Candidate> unordered(Plan plan, Symbol from, Type.Reference expected) {
    List<Candidate> candidates = inside(plan, from, expected);
    if (expected.target() != Type.Target.INNER_STAGE) {
      for (Symbol symbol : plan.visible()) {
        if (symbol != from && from.repeat().filter(symbol::equals).isEmpty()) {
          add(plan, symbol, symbol.makes(), expected, candidates);
        }
      }
    }
    return candidates;
  }

  /** What fits and can be named at a place only: stages of the same round, its input. */
  static List<Candidate> inside(Plan plan, Symbol from, Type.Reference expected) {
    List<Candidate> candidates = new ArrayList<>();
    if (expected.target() == Type.Target.INNER_STAGE) {
      for (Symbol inner : from.inner()) {
        add(plan, inner, inner.makes(), expected, candidates);
      }
    } else if (from.repeat().isPresent()) {
      round(plan, from.repeat().get(), expected, candidates);
      candidates.removeIf(candidate -> candidate.symbol() == from);
    }
    return candidates;
  }

  private static void round(
      Plan plan, Symbol repeat, Type.Reference expected, List<Candidate> candidates) {
    for (Symbol inner : repeat.inner()) {
      add(plan, inner, inner.makes(), expected, candidates);
    }
    add(plan, repeat, input(plan, repeat), expected, candidates);
  }

  /** Those before a place first, the last one first, then those behind it, then imported ones. */
  static Comparator<Candidate> nearness(Symbol from) {
    return nearness(from.file(), start(from));
  }

  private static Comparator<Candidate> nearness(String file, int offset) {
    return Comparator.comparing((Candidate candidate) -> !candidate.symbol().isOwn())
        .thenComparing(candidate -> isBehind(place(candidate), file, offset))
        .thenComparing(candidate -> distance(place(candidate), file, offset));
  }

  private static boolean isBehind(Symbol symbol, String file, int offset) {
    return symbol.file().equals(file) && start(symbol) > offset;
  }

  /**
   * Offsets in two files have nothing to do with each other: there, the order of the text counts.
   */
  private static int distance(Symbol symbol, String file, int offset) {
    return symbol.file().equals(file) ? Math.abs(start(symbol) - offset) : symbol.index();
  }

  /** A split stands where its dataset does. */
  private static Symbol place(Candidate candidate) {
    Symbol symbol = candidate.symbol();
    return symbol.isSplit() ? symbol.parent().orElseThrow() : symbol;
  }

  /** What the name of a {@code repeat} means inside of it. */
  private static Optional<FlowType> input(Plan plan, Symbol repeat) {
    return plan.typeOf(new Resolution.RoundInput(repeat));
  }

  private static int start(Symbol symbol) {
    return symbol.base() + symbol.node().start();
  }

  /** Adds a declaration or its splits, if they fit. */
  static void add(
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
