package dev.genplan.catalog;

import java.util.OptionalInt;

/**
 * Software that runs a model.
 *
 * @param name as written in a plan
 * @param adapters whether it serves several adapters over one copy of the base
 * @param maxRank the highest rank of an adapter that it accepts without being told otherwise
 */
public record Engine(String name, Support adapters, OptionalInt maxRank, Source source) {}
