package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Fix;
import java.util.List;

/** The repairs that findings propose. */
final class Fixes implements Offer {

  @Override
  public ActionKind kind() {
    return ActionKind.QUICK_FIX;
  }

  @Override
  public void offer(Place place, List<Action> into) {
    for (Diagnostic found : place.findings()) {
      for (int i = 0; i < found.fixes().size(); i++) {
        Fix fix = found.fixes().get(i);
        String id = "fix " + found.code() + " " + found.location().span() + " " + i;
        Action action =
            Action.repair(id, fix.title(), List.of(found), () -> Change.of(fix.edits()));
        into.add(i == 0 ? action.asPreferred() : action);
      }
    }
  }
}
