package dev.genplan.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What things are made of and what is made of them. */
public final class Lineage {

  /** Properties whose value becomes part of what a stage makes, or gives it its form. */
  private static final Set<String> INGREDIENTS =
      Set.of(
          "model",
          "data",
          "prompts",
          "reward",
          "start",
          "result",
          "teacher",
          "draft",
          "critic",
          "from",
          "embedder",
          "reranker",
          "chosen",
          "adapters");

  private final Plan plan;
  private volatile Reach ancestors;
  private volatile Reach ingredients;
  private volatile Chains chains;

  Lineage(Plan plan) {
    this.plan = plan;
  }

  /** Works out what most questions need. */
  void prepare(Runnable step) {
    var unused = ancestors(step);
    unused = ingredients(step);
  }

  /** Whether a reference says what a thing is made of, not with what, when or where. */
  public static boolean isIngredient(Link link) {
    return link.isDataflow()
        && INGREDIENTS.contains(link.property())
        && !(link.from().kind().isPresent() && isMeasurement(link.from()));
  }

  private static boolean isMeasurement(Symbol symbol) {
    return symbol.is("evaluate") || symbol.is("redteam");
  }

  /**
   * What a declaration is directly made of. The input of a round is what the {@code repeat} starts
   * from; of a split it is the dataset, of a {@code repeat} its result.
   */
  public List<Symbol> madeFrom(Symbol symbol) {
    return ancestors(() -> {}).direct(symbol);
  }

  private static List<Symbol> inputs(Symbol symbol) {
    List<Symbol> inputs = new ArrayList<>();
    for (Link link : symbol.links()) {
      if (isIngredient(link)) {
        input(link.target()).ifPresent(inputs::add);
      }
    }
    if (symbol.is("select") && symbol.links("chosen").isEmpty()) {
      inputs.addAll(symbol.targets("candidates"));
    }
    if (symbol.isSplit()) {
      symbol.parent().ifPresent(inputs::add);
    }
    return inputs;
  }

  private static Optional<Symbol> input(Resolution resolution) {
    return resolution instanceof Resolution.RoundInput round
        ? round.repeat().links("start").stream().findFirst().flatMap(link -> input(link.target()))
        : resolution.declaration();
  }

  /** All that a declaration is made of, itself not included, nearest first. */
  public Set<Symbol> ancestors(Symbol symbol) {
    return ancestors(() -> {}).from(symbol);
  }

  private Reach ancestors(Runnable step) {
    Reach known = ancestors;
    if (known == null) {
      known = plan.fact(() -> Reach.of(plan.symbols(), Lineage::inputs, step));
      ancestors = known;
    }
    return known;
  }

  /**
   * All that has gone into a declaration for certain, itself not included, nearest first: as {@link
   * #ancestors}, but without stages that are skipped and without the candidates of a choice that
   * has not been made.
   */
  public Set<Symbol> ingredients(Symbol symbol) {
    return ingredients(() -> {}).from(symbol);
  }

  /** All that has gone into any of several declarations for certain, nearest first. */
  public Set<Symbol> ingredients(Collection<Symbol> symbols) {
    return ingredients(() -> {}).fromAny(symbols);
  }

  private Reach ingredients(Runnable step) {
    Reach known = ingredients;
    if (known == null) {
      known = plan.fact(() -> Reach.of(plan.symbols(), this::certainlyFrom, step));
      ingredients = known;
    }
    return known;
  }

  private List<Symbol> certainlyFrom(Symbol symbol) {
    if (symbol.is("select") && symbol.links("chosen").isEmpty()) {
      return List.of();
    }
    List<Symbol> certain = new ArrayList<>();
    for (Symbol input : madeFrom(symbol)) {
      plan.course().effective(input).ifPresent(certain::add);
    }
    return certain;
  }

  /**
   * All that has gone into any of several things for certain, the things themselves included, each
   * with the index of the first of them.
   *
   * @param things each one declaration, or several that belong together
   */
  public Map<Symbol, Integer> firstUsers(List<List<Symbol>> things) {
    Map<Symbol, Integer> first = new HashMap<>();
    Deque<Symbol> open = new ArrayDeque<>();
    for (int i = 0; i < things.size(); i++) {
      open.addAll(things.get(i));
      while (!open.isEmpty()) {
        Symbol next = open.pop();
        if (first.putIfAbsent(next, i) == null) {
          open.addAll(ingredients(() -> {}).direct(next));
        }
      }
    }
    return first;
  }

