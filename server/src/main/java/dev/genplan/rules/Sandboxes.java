package dev.genplan.rules;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.syntax.Value;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/** What rules about programs that a model has written have in common. */
public final class Sandboxes {

  private static final Message ADD = Message.of("Run them in a container", "在容器中运行");

  private static final String CONTAINER = "container { timeout: 10 s, memory: 1 GB }";

  private Sandboxes() {}

  /** Whether programs run unprotected: no sandbox is named, or {@code none}. */
  public static boolean isOpen(Attributes attributes) {
    return !attributes.has("sandbox") || attributes.isNone("sandbox");
  }

  /**
   * Reports programs that run unprotected, and offers a container.
   *
   * @param what the method or verifier that runs them
   */
  public static void report(Reporter reporter, Symbol stage, Tag what, Message message) {
    Optional<Value> inside = what.options().value("sandbox");
    Optional<Value> beside = stage.attributes().value("sandbox");
    Optional<Value> stated = inside.isPresent() ? inside : beside;
    Location place = stated.map(stage::locate).orElseGet(() -> word(stage, what));
    Edit edit =
        stated.isPresent()
            ? new Edit(place, CONTAINER)
            : SourceEdits.addOption(stage, what.node(), "sandbox: " + CONTAINER);
    reporter.report(stage, place, message).fix(new Fix(ADD, false, List.of(edit)));
  }

  private static Location word(Symbol stage, Tag what) {
    return what.node() instanceof Value.Reference reference
        ? stage.locate(reference.path())
        : stage.locate(what.node());
  }
}
