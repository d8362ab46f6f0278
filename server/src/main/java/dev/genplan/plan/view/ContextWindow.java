package dev.genplan.plan.view;

import dev.genplan.catalog.ModelCard;
import dev.genplan.diagnostics.Location;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.schema.Units;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far the positions of a model mean something.
 *
 * @param from the declaration that says so
 * @param tokens infinite if there is no limit that is known
 */
public record ContextWindow(Symbol from, double tokens) {

  /** The window of what a declaration makes; empty if it is not known. */
  public static Optional<ContextWindow> of(Symbol made) {
    return along(made.plan().lineage().chain(made));
  }

  /** The window of what a stage works on; empty if it is not known. */
  public static Optional<ContextWindow> before(Symbol stage) {
    List<Symbol> chain = stage.plan().lineage().chain(stage);
    return chain.isEmpty() ? Optional.empty() : along(chain.subList(1, chain.size()));
  }

  /** The same window after {@code scaling}; without a factor, nobody knows where it ends. */
  public ContextWindow scaled(Optional<Tag> scaling) {
    if (scaling.isEmpty()) {
      return this;
    }
    OptionalDouble factor = scaling.get().options().number("factor");
    return new ContextWindow(from, tokens * factor.orElse(Double.POSITIVE_INFINITY));
  }

  /** Whether a sequence goes beyond it; 128k is 131,072 as well. */
  public boolean isExceededBy(double length) {
    return length > tokens && !Units.sameTokens(length, tokens);
  }

  /** Where it is stated. */
  public Location location() {
    return from.locationOf(
        from.attributes().has("context") ? "context" : from.is("model") ? "id" : "length");
  }

  private static Optional<ContextWindow> along(List<Symbol> chain) {
    Optional<ContextWindow> window = Optional.empty();
    for (int i = chain.size() - 1; i >= 0; i--) {
      window = after(chain.get(i), window);
    }
    return window;
  }

  /** The window of what a declaration makes, given that of what it works on. */
  private static Optional<ContextWindow> after(Symbol symbol, Optional<ContextWindow> before) {
    if (symbol.is("model")) {
      return ofModel(new Model(symbol)).or(() -> before);
    }
    Optional<Tag> scaling = symbol.attributes().tag("scaling");
    if (symbol.is("pretrain")) {
      OptionalDouble context = symbol.attributes().number("context");
      OptionalDouble tokens = context.isPresent() ? context : symbol.attributes().number("length");
      return tokens.isPresent()
          ? Optional.of(new ContextWindow(symbol, tokens.getAsDouble()))
          : before.map(window -> window.scaled(scaling));
    }
    return Training.trains(symbol)
        ? before.map(window -> window.scaled(scaling).trained(symbol))
        : before;
  }

  private static Optional<ContextWindow> ofModel(Model model) {
    if (!hasFixedPositions(model)) {
      return Optional.of(new ContextWindow(model.symbol(), Double.POSITIVE_INFINITY));
    }
    OptionalDouble context = model.context();
    return context.isPresent()
        ? Optional.of(new ContextWindow(model.symbol(), context.getAsDouble()))
        : Optional.empty();
  }

  /** With a sliding window, or without attention over all positions, length has no sharp limit. */
  private static boolean hasFixedPositions(Model model) {
    Optional<Attributes> stated = model.attributes().section("architecture");
    Optional<ModelCard.Architecture> known = model.card().flatMap(ModelCard::architecture);
    boolean sliding =
        stated.filter(shape -> shape.has("window")).isPresent()
            || known.filter(shape -> shape.window().isPresent()).isPresent();
    boolean recurrent =
        stated
            .flatMap(shape -> shape.word("backbone"))
            .or(() -> known.map(ModelCard.Architecture::backbone))
            .filter(List.of("state-space", "hybrid")::contains)
            .isPresent();
    return !sliding && !recurrent;
  }

  /** A stage that trained on longer sequences has been reported, or has stretched the window. */
  private ContextWindow trained(Symbol stage) {
    double length = stage.attributes().number("length").orElse(0);
    return length > tokens ? new ContextWindow(stage, length) : this;
  }
}
