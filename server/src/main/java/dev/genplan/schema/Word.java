package dev.genplan.schema;

import dev.genplan.text.Localized;
import java.util.Optional;

/**
 * A word that a property can have as its value.
 *
 * @param text as written
 * @param doc what it means, one sentence
 * @param block the options it takes when it stands as the word of a tagged block
 */
public record Word(String text, Localized doc, Optional<BlockSpec> block) {}
