package dev.genplan.editing;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.Optional;

/** Where a name is declared. */
public final class Definitions {

  /**
   * A place to go to.
   *
   * @param origin the name in the plan's own file that leads there
   * @param whole the whole declaration
   * @param name the part of it to show
   */
  public record Target(Span origin, Location whole, Location name) {}

  private Definitions() {}

  /** Where what stands at an offset is declared; for an import the start of the file. */
  public static Optional<Target> at(Plan plan, int offset) {
    if (Carets.pointing(plan, offset) instanceof Caret.ImportPath path) {
      return plan.importAt(offset)
          .map(file -> new Location(file.uri(), new Span(0, 0)))
          .map(start -> new Target(path.word(), start, start));
    }
    return Mentions.at(plan, offset).map(Definitions::target);
  }

  private static Target target(Mention mention) {
    Symbol symbol = mention.symbol();
    return new Target(mention.span(), symbol.locate(symbol.node()), symbol.location());
  }
}
