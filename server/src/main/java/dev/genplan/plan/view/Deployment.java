package dev.genplan.plan.view;

import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Putting something into service. */
public record Deployment(Symbol symbol) implements View {

  /** The deployments of a plan that somebody will depend on: neither skipped nor trials. */
  public static List<Deployment> inUse(Plan plan) {
    return plan.watch(plan.derived(InUse.class, InUse::of).deployments());
  }

  private record InUse(List<Deployment> deployments) {
    static InUse of(Plan plan) {
      List<Deployment> found = new ArrayList<>();
      for (Symbol symbol : plan.all("deploy")) {
        Deployment deployment = new Deployment(symbol);
        if (!deployment.isTrial() && deployment.isPresent()) {
          found.add(deployment);
        }
      }
      return new InUse(List.copyOf(found));
    }
  }

  /** What is put into service. */
  public Optional<Symbol> model() {
    return symbol.target("model");
  }

  /** The references to what answers requests: the adapters that are served, else the model. */
  public List<Link> served() {
    List<Link> adapters = symbol.links("adapters");
    return adapters.isEmpty() ? symbol.links("model") : adapters;
  }

  /** The way of the weights from what is deployed back to where it starts. */
  public List<Symbol> chain() {
    return model().map(symbol.plan().lineage()::chain).orElse(List.of());
  }

  /** {@code online}, {@code batch}, {@code edge}, {@code demo} or {@code weights}. */
  public String mode() {
    return attributes().word("mode").orElse("online");
  }

  /** Whether people get its answers as they ask: neither in batches nor as weights. */
  public boolean isInteractive() {
    return List.of("online", "demo", "edge").contains(mode());
  }

  /** Whether it may reach others than one's own people: unless it is said that it does not. */
  public boolean isOffered() {
    return audience().filter(List.of("internal", "none")::contains).isEmpty();
  }

  /** Whether weights are released, which others run themselves. */
  public boolean isRelease() {
    return mode().equals("weights") && isOffered();
  }

  /** What is published with it, as words of the list {@code documents}. */
  public List<String> documents() {
    return attributes().words("documents");
  }

  /** How requests are answered, as far as it is stated. */
  public Attributes serving() {
    return attributes().section("serving").orElse(Attributes.none());
  }

  /** Who meets the output: as the deployment says, else the project; empty if neither does. */
  public Optional<String> audience() {
    return attributes()
        .word("audience")
        .or(() -> Project.of(symbol.plan()).flatMap(Project::audience));
  }

  /** Whether the output is said to reach people outside: {@code public} or {@code customers}. */
  public boolean facesUsers() {
    return audience().filter(List.of("public", "customers")::contains).isPresent();
  }

  /** Whether it is a trial that nobody depends on. */
  public boolean isTrial() {
    return attributes()
        .word("purpose")
        .filter(List.of("experiment", "sanity", "ablation", "archive")::contains)
        .isPresent();
  }
}
