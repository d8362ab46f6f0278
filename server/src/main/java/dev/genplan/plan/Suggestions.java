package dev.genplan.plan;

import dev.genplan.plan.References.Candidate;
import dev.genplan.schema.Type;
import dev.genplan.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What references that lead nowhere could mean. While a declaration is being renamed, all that name
 * it lead nowhere, so what fits them is looked up once for all of them.
 */
final class Suggestions {

  /** A message names no more than this. */
  static final int MOST_NAMED = 6;

  private record Slip(String written, Type.Reference expected) {}

  private final Plan plan;
  private final Map<Type.Reference, List<Candidate>> fitting = new HashMap<>();
  private final Map<Slip, List<Candidate>> near = new HashMap<>();

  Suggestions(Plan plan) {
    this.plan = plan;
  }

  /**
   * Names that fit, as they would be written, nearest declarations first; of many only those that
   * look most like what is written.
   *
   * @param written the name that leads nowhere
   */
  List<String> names(Link link, String written) {
    Symbol from = link.from();
    Type.Reference expected = link.expected();
    List<Candidate> candidates = candidates(from, expected, written);
    if (candidates.size() > MOST_NAMED) {
      candidates = mostAlike(written, candidates);
    }
    candidates.sort(References.nearness(from));
    return candidates.stream().map(Candidate::text).toList();
  }

  private List<Candidate> candidates(Symbol from, Type.Reference expected, String written) {
    if (expected.target() == Type.Target.INNER_STAGE) {
      return References.unordered(plan, from, expected);
    }
    List<Candidate> all = fitting.computeIfAbsent(expected, any -> fitting(expected));
    int around = 2 + from.inner().size();
    if (all.size() > MOST_NAMED + around) {
      List<Candidate> alike =
          near.computeIfAbsent(new Slip(written, expected), any -> mostAlike(written, all));
      if (alike.stream().noneMatch(each -> isAround(each.symbol(), from))) {
        // Whatever stands around it must look at least as much like it to be told.
        List<Candidate> candidates = new ArrayList<>(alike);
        candidates.addAll(References.inside(plan, from, expected));
        return mostAlike(written, candidates);
      }
    }
    List<Candidate> candidates = new ArrayList<>(all);
    candidates.removeIf(each -> isAround(each.symbol(), from));
    candidates.addAll(References.inside(plan, from, expected));
    return candidates;
  }

  private List<Candidate> fitting(Type.Reference expected) {
    List<Candidate> candidates = new ArrayList<>();
    for (Symbol symbol : plan.visible()) {
      References.add(plan, symbol, symbol.makes(), expected, candidates);
    }
    return candidates;
  }

  /** Whether something is the declaration itself or a part of it, or the round it stands in. */
  private static boolean isAround(Symbol symbol, Symbol from) {
    return symbol == from
        || symbol.parent().filter(from::equals).isPresent()
        || from.repeat().equals(Optional.of(symbol));
  }

  private static List<Candidate> mostAlike(String written, List<Candidate> candidates) {
    Set<String> near =
        new HashSet<>(Nearest.all(written, candidates.stream().map(Candidate::text).toList()));
    List<Candidate> alike = new ArrayList<>(candidates);
    alike.removeIf(candidate -> !near.contains(candidate.text()));
    return alike;
  }
}
