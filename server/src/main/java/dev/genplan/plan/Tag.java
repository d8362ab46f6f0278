package dev.genplan.plan;

import dev.genplan.syntax.Value;

/**
 * A word with the options in its block: {@code lora { rank: 32 }}.
 *
 * @param word as written
 * @param options what its block states; empty attributes if it has none
 * @param node where it stands
 */
public record Tag(String word, Attributes options, Value node) {}
