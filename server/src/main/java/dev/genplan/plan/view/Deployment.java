package dev.genplan.plan.view;

import dev.genplan.plan.Symbol;
import java.util.List;
import java.util.Optional;

/** Putting something into service. */
public record Deployment(Symbol symbol) implements View {

  /** What is put into service. */
  public Optional<Symbol> model() {
    return symbol.target("model");
  }

  /** The way of the weights from what is deployed back to where it starts. */
  public List<Symbol> chain() {
    return model().map(symbol.plan().lineage()::chain).orElse(List.of());
  }

  /** {@code online}, {@code batch}, {@code edge}, {@code demo} or {@code weights}. */
  public String mode() {
    return attributes().word("mode").orElse("online");
  }

  /** Who meets the output: as the deployment says, else the project; empty if neither does. */
  public Optional<String> audience() {
    return attributes()
        .word("audience")
        .or(() -> Project.of(symbol.plan()).flatMap(Project::audience));
  }

  /** Whether it is a trial that nobody depends on. */
  public boolean isTrial() {
    return attributes()
        .word("purpose")
        .filter(List.of("experiment", "sanity", "ablation")::contains)
        .isPresent();
  }
}
