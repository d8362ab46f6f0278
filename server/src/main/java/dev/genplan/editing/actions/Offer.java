package dev.genplan.editing.actions;

import java.util.List;

/** One sort of action: finds out whether and how often it can be done at a place. */
interface Offer {

  /** The kind of all its actions. */
  ActionKind kind();

  /** Adds what can be done; works out no change yet. */
  void offer(Place place, List<Action> into);
}
