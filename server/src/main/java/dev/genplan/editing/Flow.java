package dev.genplan.editing;

import dev.genplan.diagnostics.Location;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Resolution;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.FlowType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What flows from one declaration to another: what a thing is made from, and what is made of it,
 * reports and services included. What a stage runs on does not flow.
 */
public final class Flow {

  /**
   * One declaration next to another.
   *
   * @param symbol the neighbor
   * @param places the references that connect the two; for a split its name
   */
  public record Step(Symbol symbol, List<Location> places) {
    public Step {
      places = List.copyOf(places);
    }
  }

  private Flow() {}

  /** What a declaration is directly made from, in the order of the text. */
  public static List<Step> madeFrom(Symbol symbol) {
    Map<Symbol, List<Location>> steps = new LinkedHashMap<>();
    if (symbol.isSplit()) {
      symbol.parent().ifPresent(whole -> add(steps, whole, symbol.location()));
    }
    for (Link link : symbol.links()) {
      if (flows(link)) {
        source(link.target()).ifPresent(from -> add(steps, from, link.location()));
      }
    }
    return steps(steps);
  }

  /**
   * What is directly made of a declaration, in the order of the plans and of the text.
   *
   * @param plans of the files in which to look
   */
  public static List<Step> madeOf(Symbol symbol, Collection<Plan> plans) {
    Map<Symbol, List<Location>> steps = new LinkedHashMap<>();
    for (Symbol part : symbol.inner()) {
      if (part.isSplit()) {
        add(steps, part, part.location());
      }
    }
    for (Plan plan : plans) {
      for (Symbol own : plan.own()) {
        for (Link link : own.links()) {
          if (flows(link) && source(link.target()).filter(from -> same(from, symbol)).isPresent()) {
            add(steps, own, link.location());
          }
        }
      }
    }
    return steps(steps);
  }

  /** The references in the plan's own file to a declaration, or to a split of it. */
  static List<Link> uses(Plan plan, Symbol symbol) {
    List<Link> uses = new ArrayList<>();
    for (Symbol own : plan.own()) {
      for (Link link : own.links()) {
        Optional<Symbol> target = link.symbol();
        boolean split = target.filter(Symbol::isSplit).isPresent();
        Optional<Symbol> whole = split ? target.flatMap(Symbol::parent) : Optional.empty();
        if (target.filter(to -> same(to, symbol)).isPresent()
            || whole.filter(to -> same(to, symbol)).isPresent()) {
          uses.add(link);
        }
      }
    }
    return uses;
  }

  private static boolean same(Symbol one, Symbol other) {
    return Usages.isSame(one, other);
  }

  private static boolean flows(Link link) {
    return link.isDataflow()
        && link.symbol().flatMap(Symbol::makes).filter(FlowType.COMPUTE::equals).isEmpty();
  }

  /** Inside a {@code repeat} its name means what the first round starts from. */
  private static Optional<Symbol> source(Resolution resolution) {
    return resolution instanceof Resolution.RoundInput round
        ? round.repeat().links("start").stream().findFirst().flatMap(link -> source(link.target()))
        : resolution.declaration();
  }

  private static void add(Map<Symbol, List<Location>> steps, Symbol symbol, Location place) {
    steps.computeIfAbsent(symbol, any -> new ArrayList<>(1)).add(place);
  }

  private static List<Step> steps(Map<Symbol, List<Location>> steps) {
    List<Step> all = new ArrayList<>(steps.size());
    steps.forEach((symbol, places) -> all.add(new Step(symbol, places)));
    return all;
  }
}
