package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;

/** Adds what a declaration must have: the nearest reference that fits, or {@code unknown}. */
final class FillIn implements Offer {

  private static final Localized TITLE = Localized.of("Add what is missing: {0}", "补上缺少的内容：{0}");

  @Override
  public ActionKind kind() {
    return ActionKind.QUICK_FIX;
  }

  @Override
  public void offer(Place place, List<Action> into) {
    List<Diagnostic> missing =
        place.findings().stream().filter(found -> found.code().equals("missing-property")).toList();
    if (missing.isEmpty()) {
      return;
    }
    place
        .around(missing.get(0).location().span())
        .ifPresent(symbol -> offer(place, missing, symbol, into));
  }

  private static void offer(
      Place place, List<Diagnostic> missing, Symbol symbol, List<Action> into) {
    List<String> written = new ArrayList<>();
    for (Member member : symbol.node().members()) {
      if (member instanceof Member.Property property) {
        written.add(property.key().text());
      } else if (member instanceof Member.Declaration section && section.name().isEmpty()) {
        written.add(section.keyword().text());
      }
    }
    List<String> members = Declarations.needed(symbol.attributes().spec(), symbol, written);
    if (!members.isEmpty()) {
      SourceEdits.addMembers(symbol, members)
          .ifPresent(
              edit ->
                  into.add(
                      Action.repair(
                          "fill in " + symbol.qualifiedName(),
                          TITLE.with("`" + String.join("`, `", members) + "`"),
                          missing,
                          () -> Change.of(Texts.tidy(place.plan().source(), List.of(edit))))));
    }
  }
}
