package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Edit;
import dev.genplan.plan.Link;
import dev.genplan.plan.Resolution;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares what a reference names that leads nowhere. */
final class DeclareMissing implements Offer {

  private static final Localized DECLARE = Localized.of("Declare `{0} {1}`", "声明 `{0} {1}`");
  private static final Localized SPLIT =
      Localized.of("Add `split {0}` to `{1}`", "在 `{1}` 中添加 `split {0}`");

  @Override
  public ActionKind kind() {
    return ActionKind.QUICK_FIX;
  }

  @Override
  public void offer(Place place, List<Action> into) {
    for (Diagnostic found : place.findings()) {
      if (found.code().equals("unknown-reference")) {
        for (Symbol symbol : place.plan().own()) {
          for (Link link : symbol.links()) {
            if (link.target() instanceof Resolution.Unresolved unresolved
                && symbol.locate(unresolved.part()).equals(found.location())
                && !unresolved.part().text().isEmpty()) {
              offer(place, found, link, unresolved, into);
            }
          }
        }
      }
    }
  }

  private static void offer(
      Place place,
      Diagnostic found,
      Link link,
      Resolution.Unresolved unresolved,
      List<Action> into) {
    String name = unresolved.part().text();
    if (unresolved.owner().isPresent()) {
      Symbol owner = unresolved.owner().get();
      if (owner.is("dataset")) {
        SourceEdits.addMember(owner, "split " + name + " {}")
            .ifPresent(edit -> into.add(split(place, found, owner, name, edit)));
      }
      return;
    }
    Declarations.kindFor(link.expected())
        .ifPresent(
            kind ->
                into.add(
                    Action.repair(
                        "declare " + name,
                        DECLARE.with(kind, name),
                        List.of(found),
                        () -> declare(place, kind, name, link))));
  }

  private static Action split(Place place, Diagnostic found, Symbol owner, String name, Edit edit) {
    return Action.repair(
        "split " + name,
        SPLIT.with(name, owner.name()),
        List.of(found),
        () -> Change.of(Texts.tidy(place.plan().source(), List.of(edit))));
  }

  private static Change declare(Place place, String kind, String name, Link link) {
    Symbol top = top(link.from());
    List<String> members = new ArrayList<>();
    if (kind.equals("dataset") && !link.path().isSimple()) {
      members.add("split " + link.path().last().text() + " {}");
    } else {
      List<String> role =
          kind.equals("model") ? Declarations.role(link.expected()) : List.<String>of();
      members.addAll(Declarations.needed(kind, top, role));
    }
    Edit edit = SourceEdits.addBefore(top, Declarations.write(kind, name, members));
    return Change.of(Texts.tidy(place.plan().source(), List.of(edit)));
  }

  /** The declaration at the top of the file in which a stage or a split stands. */
  static Symbol top(Symbol symbol) {
    Optional<Symbol> parent = symbol.parent();
    return parent.isEmpty() ? symbol : top(parent.get());
  }
}
