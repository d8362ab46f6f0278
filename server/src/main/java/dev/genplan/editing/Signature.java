package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import java.util.List;
import java.util.OptionalInt;

/**
 * What can stand between the braces in which a caret is, as a call's signature is shown elsewhere.
 *
 * @param label the whole of it: {@code lora { rank: integer, alpha: number }}
 * @param active index of the parameter at the caret; empty if there is none
 */
public record Signature(String label, List<Parameter> parameters, OptionalInt active) {

  public Signature {
    parameters = List.copyOf(parameters);
  }

  /**
   * A property.
   *
   * @param span where it stands in the label
   * @param text what there is to say about it
   */
  public record Parameter(Span span, Markup text) {}
}
