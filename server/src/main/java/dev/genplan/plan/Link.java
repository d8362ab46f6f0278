package dev.genplan.plan;

import dev.genplan.diagnostics.Location;
import dev.genplan.schema.Type;
import dev.genplan.syntax.Path;
import dev.genplan.syntax.Value;
import java.util.Optional;

/**
 * A reference from one declaration to another: an edge of the flow.
 *
 * @param from the declaration in which it stands; the innermost one
 * @param property the property, option or qualifier whose value it is: {@code model}, {@code
 *     critic}; for a metric of a certain dataset the section, {@code metrics}
 * @param path the names
 * @param value the whole value, with its qualifiers; empty for the dataset of a metric
 * @param target what they lead to
 * @param expected what may stand here
 */
public record Link(
    Symbol from,
    String property,
    Path path,
    Optional<Value.Reference> value,
    Resolution target,
    Type.Reference expected) {

  /** The declaration it leads to. */
  public Optional<Symbol> symbol() {
    return target.declaration();
  }

  /** Whether something flows along it; {@code when} and {@code after} give an order only. */
  public boolean isDataflow() {
    return expected.target() == Type.Target.ARTIFACT
        || expected.target() == Type.Target.INNER_STAGE;
  }

  /** Where it stands. */
  public Location location() {
    return from.locate(path);
  }
}
