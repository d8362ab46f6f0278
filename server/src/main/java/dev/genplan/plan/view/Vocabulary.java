package dev.genplan.plan.view;

import dev.genplan.catalog.ModelCard;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Symbol;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the numbers of tokens stand for.
 *
 * @param name that of a family of vocabularies in the catalog; empty if not known
 * @param size rows of the embedding, padding included; empty if not known
 */
public record Vocabulary(Optional<String> name, OptionalDouble size) {

  /** Padding differs between sizes of one family: by 0.1% for Qwen2.5 7B and 72B, for example. */
  private static final double PADDING = 0.05;

  /** The vocabulary of a model or of what was made of it. */
  public static Vocabulary of(Symbol symbol) {
    Optional<Symbol> start =
        symbol.plan().lineage().chain(symbol).stream()
            .filter(each -> each.is("model") || each.is("pretrain"))
            .reduce((nearer, farther) -> farther);
    if (start.isEmpty()) {
      return new Vocabulary(Optional.empty(), OptionalDouble.empty());
    }
    Optional<ModelCard> card =
        start.filter(each -> each.is("model")).flatMap(each -> new Model(each).card());
    OptionalDouble stated =
        start
            .get()
            .attributes()
            .section("architecture")
            .map((Attributes shape) -> shape.number("vocabulary"))
            .orElse(OptionalDouble.empty());
    if (stated.isPresent()) {
      return new Vocabulary(Optional.empty(), stated);
    }
    return new Vocabulary(
        card.flatMap(ModelCard::vocabulary),
        card.flatMap(ModelCard::architecture)
            .map(shape -> OptionalDouble.of(shape.vocabulary()))
            .orElse(OptionalDouble.empty()));
  }

  /**
   * Whether two cannot be the same: by name where both are known, else by sizes too different for
   * padding.
   */
  public boolean differsFrom(Vocabulary other) {
    if (name.isPresent() && other.name.isPresent()) {
      return !name.equals(other.name);
    }
    return size.isPresent()
        && other.size.isPresent()
        && Math.abs(size.getAsDouble() - other.size.getAsDouble())
            > PADDING * Math.max(size.getAsDouble(), other.size.getAsDouble());
  }
}
