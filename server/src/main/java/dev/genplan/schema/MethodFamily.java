package dev.genplan.schema;

import java.util.Optional;

/**
 * What a word of {@code method} decides. A list of methods holds at most one word of each family.
 */
public enum MethodFamily {
  /** Which weights are trained: {@code full}, {@code lora}. */
  WEIGHTS,
  /** By which algorithm a policy is aligned: {@code ppo}, {@code dpo}. */
  ALGORITHM,
  /** Where the signal of an alignment comes from: {@code rlaif}, {@code rlvr}. */
  SIGNAL;

  /** The family of a method word; empty for methods that can be combined freely. */
  public static Optional<MethodFamily> of(String word) {
    if (TrainingMethods.WEIGHTS.find(word).isPresent()) {
      return Optional.of(WEIGHTS);
    }
    if (TrainingMethods.ALGORITHMS.find(word).isPresent()) {
      return Optional.of(ALGORITHM);
    }
    return TrainingMethods.SIGNALS.find(word).map(signal -> SIGNAL);
  }
}
