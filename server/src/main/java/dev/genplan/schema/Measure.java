package dev.genplan.schema;

import java.util.Optional;

/**
 * What a quantity measures: a dimension, or one over another.
 *
 * @param per the dimension behind the slash; a rate per token, hour, request
 */
public record Measure(Dimension of, Optional<Dimension> per) {

  public static Measure of(Dimension of) {
    return new Measure(of, Optional.empty());
  }

  public static Measure rate(Dimension of, Dimension per) {
    return new Measure(of, Optional.of(per));
  }
}
