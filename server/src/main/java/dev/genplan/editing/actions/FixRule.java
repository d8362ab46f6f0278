package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.text.Localized;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The first repair of each finding of one rule in the file. */
final class FixRule implements Offer {

  private static final Localized TITLE =
      Localized.of("Fix all {1} findings of `{0}` in this file", "修复本文件中 `{0}` 的全部 {1} 处");

  @Override
  public ActionKind kind() {
    return ActionKind.QUICK_FIX;
  }

  @Override
  public void offer(Place place, List<Action> into) {
    Set<String> codes = new LinkedHashSet<>();
    place.findings().forEach(found -> codes.add(found.code()));
    for (String code : codes) {
      FixRound round = new FixRound(place, found -> found.code().equals(code), fix -> true);
      List<Diagnostic> repaired =
          place.analysis().diagnostics().stream()
              .filter(found -> round.fix(found).isPresent())
              .toList();
      if (repaired.size() > 1) {
        into.add(
            Action.repair(
                "fix rule " + code,
                TITLE.with(code, repaired.size()),
                repaired,
                () -> Change.of(round.edits())));
      }
    }
  }
}
