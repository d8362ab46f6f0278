package dev.genplan.editing;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Where a name is used: in its own file, and in the files that import it. */
public final class Usages {

  /**
   * A place where a name stands in the file in which it was asked for.
   *
   * @param writes whether it gives the name its meaning, instead of using it
   */
  public record Highlight(Span span, boolean writes) {}

  private Usages() {}

  /**
   * All places that use what a name means: a declaration, a verdict of a report, a figure of it.
   *
   * @param plans of the files in which to look, each looked through by itself
   * @param declaration whether the name of the declaration counts as well
   * @return places in the order of the plans, then of the text
   */
  public static List<Location> of(Mention name, Collection<Plan> plans, boolean declaration) {
    List<Location> found = new ArrayList<>();
    for (Plan plan : plans) {
      for (Mention other : Mentions.all(plan)) {
        if (isSameThing(name, other) && (declaration || !(other instanceof Mention.Declared))) {
          found.add(new Location(plan.file(), other.span()));
        }
      }
    }
    return found;
  }

  /** As {@link #of(Mention, Collection, boolean)}, for a declaration and without its own name. */
  public static List<Location> of(Symbol symbol, Collection<Plan> plans) {
    return of(new Mention.Declared(symbol.location().span(), symbol), plans, false);
  }

  /** The places of the plan's own file that have to do with the name at an offset. */
  public static List<Highlight> highlights(Plan plan, int offset) {
    return Mentions.at(plan, offset)
        .map(
            name ->
                Mentions.all(plan).stream()
                    .filter(other -> isSameThing(name, other))
                    .map(other -> new Highlight(other.span(), other instanceof Mention.Declared))
                    .toList())
        .orElse(List.of());
  }

  /** Whether one name leads to the same as another, be it seen from another plan. */
  private static boolean isSameThing(Mention name, Mention other) {
    if (!isSame(name.symbol(), other.symbol())) {
      return false;
    } else if (other instanceof Mention.Declared) {
      return true;
    } else if (name instanceof Mention.Verdict verdict) {
      return other instanceof Mention.Verdict same && same.passes() == verdict.passes();
    } else if (name instanceof Mention.Figure figure) {
      return other instanceof Mention.Figure same && same.metric().equals(figure.metric());
    }
    return other instanceof Mention.Reference;
  }

  /** Whether two symbols are the same declaration. Each plan has symbols of its own. */
  static boolean isSame(Symbol one, Symbol other) {
    return one == other
        || (one.base() + one.node().start() == other.base() + other.node().start()
            && one.file().equals(other.file()));
  }
}
