package dev.genplan.schema;

import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * A property of a kind, an option of a tagged block, a member of a section, or a qualifier of a
 * value.
 *
 * @param name as written before the colon, or before the brace of a section
 * @param title what it is called, a few words
 * @param doc what it means, one sentence
 * @param type what its value may be
 * @param required whether the declaration is wrong without it
 * @param many whether a list may stand here as well; it then means all of them together
 * @param world whether it describes the world and not a setting, so that a range, a bound or a list
 *     of figures whose sources disagree may stand here
 * @param none whether {@code none} says that the thing is absent on purpose
 * @param fallback what holds when it is absent, as it would be written; empty if nothing is assumed
 * @param example a value as it would be written
 * @param qualifiers what a block behind its value may hold, besides what every figure may
 */
public record Property(
    String name,
    Localized title,
    Localized doc,
    Type type,
    boolean required,
    boolean many,
    boolean world,
    boolean none,
    Optional<String> fallback,
    String example,
    List<Property> qualifiers) {

  public Property {
    qualifiers = List.copyOf(qualifiers);
  }

  /** The same under another name, as the members of a section take it whose names are keys. */
  public Property withName(String other) {
    return new Property(
        other, title, doc, type, required, many, world, none, fallback, example, qualifiers);
  }
}
