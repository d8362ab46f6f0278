package dev.genplan.plan.view;

import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.ArrayList;
import java.util.Collections;
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

  /** Whether a stage is not for the product: a baseline, an experiment, kept for the record. */
  default boolean isBeside() {
    return attributes().word("purpose").filter("product"::equals).isEmpty();
  }

  /** The accelerators it runs on. */
  default Optional<Compute> compute() {
    for (Link link : symbol().valueLinks("compute")) {
      if (link.symbol().isPresent()) {
        return link.symbol().map(Compute::new);
      }
    }
    return Optional.empty();
  }

  /** All declarations of a kind, seen by one of the views. */
  static <V extends View> List<V> all(Plan plan, String kind, Function<Symbol, V> view) {
    List<V> all = new ArrayList<>();
    for (Symbol symbol : plan.all(kind)) {
      all.add(view.apply(symbol));
    }
    return plan.watch(Collections.unmodifiableList(all));
  }
}
