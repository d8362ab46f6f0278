package dev.genplan.rules;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Text that a model sees in pre-training from scratch, over its size.
 *
 * @param tokens seen in all; 0 if not known
 * @param parameters those that work on a token, of a mixture the active ones; 0 if not known
 */
public record TokensPerParameter(double tokens, double parameters) {

  /** The figures of a {@code pretrain} stage; not known where it goes on from another model. */
  public static TokensPerParameter of(Training pretrain) {
    if (pretrain.attributes().has("model")) {
      return new TokensPerParameter(0, 0);
    }
    OptionalDouble active = pretrain.attributes().qualifiers("parameters").number("active");
    Optional<Amount> all = pretrain.attributes().amount("parameters").filter(Amount::isExact);
    double parameters = active.orElse(all.map(Amount::low).orElse(0.0));
    return new TokensPerParameter(tokens(pretrain), parameters);
  }

  /** Tokens that a stage sees: as stated, else those of its data times epochs; 0 if not known. */
  public static double tokens(Training training) {
    if (training.attributes().has("tokens")) {
      return training.attributes().number("tokens").orElse(0);
    }
    double sum = 0;
    for (Symbol data : training.data()) {
      OptionalDouble some = Dataset.tokens(data);
      if (some.isEmpty()) {
        return 0;
      }
      sum += some.getAsDouble();
    }
    return sum * training.attributes().number("epochs").orElse(1);
  }

  /** Whether both figures are known. */
  public boolean isKnown() {
    return tokens > 0 && parameters > 0;
  }

  /** Tokens for each parameter. */
  public double value() {
    return tokens / parameters;
  }
}
