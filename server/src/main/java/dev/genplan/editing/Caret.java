package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.schema.Property;
import java.util.List;
import java.util.Optional;

/**
 * What can stand at a place of a file, whether something stands there or is about to be typed.
 * Shared by everything that starts from a caret.
 */
public sealed interface Caret {

  /**
   * The word at the caret, which a completion replaces: empty, at the caret, where there is none.
   * Counts in the file.
   */
  Span word();

  /** Nothing the language knows of: a comment, a number, the free name of a declaration. */
  record Free(Span word) implements Caret {}

  /**
   * Inside quotes.
   *
   * @param word what stands between the quotes
   * @param property whose value it is, if it is known
   */
  record InText(Span word, Optional<Property> property) implements Caret {}

  /**
   * Inside the quotes of an import.
   *
   * @param word what stands between the quotes
   */
  record ImportPath(Span word) implements Caret {}

  /**
   * Where a member begins: the keyword of a declaration, the name of a property or section, a
   * metric, as its block has it.
   *
   * @param goesOn whether the rest of the member stands behind it already: a colon, a brace, a
   *     comparison, a name
   */
  record MemberStart(Scope in, Span word, boolean goesOn) implements Caret {}

  /**
   * The name in a declaration.
   *
   * @param keyword the word before it
   */
  record DeclaredName(Scope in, String keyword, Span word) implements Caret {}

  /**
   * Behind a dot in the name of a metric.
   *
   * @param subject the names before it
   */
  record MetricMember(Scope in, List<String> subject, Span word) implements Caret {}

  /** The name of a rule behind {@code allow}. */
  record RuleName(Scope in, Span word) implements Caret {}

  /** Where a comparison is expected, behind a metric. */
  record Comparison(Scope in, String metric, Span word) implements Caret {}

  /**
   * A value, or an element of a list.
   *
   * @param word the whole of a name with dots where the caret is in its first part
   * @param others elements that stand in the same list
   */
  record ValueStart(Scope in, Target target, Span word, List<String> others) implements Caret {}

  /**
   * Behind a dot in a value.
   *
   * @param owner the names before it
   */
  record ValueMember(Scope in, Target target, List<String> owner, Span word) implements Caret {}

  /**
   * A unit behind a number.
   *
   * @param numerator the unit before the slash; empty where the caret is not behind one
   * @param number as written, with its magnitude
   */
  record InUnit(Scope in, Target target, String number, Optional<String> numerator, Span word)
      implements Caret {}

  /** What a value is of. */
  sealed interface Target {

    /** A property, an option, a qualifier. */
    record Of(Property property) implements Target {}

    /**
     * What a metric is compared with, or was measured at.
     *
     * @param gated whether it is compared, so that another report's metric may stand here
     */
    record OfMetric(String metric, boolean gated) implements Target {}

    /** A word that the schema does not know here. */
    record Unknown() implements Target {}
  }
}
