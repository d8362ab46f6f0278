package dev.genplan.plan.view;

import dev.genplan.catalog.ModelCard;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many parameters a model has.
 *
 * @param all the fewest it may have
 * @param active the fewest that one token uses; all of them in a dense model; empty for a mixture
 *     of experts where that is not known
 * @param embedding one matrix of the vocabulary; empty if its shape is not known
 */
public record ModelSize(double all, OptionalDouble active, OptionalDouble embedding) {

  /**
   * The size of what a stage makes or a model is: what pruning leaves over, else as the start of
   * its weights says. Empty if it is not known.
   */
  public static Optional<ModelSize> of(Symbol symbol) {
    for (Symbol step : symbol.plan().lineage().chain(symbol)) {
      Optional<Tag> resizing =
          step.is("optimize") ? new Optimization(step).resizing() : Optional.empty();
      if (resizing.isPresent()) {
        return resizing
            .flatMap(method -> method.options().amount("parameters"))
            .filter(left -> left.low() > 0)
            .map(left -> new ModelSize(left.low(), OptionalDouble.empty(), OptionalDouble.empty()));
      }
      if (step.is("model") || isFromScratch(step)) {
        return ofStart(step);
      }
    }
    return Optional.empty();
  }

  /** Whether weights begin in a stage; one that continues another model's is not it. */
  static boolean isFromScratch(Symbol stage) {
    return stage.is("pretrain") && !stage.attributes().has("model");
  }

  /**
   * The size that the start of weights has.
   *
   * @param start a {@code model}, or a {@code pretrain} from scratch
   */
  static Optional<ModelSize> ofStart(Symbol start) {
    Optional<ModelCard> card =
        start.is("model") ? new Model(start).card() : Optional.<ModelCard>empty();
    Optional<Amount> all =
        start.is("model") ? new Model(start).parameters() : start.attributes().amount("parameters");
    boolean adapter = start.attributes().isWord("variant", "adapter");
    return all.filter(size -> size.low() > 0 && !adapter)
        .map(size -> new ModelSize(size.low(), active(start, size, card), embedding(start, card)));
  }

  private static OptionalDouble active(Symbol start, Amount all, Optional<ModelCard> card) {
    Attributes more = start.attributes().qualifiers("parameters");
    if (more.has("active")) {
      return more.amount("active").map(Amount::low).filter(low -> low > 0).stream()
          .mapToDouble(low -> low)
          .findFirst();
    }
    boolean experts =
        start.attributes().section("architecture").filter(it -> it.has("experts")).isPresent()
            || card.flatMap(ModelCard::architecture)
                .filter(shape -> shape.experts().isPresent())
                .isPresent();
    if (!experts) {
      return OptionalDouble.of(all.low());
    }
    OptionalLong known = card.map(ModelCard::activeParameters).orElse(OptionalLong.empty());
    return known.isPresent()
        ? OptionalDouble.of((double) known.getAsLong())
        : OptionalDouble.empty();
  }

  private static OptionalDouble embedding(Symbol start, Optional<ModelCard> card) {
    Optional<Attributes> stated = start.attributes().section("architecture");
    if (stated.filter(shape -> shape.has("vocabulary") && shape.has("hidden")).isPresent()) {
      OptionalDouble rows = stated.get().number("vocabulary");
      OptionalDouble width = stated.get().number("hidden");
      return rows.isPresent() && width.isPresent()
          ? OptionalDouble.of(rows.getAsDouble() * width.getAsDouble())
          : OptionalDouble.empty();
    }
    return card.flatMap(ModelCard::architecture).stream()
        .mapToDouble(shape -> (double) shape.vocabulary() * shape.hidden())
        .findFirst();
  }

  /** Whether tokens use only a part of the parameters, and it is known how many. */
  public boolean isMixture() {
    return active.isPresent() && active.getAsDouble() < all;
  }

  /** Whether a start of weights writes text token by token, as far as is known. */
  static boolean isDecoder(Symbol start) {
    Optional<String> stated =
        start.attributes().section("architecture").flatMap(shape -> shape.word("backbone"));
    Optional<String> backbone =
        stated.isPresent() || !start.is("model")
            ? stated
            : new Model(start)
                .card()
                .flatMap(ModelCard::architecture)
                .map(ModelCard.Architecture::backbone);
    return backbone.filter(List.of("encoder", "encoder-decoder", "diffusion")::contains).isEmpty();
  }
}
