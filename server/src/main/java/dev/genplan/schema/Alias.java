package dev.genplan.schema;

import java.util.Optional;

/**
 * A name of ours for what others call otherwise.
 *
 * @param theirs as it was written
 * @param ours the way from where it was written to the property: its name, with the sections or the
 *     word of a method before it, as in {@code sampling.length}, {@code lora.rank}
 */
public record Alias(String theirs, String ours) {

  /** The name alone, without what it stands in. */
  public String name() {
    return ours.substring(ours.lastIndexOf('.') + 1);
  }

  /** What it stands in, from the outside in: {@code serving.parallel}; empty if right here. */
  public Optional<String> inside() {
    int dot = ours.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.of(ours.substring(0, dot));
  }
}
