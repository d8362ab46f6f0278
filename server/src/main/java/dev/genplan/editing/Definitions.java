package dev.genplan.editing;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a name leads: to its declaration, up to what it began with, down to what gives it its
 * content.
 */
public final class Definitions {

  /**
   * A place to go to.
   *
   * @param origin the name that leads there
   * @param whole the whole declaration
   * @param name the part of it to show
   */
  public record Target(Location origin, Location whole, Location name) {}

  private Definitions() {}

  /**
   * Where what stands at an offset is declared: a figure of a report where it is measured; for an
   * import the start of the file.
   */
  public static Optional<Target> at(Plan plan, int offset) {
    Optional<Mention> mention = Mentions.at(plan, offset);
    if (mention.isEmpty()) {
      return imported(plan, offset);
    }
    return mention.get() instanceof Mention.Figure figure
        ? measured(plan, figure).or(() -> Optional.of(declared(plan, figure)))
        : Optional.of(declared(plan, mention.get()));
  }

  private static Optional<Target> imported(Plan plan, int offset) {
    return Carets.pointing(plan, offset) instanceof Caret.ImportPath path
        ? plan.importAt(offset)
            .map(file -> new Location(file.uri(), new Span(0, 0)))
            .map(start -> new Target(new Location(plan.file(), path.word()), start, start))
        : Optional.empty();
  }

  private static Target declared(Plan plan, Mention mention) {
    return target(plan, mention, mention.symbol());
  }

  private static Target target(Plan plan, Mention mention, Symbol symbol) {
    return new Target(origin(plan, mention), symbol.locate(symbol.node()), symbol.location());
  }

  private static Location origin(Plan plan, Mention mention) {
    return new Location(plan.file(), mention.span());
  }

  /** The line of the report's results, or else of its metrics, that has the figure. */
  private static Optional<Target> measured(Plan plan, Mention.Figure figure) {
    Symbol report = figure.symbol();
    for (String section : List.of("results", "metrics")) {
      for (Member member : members(report, section)) {
        Optional<Path> metric = metric(member);
        if (metric.filter(path -> path.text().equals(figure.metric())).isPresent()) {
          return metric.map(
              path -> new Target(origin(plan, figure), report.locate(member), report.locate(path)));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Member> members(Symbol symbol, String section) {
    return symbol.attributes().section(section).map(Attributes::members).orElse(List.of());
  }

  private static Optional<Path> metric(Member member) {
    if (member instanceof Member.Property result) {
      return Optional.of(result.key());
    } else if (member instanceof Member.Criterion criterion) {
      return Optional.of(criterion.metric());
    }
    return member instanceof Member.Bare bare ? Optional.of(bare.path()) : Optional.empty();
  }

  /**
   * What the thing at an offset is a form of: the foundation model that a model, system, reward
   * model, report or service goes back to, the dataset of a split, what a dataset derives from.
   * What begins by itself is its own type.
   */
  public static List<Target> types(Plan plan, int offset) {
    Optional<Mention> mention = Mentions.at(plan, offset);
    return mention.isEmpty()
        ? List.of()
        : origins(plan.lineage(), mention.get().symbol()).stream()
            .map(origin -> target(plan, mention.get(), origin))
            .toList();
  }

  private static List<Symbol> origins(Lineage lineage, Symbol symbol) {
    if (symbol.isSplit()) {
      return symbol.parent().stream().toList();
    }
    Optional<Symbol> base = symbol.target("service").or(() -> Optional.of(symbol));
    base = base.flatMap(lineage::base);
    if (base.isPresent()) {
      return List.of(base.get());
    }
    List<Symbol> roots =
        lineage.ancestors(symbol).stream()
            .filter(ancestor -> lineage.madeFrom(ancestor).isEmpty())
            .toList();
    return roots.isEmpty() ? List.of(symbol) : roots;
  }

  /**
   * What gives the thing at an offset its content: of a {@code repeat} the stage whose result it
   * is, of a {@code select} what it chooses or chooses from, of a verdict the criteria that decide
   * it, of everything else the stages that are built directly on it.
   *
   * @param plans of the files in which to look for such stages
   */
  public static List<Target> implementations(Plan plan, int offset, Collection<Plan> plans) {
    Optional<Mention> found = Mentions.at(plan, offset);
    if (found.isEmpty()) {
      return List.of();
    }
    Mention mention = found.get();
    Symbol symbol = mention.symbol();
    if (mention instanceof Mention.Figure figure) {
      return measured(plan, figure).stream().toList();
    } else if (mention instanceof Mention.Verdict) {
      return criteria(plan, mention);
    } else if (symbol.is("repeat") || symbol.is("select")) {
      return inside(symbol).stream().map(stage -> target(plan, mention, stage)).toList();
    }
    Set<Target> targets = new LinkedHashSet<>();
    for (Plan each : plans) {
      for (Link link : Flow.uses(each, symbol)) {
        if (Lineage.isIngredient(link)) {
          targets.add(target(plan, mention, link.from()));
        }
      }
    }
    return List.copyOf(targets);
  }

  private static List<Target> criteria(Plan plan, Mention mention) {
    List<Target> targets = new ArrayList<>();
    Symbol report = mention.symbol();
    for (String section : List.of("metrics", "change")) {
      for (Member member : members(report, section)) {
        if (member instanceof Member.Criterion criterion) {
          Location whole = report.locate(criterion);
          targets.add(new Target(origin(plan, mention), whole, report.locate(criterion.metric())));
        }
      }
    }
    return targets;
  }

  private static List<Symbol> inside(Symbol symbol) {
    for (String property : List.of("result", "chosen", "candidates")) {
      List<Symbol> targets = symbol.targets(property);
      if (!targets.isEmpty()) {
        return targets;
      }
    }
    return symbol.inner();
  }
}
