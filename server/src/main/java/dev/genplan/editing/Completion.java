package dev.genplan.editing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that can be typed at a place.
 *
 * @param label what is shown in the list
 * @param filter what the typed word is compared with
 * @param kind what it is, for its icon
 * @param detail what it is, in a few words; may be empty
 * @param documentation what there is to say about it; worked out when asked for
 * @param text what is inserted; empty if it makes no sense without places to fill in
 * @param snippet the same with places to fill in, in the protocol's notation
 * @param ends characters which, typed while it is chosen, mean that it was meant
 */
public record Completion(
    String label,
    String filter,
    ItemKind kind,
    String detail,
    Supplier<Markup> documentation,
    String text,
    Optional<String> snippet,
    List<String> ends) {

  /** Something of which all that is typed is its label. */
  static Completion of(String label, ItemKind kind, String detail, Supplier<Markup> documentation) {
    return new Completion(
        label, label, kind, detail, documentation, label, Optional.empty(), List.of());
  }

  /** The same, compared by another word. */
  Completion filteredBy(String word) {
    return new Completion(label, word, kind, detail, documentation, text, snippet, ends);
  }

  /** The same, inserting another text. */
  Completion inserting(String other) {
    return new Completion(label, filter, kind, detail, documentation, other, snippet, ends);
  }

  /** The same, with places to fill in for clients that have them. */
  Completion withPlaces(Optional<String> places) {
    return new Completion(label, filter, kind, detail, documentation, text, places, ends);
  }

  /** The same, accepted by these characters too. */
  Completion endingWith(List<String> characters) {
    return new Completion(label, filter, kind, detail, documentation, text, snippet, characters);
  }

  /** The same, set apart from what stands before it. */
  Completion behind(String space) {
    return space.isEmpty()
        ? this
        : inserting(space + text).withPlaces(snippet.map(places -> space + places));
  }
}
