package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Fix;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/** All repairs of the file that may be applied unseen. */
final class FixAll implements Offer {

  private static final Message TITLE = Message.of("Apply all safe fixes", "应用所有安全修复");

  @Override
  public ActionKind kind() {
    return ActionKind.FIX_ALL;
  }

  @Override
  public void offer(Place place, List<Action> into) {
    FixRound round = new FixRound(place, found -> true, Fix::safe);
    if (round.isAny()) {
      List<Diagnostic> repaired =
          place.analysis().diagnostics().stream()
              .filter(found -> round.fix(found).isPresent())
              .toList();
      into.add(
          new Action(
              "fix all",
              TITLE,
              kind(),
              repaired,
              false,
              Optional.empty(),
              () -> Change.of(round.edits())));
    }
  }
}
