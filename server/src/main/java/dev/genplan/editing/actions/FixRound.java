package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Applies many repairs. Those that do not meet are applied together, then it is looked anew, until
 * nothing is left: a repair may make room for another, or spare it.
 */
final class FixRound {

  /** A plan in which repairs keep calling for repairs is left as it is after so many rounds. */
  private static final int MOST_ROUNDS = 100;

  private final Place place;
  private final Predicate<Diagnostic> wanted;
  private final Predicate<Fix> usable;

  /**
   * @param wanted the findings to repair
   * @param usable the repairs that may be applied; of each finding the first of them is
   */
  FixRound(Place place, Predicate<Diagnostic> wanted, Predicate<Fix> usable) {
    this.place = place;
    this.wanted = wanted;
    this.usable = usable;
  }

  /** Whether there is anything to apply. */
  boolean isAny() {
    return place.analysis().diagnostics().stream().anyMatch(found -> fix(found).isPresent());
  }

  /** The repair of a finding; empty if it has none that stays in the file. */
  Optional<Fix> fix(Diagnostic found) {
    return Optional.of(found)
        .filter(wanted)
        .flatMap(it -> it.fixes().stream().filter(usable).findFirst())
        .filter(this::isHere);
  }

  private boolean isHere(Fix fix) {
    return fix.edits().stream().allMatch(edit -> edit.location().file().equals(place.file()));
  }

  /** What all rounds together change. */
  List<Edit> edits() {
    String text = place.text();
    Function<String, List<Diagnostic>> look = it -> place.suppose().apply(it).diagnostics();
    List<Diagnostic> found = place.analysis().diagnostics();
    Set<String> seen = new HashSet<>();
    for (int round = 0; round < MOST_ROUNDS && seen.add(text); round++) {
      List<Edit> together = together(found);
      if (together.isEmpty()) {
        break;
      }
      text = Texts.apply(text, together);
      found = look.apply(text);
    }
    return Texts.between(place.file(), place.text(), text);
  }

  /**
   * Repairs that do not meet. One that changes the meaning comes alone, for the next may look
   * otherwise behind it.
   */
  private List<Edit> together(List<Diagnostic> found) {
    List<Edit> chosen = new ArrayList<>();
    for (Diagnostic each : found) {
      Optional<Fix> fix = fix(each);
      if (fix.isPresent() && !fix.get().edits().isEmpty()) {
        if (!fix.get().safe()) {
          return chosen.isEmpty() ? fix.get().edits() : chosen;
        } else if (!meets(fix.get(), chosen)) {
          chosen.addAll(fix.get().edits());
        }
      }
    }
    return chosen;
  }

  private static boolean meets(Fix fix, List<Edit> chosen) {
    for (Edit edit : fix.edits()) {
      Span span = edit.location().span();
      for (Edit other : chosen) {
        Span there = other.location().span();
        if (span.touches(there.start()) || there.touches(span.start())) {
          return true;
        }
      }
    }
    return false;
  }
}
