package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code allow rule: "reason"}: in the declaration of a finding, or for the whole file. */
final class Allow implements Offer {

  private static final Localized HERE =
      Localized.of("Allow `{0}` in `{1}`, with a reason", "在 `{1}` 中豁免 `{0}`，并写明理由");
  private static final Localized IN_FILE =
      Localized.of("Allow `{0}` in this file, with a reason", "在本文件中豁免 `{0}`，并写明理由");
  private static final Message REASON = Message.of("why it is right here", "为什么在这里可以");

  @Override
  public ActionKind kind() {
    return ActionKind.QUICK_FIX;
  }

  @Override
  public void offer(Place place, List<Action> into) {
    List<Diagnostic> findings = place.findings();
    if (findings.isEmpty()) {
      return;
    }
    Set<String> rules = new HashSet<>();
    RuleIndex.all().forEach(rule -> rules.add(rule.info().id()));
    rules.remove("unused-allow");
    Set<String> offered = new HashSet<>();
    for (Diagnostic found : findings) {
      String rule = found.code();
      if (rules.contains(rule)) {
        String member = "allow " + rule + ": " + Value.Text.quoted(REASON.in(place.language()));
        home(place, found)
            .filter(symbol -> offered.add(rule + " " + symbol.qualifiedName()))
            .ifPresent(symbol -> inside(place, found, symbol, member, into));
        if (offered.add(rule)) {
          into.add(
              action(
                  place,
                  "allow " + rule + " in file",
                  IN_FILE.with(rule),
                  found,
                  atTop(place, member)));
        }
      }
    }
  }

  /** The innermost declaration around a finding in which an exception can stand. */
  private static Optional<Symbol> home(Place place, Diagnostic found) {
    return place
        .around(found.location().span())
        .flatMap(symbol -> symbol.isSplit() ? symbol.parent() : Optional.of(symbol))
        .filter(symbol -> !symbol.name().isEmpty());
  }

  private static void inside(
      Place place, Diagnostic found, Symbol symbol, String member, List<Action> into) {
    SourceEdits.addMember(symbol, member)
        .ifPresent(
            edit ->
                into.add(
                    action(
                        place,
                        "allow " + found.code() + " in " + symbol.qualifiedName(),
                        HERE.with(found.code(), symbol.name()),
                        found,
                        edit)));
  }

  private static Action action(Place place, String id, Message title, Diagnostic found, Edit edit) {
    return Action.repair(
        id,
        title,
        List.of(found),
        () -> new Change(Texts.tidy(place.plan().source(), List.of(edit)), Optional.of(REASON)));
  }

  /** A line behind the imports and other exceptions, before everything else. */
  private static Edit atTop(Place place, String member) {
    SyntaxTree tree = place.plan().source().tree();
    String end = SourceEdits.lineEnd(tree.text());
    int behind = -1;
    boolean apart = false;
    for (SyntaxTree.Placed placed : tree.members()) {
      boolean exception =
          placed.member() instanceof Member.Property property && property.label().isPresent();
      if (!exception && !(placed.member() instanceof Member.Import)) {
        break;
      }
      behind = placed.base() + placed.member().end();
      apart = !exception;
    }
    if (behind < 0) {
      List<Symbol> own = new ArrayList<>(place.plan().own());
      return own.isEmpty()
          ? new Edit(new Location(place.file(), new Span(0, 0)), member + end)
          : SourceEdits.addBefore(own.get(0), member);
    }
    int line = tree.lines().end(tree.lines().line(behind));
    String text = (apart ? end + end : end) + member;
    return new Edit(new Location(place.file(), new Span(line, line)), text);
  }
}
