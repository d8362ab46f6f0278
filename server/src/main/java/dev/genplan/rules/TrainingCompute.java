package dev.genplan.rules;

import dev.genplan.catalog.ModelCard;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much computing has gone into a model, from the figures that a plan and the catalog state:
 * FLOP as stated, or else 6 × parameters × tokens (Kaplan et al., arXiv:2001.08361; the EU's
 * guidelines on general-purpose models name the same approximation). Of a mixture of experts the
 * active parameters count. A lower bound: stages without figures count as nothing.
 *
 * @param stages the stages whose compute is known, the latest first
 * @param flop what they take together
 */
public record TrainingCompute(List<Symbol> stages, double flop) {

  /** FLOP of training for each parameter and token: 2 forward, 4 backward. */
  private static final double FLOP_PER_PARAMETER_TOKEN = 6;

  public TrainingCompute {
    stages = List.copyOf(stages);
  }

  /** What the stages of a plan take that have trained some weights, from their start on. */
  public static TrainingCompute of(Symbol weights) {
    List<Symbol> known = new ArrayList<>();
    double sum = 0;
    for (Symbol each : weights.plan().lineage().chain(weights)) {
      OptionalDouble flop = Training.trains(each) ? stage(each) : OptionalDouble.empty();
      if (flop.isPresent()) {
        known.add(each);
        sum += flop.getAsDouble();
      }
    }
    return new TrainingCompute(known, sum);
  }

  /** What the training of a declared model took: as stated, as cataloged, or by its tokens. */
  public static OptionalDouble of(Model model) {
    OptionalDouble stated = atLeast(model.attributes().amount("flops"));
    if (stated.isPresent()) {
      return stated;
    }
    Optional<ModelCard> card = model.card();
    if (card.isPresent() && card.get().flops().isPresent()) {
      return card.get().flops();
    }
    OptionalDouble tokens = atLeast(model.attributes().amount("tokens"));
    if (tokens.isEmpty() && card.isPresent() && card.get().tokens().isPresent()) {
      tokens = OptionalDouble.of((double) card.get().tokens().getAsLong());
    }
    return product(parameters(model), tokens);
  }

  private static OptionalDouble stage(Symbol stage) {
    Training training = new Training(stage);
    OptionalDouble stated = atLeast(training.attributes().amount("flops"));
    if (stated.isPresent() || training.isAdapter()) {
      return stated;
    }
    return product(parameters(stage), tokens(training));
  }

  private static OptionalDouble product(OptionalDouble parameters, OptionalDouble tokens) {
    return parameters.isPresent() && tokens.isPresent()
        ? OptionalDouble.of(
            FLOP_PER_PARAMETER_TOKEN * parameters.getAsDouble() * tokens.getAsDouble())
        : OptionalDouble.empty();
  }

  /** The parameters that work on a token, as the start of the way of the weights states them. */
  private static OptionalDouble parameters(Symbol weights) {
    List<Symbol> chain = weights.plan().lineage().chain(weights);
    Symbol start = chain.isEmpty() ? weights : chain.get(chain.size() - 1);
    if (start.is("model")) {
      return parameters(new Model(start));
    }
    OptionalDouble active = start.attributes().qualifiers("parameters").number("active");
    return active.isPresent() ? active : atLeast(start.attributes().amount("parameters"));
  }

  private static OptionalDouble parameters(Model model) {
    OptionalDouble active = model.attributes().qualifiers("parameters").number("active");
    if (active.isPresent()) {
      return active;
    }
    Optional<ModelCard> card = model.card();
    if (card.isPresent() && card.get().activeParameters().isPresent()) {
      return OptionalDouble.of((double) card.get().activeParameters().getAsLong());
    }
    return atLeast(model.parameters());
  }

  private static OptionalDouble tokens(Training training) {
    if (training.attributes().has("tokens")) {
      return atLeast(training.attributes().amount("tokens"));
    }
    double sum = 0;
    for (Symbol data : training.data()) {
      OptionalDouble some = Dataset.tokens(data);
      if (some.isEmpty()) {
        return some;
      }
      sum += some.getAsDouble();
    }
    double epochs = training.attributes().number("epochs").orElse(1);
    return sum > 0 ? OptionalDouble.of(sum * epochs) : OptionalDouble.empty();
  }

  /** The smallest value that a figure may have; empty if it is not known or has no lower end. */
  private static OptionalDouble atLeast(Optional<Amount> amount) {
    return amount.isPresent() && !Double.isInfinite(amount.get().low())
        ? OptionalDouble.of(amount.get().low())
        : OptionalDouble.empty();
  }
}
