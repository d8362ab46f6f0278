package dev.genplan.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A public test set. What was published before a model's data ends may be in that data.
 *
 * @param name what it is usually called, in lower case
 * @param aliases the last part of its addresses at the hub, where that differs
 * @param released the first day of the month it was published in
 * @param noise standard deviation of a model's score between runs, in percentage points
 */
public record Benchmark(
    String name, List<String> aliases, LocalDate released, OptionalDouble noise, Source source) {

  public Benchmark {
    aliases = List.copyOf(aliases);
  }
}
