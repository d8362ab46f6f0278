package dev.genplan.plan.view;

import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A declaration seen as what it is. */
public sealed interface View
    permits Project,
        Model,
        Dataset,
        Compute,
        Training,
        Feedback,
        Evaluation,
        Optimization,
        Deployment,
        Monitoring {

  /** The declaration. */
  Symbol symbol();

  /** What the declaration states. */
  default Attributes attributes() {
    return symbol().attributes();
  }

  /** Whether it is there: no stage that is skipped as far as the plan's results decide it. */
  default boolean isPresent() {
    return symbol().plan().course().of(symbol()) != Course.Presence.SKIPPED;
  }

  /** The accelerators it runs on. */
  default Optional<Compute> compute() {
    return symbol().valueLinks("compute").stream()
        .flatMap(link -> link.symbol().stream())
        .map(Compute::new)
        .findFirst();
  }

  /** All declarations of a kind, seen by one of the views. */
  static <V extends View> List<V> all(Plan plan, String kind, Function<Symbol, V> view) {
    return plan.all(kind).stream().map(view).toList();
  }
}
