package dev.genplan.editing;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands above a declaration: how often it is used, and what it flows into. */
public final class Lenses {

  /** What is told. */
  public enum Kind {
    REFERENCES,
    FLOW
  }

  /**
   * A place to tell something.
   *
   * @param span the declaration's name
   */
  public record Lens(Kind kind, Span span, Symbol symbol) {}

  /**
   * What is told, and the places behind it.
   *
   * @param title a few words
   */
  public record Told(Message title, List<Location> places) {}

  private static final Localized NO_REFERENCES = Localized.of("no references", "无引用");
  private static final Localized ONE_REFERENCE = Localized.of("1 reference", "1 处引用");
  private static final Localized REFERENCES = Localized.of("{0} references", "{0} 处引用");
  private static final Localized NOWHERE = Localized.of("flows nowhere", "未流向任何阶段");
  private static final Localized INTO = Localized.of("flows into {0}", "流向 {0}");
  private static final Localized INTO_MORE =
      Localized.of("flows into {0} and {1} more", "流向 {0} 等 {2} 项");

  /** So many names fit above a line. */
  private static final int NAMES = 3;

  private Lenses() {}

  /** The places of the plan's own file, in the order of the text. */
  public static List<Lens> of(Plan plan) {
    List<Lens> lenses = new ArrayList<>();
    for (Symbol symbol : plan.own()) {
      if (symbol.kind().isEmpty() || symbol.name().isEmpty() || isEnd(symbol)) {
        continue;
      }
      Span name = symbol.location().span();
      lenses.add(new Lens(Kind.REFERENCES, name, symbol));
      if (flowsOn(symbol) && (plan.isLibrary() || isUsed(plan, symbol))) {
        lenses.add(new Lens(Kind.FLOW, name, symbol));
      }
    }
    return lenses;
  }

  /** What nothing can refer to. */
  private static boolean isEnd(Symbol symbol) {
    return symbol.is("project") || symbol.is("monitor");
  }

  private static boolean flowsOn(Symbol symbol) {
    Optional<FlowType> made = symbol.makes();
    return made.isPresent()
        && made.get() != FlowType.COMPUTE
        && made.get() != FlowType.REPORT
        && made.get() != FlowType.SERVICE;
  }

  private static boolean isUsed(Plan plan, Symbol symbol) {
    return !plan.uses(symbol).isEmpty()
        || symbol.inner().stream().anyMatch(inner -> !plan.uses(inner).isEmpty());
  }

  /**
   * What there is to tell.
   *
   * @param plans of the files in which to look
   */
  public static Told tell(Kind kind, Symbol symbol, Collection<Plan> plans) {
    return kind == Kind.REFERENCES ? references(symbol, plans) : flow(symbol, plans);
  }

  private static Told references(Symbol symbol, Collection<Plan> plans) {
    List<Location> places = Usages.of(symbol, plans);
    Message title =
        switch (places.size()) {
          case 0 -> NO_REFERENCES.with();
          case 1 -> ONE_REFERENCE.with();
          default -> REFERENCES.with(places.size());
        };
    return new Told(title, places);
  }

  private static Told flow(Symbol symbol, Collection<Plan> plans) {
    Set<Symbol> users = new LinkedHashSet<>();
    for (Flow.Step step : Flow.madeOf(symbol, plans)) {
      if (step.symbol().isSplit()) {
        Flow.madeOf(step.symbol(), plans).forEach(next -> users.add(next.symbol()));
      } else {
        users.add(step.symbol());
      }
    }
    List<String> names = users.stream().map(Symbol::qualifiedName).toList();
    List<String> shown = names.subList(0, Math.min(NAMES, names.size()));
    Localized list = Localized.of(String.join(", ", shown), String.join("、", shown));
    int more = names.size() - shown.size();
    Message title =
        names.isEmpty()
            ? NOWHERE.with()
            : more == 0 ? INTO.with(list) : INTO_MORE.with(list, more, names.size());
    return new Told(title, users.stream().map(Symbol::location).toList());
  }
}
