package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be done at a place. What it changes is worked out when it is chosen.
 *
 * @param id tells it from all others at the same place of the same text
 * @param title what it does, as an imperative
 * @param repairs the findings that it puts right
 * @param preferred whether it is what one would usually choose among those for the same finding
 * @param obstacle why it cannot be done here; empty if it can
 * @param work works out the change
 */
public record Action(
    String id,
    Message title,
    ActionKind kind,
    List<Diagnostic> repairs,
    boolean preferred,
    Optional<Message> obstacle,
    Work work) {

  /** Works out what an action changes. */
  @FunctionalInterface
  public interface Work {
    Change change();
  }

  public Action {
    repairs = List.copyOf(repairs);
  }

  /** A refactoring. */
  static Action of(String id, ActionKind kind, Message title, Work work) {
    return new Action(id, title, kind, List.of(), false, Optional.empty(), work);
  }

  /** A repair of findings. */
  static Action repair(String id, Message title, List<Diagnostic> repairs, Work work) {
    return new Action(id, title, ActionKind.QUICK_FIX, repairs, false, Optional.empty(), work);
  }

  /** A refactoring that is known here, but cannot be done. */
  static Action impossible(String id, ActionKind kind, Message title, Message obstacle) {
    return new Action(
        id, title, kind, List.of(), false, Optional.of(obstacle), () -> Change.of(List.of()));
  }

  /** The same, as what one would usually choose. */
  Action asPreferred() {
    return new Action(id, title, kind, repairs, true, obstacle, work);
  }
}
