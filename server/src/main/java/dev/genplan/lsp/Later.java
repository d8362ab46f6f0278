package dev.genplan.lsp;

import java.util.concurrent.CompletableFuture;

/**
 * Stands for an answer that has to wait for something, so that no thread of the pool does.
 *
 * @param answer completed with the answer, or with what went wrong
 */
record Later(CompletableFuture<Object> answer) {}
