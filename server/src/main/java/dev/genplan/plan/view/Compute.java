package dev.genplan.plan.view;

import dev.genplan.catalog.Accelerator;
import dev.genplan.catalog.Accelerators;
import dev.genplan.plan.Symbol;
import java.util.Optional;
import java.util.OptionalDouble;

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

  private OptionalDouble one(String property) {
    return attributes().has(property) ? attributes().number(property) : OptionalDouble.of(1);
  }
}
