package dev.genplan.plan.view;

import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.List;
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

  /** All declarations of a kind, seen by one of the views. */
  static <V extends View> List<V> all(Plan plan, String kind, Function<Symbol, V> view) {
    return plan.all(kind).stream().map(view).toList();
  }
}
