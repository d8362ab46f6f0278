package dev.genplan.lsp;

/**
 * Stands for the parameters of a request that could not be read; the request is to be answered all
 * the same, in its turn.
 *
 * @param reason what is wrong with them
 */
record Unreadable(String reason) {}
