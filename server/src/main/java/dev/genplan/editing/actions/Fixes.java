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
    List<Diagnostic> findings = place.findings();
    for (int number = 0; number < findings.size(); number++) {
      Diagnostic found = findings.get(number);
      for (int i = 0; i < found.fixes().size(); i++) {
        Fix fix = found.fixes().get(i);
        String id = "fix " + number + " " + found.code() + " " + i;
        Action action =
            Action.repair(id, fix.title(), List.of(found), () -> Change.of(fix.edits()));
        into.add(i == 0 ? action.asPreferred() : action);
      }
    }
  }
}
