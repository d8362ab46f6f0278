package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that can be typed at a place.
 *
 * @param label what is shown in the list, and what the typed word is compared with
 * @param kind what it is, for its icon
 * @param detail what it is, in a few words; may be empty
 * @param documentation what there is to say about it; worked out when asked for
 * @param replace the word that gives way
 * @param text what is inserted
 * @param snippet the same with places to fill in, in the protocol's notation
 */
public record Completion(
    String label,
    ItemKind kind,
    String detail,
    Supplier<Markup> documentation,
    Span replace,
    String text,
    Optional<String> snippet) {}
