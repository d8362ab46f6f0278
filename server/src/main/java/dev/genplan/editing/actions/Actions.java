package dev.genplan.editing.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All that can be done at a place. */
public final class Actions {

  private static final List<Offer> OFFERS =
      List.of(
          new Fixes(),
          new DeclareMissing(),
          new FillIn(),
          new FixRule(),
          new Allow(),
          new Extract(),
          new Inline(),
          new AddStage(),
          new BlockShape(),
          new OrganizeImports(),
          new FixAll());

  private Actions() {}

  /**
   * What can be done at a place, what is most likely wanted first.
   *
   * @param wanted the kinds to look for; others cost nothing
   */
  public static List<Action> at(Place place, Predicate<ActionKind> wanted) {
    List<Action> actions = new ArrayList<>();
    for (Offer offer : OFFERS) {
      if (wanted.test(offer.kind())) {
        offer.offer(place, actions);
      }
    }
    return List.copyOf(actions);
  }
}
