package dev.genplan.plan.view;

import dev.genplan.catalog.Accelerator;
import dev.genplan.catalog.Accelerators;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Symbol;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Accelerators. */
public record Compute(Symbol symbol) implements View {

  /** What the catalog knows of the accelerator. */
  public Optional<Accelerator> accelerator() {
    return attributes().word("accelerator").flatMap(Accelerators::find);
  }

  /** Accelerators in all nodes; empty if a figure is a range or unknown. */
  public OptionalDouble total() {
    OptionalDouble count = one("count");
    OptionalDouble nodes = one("nodes");
    return count.isPresent() && nodes.isPresent()
        ? OptionalDouble.of(count.getAsDouble() * nodes.getAsDouble())
        : OptionalDouble.empty();
  }

  /** No more accelerators than this in all nodes; empty if there is no such figure. */
  public OptionalDouble totalAtMost() {
    double count = atMost("count");
    double nodes = atMost("nodes");
    return Double.isFinite(count * nodes) && count > 0 && nodes > 0
        ? OptionalDouble.of(count * nodes)
        : OptionalDouble.empty();
  }

  private double atMost(String property) {
    return attributes().has(property)
        ? attributes().amount(property).map(Amount::high).orElse(Double.POSITIVE_INFINITY)
        : 1;
  }

  /** Bytes a second between memory and chip of one of them, as stated or as the catalog has it. */
  public OptionalDouble bandwidth() {
    OptionalDouble stated = attributes().number("bandwidth");
    return stated.isPresent() || attributes().has("bandwidth")
        ? stated
        : accelerator().map(Accelerator::bandwidth).orElse(OptionalDouble.empty());
  }

  /** Bytes of memory of one of them, as stated or as the catalog has it. */
  public OptionalDouble memory() {
    OptionalDouble stated = attributes().number("memory");
    if (stated.isPresent() || attributes().has("memory")) {
      return stated;
    }
    OptionalLong known = accelerator().map(Accelerator::memory).orElse(OptionalLong.empty());
    return known.isPresent()
        ? OptionalDouble.of((double) known.getAsLong())
        : OptionalDouble.empty();
  }

  private OptionalDouble one(String property) {
    return attributes().has(property) ? attributes().number(property) : OptionalDouble.of(1);
  }
}
