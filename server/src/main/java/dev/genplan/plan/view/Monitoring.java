package dev.genplan.plan.view;

import dev.genplan.plan.Symbol;
import java.util.List;
import java.util.Optional;

/** Watching a service. */
public record Monitoring(Symbol symbol) implements View {

  /** What is watched: as stated, else the only deployment of the plan. */
  public Optional<Symbol> service() {
    if (attributes().has("service")) {
      return symbol.target("service");
    }
    List<Symbol> deployments = symbol.plan().all("deploy");
    return deployments.size() == 1 ? Optional.of(deployments.get(0)) : Optional.empty();
  }
}
