package dev.genplan.editing;

import dev.genplan.diagnostics.Span;

/**
 * What is shown about a word.
 *
 * @param span the word
 */
public record Hover(Span span, Markup text) {}