  /** All declarations that are made of one, itself not included. */
  public Set<Symbol> descendants(Symbol symbol) {
    Set<Symbol> found = new LinkedHashSet<>();
    for (Symbol other : plan.symbols()) {
      if (ancestors(other).contains(symbol)) {
        found.add(other);
      }
    }
    return found;
  }

  /**
   * The way of the weights from a model or system back to where it starts: the thing itself, what
   * it works on, what that works on ... Skipped stages are left out. Of a merge the first model is
   * followed, of a {@code repeat} its result.
   *
   * @return a list that is made while one goes through it; its first and last element and its
   *     length are known at once
   */
  public List<Symbol> chain(Symbol symbol) {
    Chains known = chains;
    if (known == null) {
      known = plan.fact(() -> new Chains(plan.symbols(), plan.course(), this::source));
      chains = known;
    }
    return known.of(symbol);
  }

  /** What a stage works on: its {@code model}; what a {@code repeat} or {@code select} hands on. */
  public Optional<Symbol> source(Symbol symbol) {
    String property =
        symbol.is("repeat")
            ? "result"
            : symbol.is("select")
                ? (symbol.links("chosen").isEmpty() ? "candidates" : "chosen")
                : symbol.is("model") ? "from" : "model";
    List<Link> links = symbol.links(property);
    return links.isEmpty() ? Optional.empty() : input(links.get(0).target());
  }

  /** The declared model at the start of the way of the weights, if it starts at one. */
  public Optional<Symbol> base(Symbol symbol) {
    List<Symbol> chain = chain(symbol);
    return chain.isEmpty()
        ? Optional.empty()
        : Optional.of(chain.get(chain.size() - 1)).filter(last -> last.is("model"));
  }

  /** All datasets and splits that have gone into something, through every stage. */
  public List<Symbol> data(Symbol symbol) {
    return filter(ancestors(symbol), Lineage::isData);
  }

  /** All declared models that have gone into something. */
  public List<Symbol> models(Symbol symbol) {
    return filter(ancestors(symbol), each -> each.is("model"));
  }

  private static List<Symbol> filter(Collection<Symbol> symbols, Predicate<Symbol> which) {
    return symbols.stream().filter(which).toList();
  }

  /** Whether something is a dataset or a split, declared or made. */
  public static boolean isData(Symbol symbol) {
    return symbol.is("dataset")
        || symbol.isSplit()
        || symbol.is("feedback")
        || symbol.is("synthesize");
  }

  /**
   * Whether two datasets may hold the same items: they share some, or one derives from something
   * that shares items with the other. Two splits of one dataset do not overlap, nor do two data
   * sets only because both derive from a third.
   */
  public boolean overlap(Symbol one, Symbol other) {
    return shares(one, other)
        || origins(one).stream().anyMatch(origin -> shares(origin, other))
        || origins(other).stream().anyMatch(origin -> shares(origin, one));
  }

  /** Whether two datasets are the same, or one is a split of the other. */
  public boolean shares(Symbol one, Symbol other) {
    return one == other || isSplitOf(one, other) || isSplitOf(other, one);
  }

  private static boolean isSplitOf(Symbol split, Symbol whole) {
    return split.isSplit() && split.parent().filter(whole::equals).isPresent();
  }

  /** The datasets that one derives from by {@code from}, through others too, itself left out. */
  private static Set<Symbol> origins(Symbol data) {
    Set<Symbol> origins = new LinkedHashSet<>();
    Deque<Symbol> open = new ArrayDeque<>(directOrigins(data));
    while (!open.isEmpty()) {
      Symbol origin = open.poll();
      if (origin != data && origins.add(origin)) {
        open.addAll(directOrigins(origin));
      }
    }
    return origins;
  }

  private static List<Symbol> directOrigins(Symbol data) {
    Symbol whole = data.isSplit() ? data.parent().orElseThrow() : data;
    return filter(whole.targets("from"), Lineage::isData);
  }

  /**
   * Cycles among declarations, each once, starting at the one that stands first; rounds are none.
   */
  public List<List<Symbol>> cycles() {
    return Cycles.of(plan);
  }
}
