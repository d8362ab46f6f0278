package dev.genplan.schema;

import dev.genplan.text.Localized;

/**
 * A unit.
 *
 * @param word as written in a plan: {@code GB}, {@code hours}, {@code USD}
 * @param dimension what it measures
 * @param factor how many base units of the dimension it holds: bytes, seconds, FLOP, Wh, W, g,
 *     person-hours, one of whatever is counted; 1 for a currency, which is never converted
 * @param title what it is called
 */
public record UnitWord(String word, Dimension dimension, double factor, Localized title) {}
