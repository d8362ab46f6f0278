package dev.genplan.plan;

import dev.genplan.schema.FlowType;
import dev.genplan.schema.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each declaration makes, where that follows from what goes in. */
public final class Types {

  private static final Set<String> ADAPTER_METHODS =
      Set.of("lora", "qlora", "prompt-tuning", "prefix-tuning", "p-tuning", "ia3", "adapters");

  /** Properties whose value can decide what a declaration makes. */
  private static final List<String> DECIDING = List.of("model", "chosen", "candidates", "result");

  private final Plan plan;
  private volatile List<Optional<FlowType>> known;

  Types(Plan plan) {
    this.plan = plan;
  }

  /** Whether a word of {@code method} trains an adapter over frozen weights. */
  public static boolean isAdapterMethod(String word) {
    return ADAPTER_METHODS.contains(word);
  }

  /**
   * What comes out of a declaration. A declaration that depends on itself makes what its kind
   * usually makes; the cycle is reported elsewhere.
   */
  Optional<FlowType> of(Symbol symbol) {
    return table(() -> {}).get(symbol.index());
  }

  /**
   * What each declaration makes.
   *
   * @param step called often; throws to stop the work
   */
  List<Optional<FlowType>> table(Runnable step) {
    List<Optional<FlowType>> table = known;
    if (table == null) {
      table = plan.fact(() -> new Derivation(plan.symbols(), step).made);
      known = table;
    }
    return table;
  }

  /** What a reference leads to; empty for a verdict, a figure, and what leads nowhere. */
  Optional<FlowType> of(Resolution resolution) {
    return source(resolution).flatMap(this::of);
  }

  /** The declaration whose type something has; for the input of a round what that starts from. */
  private static Optional<Symbol> source(Resolution resolution) {
    Resolution current = resolution;
    while (current instanceof Resolution.RoundInput input) {
      List<Link> start = input.repeat().links("start");
      if (start.isEmpty()) {
        return Optional.empty();
      }
      current = start.get(0).target();
    }
    return current instanceof Resolution.Declared declared
        ? Optional.of(declared.symbol())
        : Optional.empty();
  }

  boolean isReport(Symbol symbol) {
    return symbol.kind().flatMap(Kind::makes).filter(FlowType.REPORT::equals).isPresent();
  }

  /** Works out what each declaration makes once it is known what goes in. */
  private static final class Derivation extends DepthFirst {
    private final List<Optional<FlowType>> made;

    Derivation(List<Symbol> symbols, Runnable step) {
      this.made = new ArrayList<>(Collections.nCopies(symbols.size(), Optional.empty()));
      visit(symbols, step);
    }

    @Override
    List<Symbol> enter(Symbol symbol) {
      made.set(symbol.index(), symbol.kind().flatMap(Kind::makes));
      List<Symbol> needed = new ArrayList<>(2);
      for (Link link : symbol.links()) {
        if (DECIDING.contains(link.property())) {
          source(link.target()).ifPresent(needed::add);
        }
      }
      return needed;
    }

    @Override
    void leave(Symbol symbol) {
      made.set(symbol.index(), derive(symbol));
    }

    private Optional<FlowType> derive(Symbol symbol) {
      if (symbol.isSplit()) {
        return Optional.of(FlowType.DATASET);
      }
      return switch (symbol.kind().map(Kind::word).orElse("")) {
        case "model" -> Optional.of(ofModel(symbol));
        case "select" -> input(symbol, "chosen").or(() -> input(symbol, "candidates"));
        case "finetune" -> ofFinetune(symbol);
        case "align" -> Optional.of(trainsAdapter(symbol) ? FlowType.ADAPTER : FlowType.MODEL);
        case "optimize" -> ofOptimize(symbol);
        case "repeat" -> input(symbol, "result");
        default -> symbol.kind().flatMap(Kind::makes);
      };
    }

    private Optional<FlowType> input(Symbol symbol, String property) {
      for (Link link : symbol.links(property)) {
        Optional<Symbol> source = source(link.target());
        if (source.isPresent() && made.get(source.get().index()).isPresent()) {
          return made.get(source.get().index());
        }
      }
      return Optional.empty();
    }

    private static FlowType ofModel(Symbol symbol) {
      Attributes attributes = symbol.attributes();
      return switch (attributes.word("role").orElse("policy")) {
        case "reward", "classifier" -> FlowType.REWARD;
        case "embedder", "reranker" -> FlowType.ENCODER;
        default -> attributes.isWord("variant", "adapter") ? FlowType.ADAPTER : FlowType.MODEL;
      };
    }

    private Optional<FlowType> ofFinetune(Symbol symbol) {
      switch (symbol.attributes().value("role").flatMap(Attributes::wordOf).orElse("")) {
        case "reward", "classifier" -> {
          return Optional.of(FlowType.REWARD);
        }
        case "embedder", "reranker" -> {
          return Optional.of(FlowType.ENCODER);
        }
        default -> {}
      }
      Optional<FlowType> tuned = input(symbol, "model");
      if (tuned.filter(type -> type == FlowType.REWARD || type == FlowType.ENCODER).isPresent()) {
        return tuned;
      }
      return Optional.of(trainsAdapter(symbol) ? FlowType.ADAPTER : FlowType.MODEL);
    }

    /**
     * An adapter is trained if the method says so, or if it says nothing and an adapter goes in.
     */
    private boolean trainsAdapter(Symbol symbol) {
      List<String> methods = symbol.attributes().words("method");
      if (methods.stream().anyMatch(Types::isAdapterMethod)) {
        return true;
      }
      return !methods.contains("full")
          && input(symbol, "model").filter(FlowType.ADAPTER::equals).isPresent();
    }

    private Optional<FlowType> ofOptimize(Symbol symbol) {
      if (symbol.attributes().words("method").contains("speculative")) {
        return Optional.of(FlowType.SYSTEM);
      }
      return input(symbol, "model").map(type -> type == FlowType.ADAPTER ? FlowType.MODEL : type);
    }
  }
}
