package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Symbol;

/** A name in a plan and what it means. */
public sealed interface Mention {

  /** Where it stands, in the plan's own file. */
  Span span();

  /** The declaration it has to do with. */
  Symbol symbol();

  /** A declaration's own name. */
  record Declared(Span span, Symbol symbol) implements Mention {}

  /** A reference to a declaration. */
  record Reference(Span span, Symbol symbol) implements Mention {}

  /** {@code passes} or {@code fails} of a report. */
  record Verdict(Span span, Symbol symbol, boolean passes) implements Mention {}

  /** A metric of a report. */
  record Figure(Span span, Symbol symbol, String metric) implements Mention {}
}
