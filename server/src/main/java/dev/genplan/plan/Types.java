package dev.genplan.plan;

import dev.genplan.schema.FlowType;
import dev.genplan.schema.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each declaration makes, where that follows from what goes in. */
public final class Types {

  private static final Set<String> ADAPTER_METHODS =
      Set.of("lora", "qlora", "prompt-tuning", "prefix-tuning", "p-tuning", "ia3", "adapters");

  private final Map<Symbol, Optional<FlowType>> known = new HashMap<>();

  /** Whether a word of {@code method} trains an adapter over frozen weights. */
  public static boolean isAdapterMethod(String word) {
    return ADAPTER_METHODS.contains(word);
  }

  /**
   * What comes out of a declaration. A declaration that depends on itself makes what its kind
   * usually makes; the cycle is reported elsewhere.
   */
  synchronized Optional<FlowType> of(Symbol symbol) {
    Optional<FlowType> before = known.get(symbol);
    if (before != null) {
      return before;
    }
    known.put(symbol, symbol.kind().flatMap(Kind::makes));
    Optional<FlowType> made = derive(symbol);
    known.put(symbol, made);
    return made;
  }

  /** What a reference leads to; empty for a verdict, a figure, and what leads nowhere. */
  Optional<FlowType> of(Resolution resolution) {
    if (resolution instanceof Resolution.Declared declared) {
      return of(declared.symbol());
    }
    if (resolution instanceof Resolution.RoundInput input) {
      return input.repeat().links("start").stream().findFirst().flatMap(link -> of(link.target()));
    }
    return Optional.empty();
  }

  boolean isReport(Symbol symbol) {
    return symbol.kind().flatMap(Kind::makes).filter(FlowType.REPORT::equals).isPresent();
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
    return symbol.links(property).stream().flatMap(link -> of(link.target()).stream()).findFirst();
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

  /** An adapter is trained if the method says so, or if it says nothing and an adapter goes in. */
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
