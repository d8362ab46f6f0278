/**
 * The language server: requests of the protocol translated into questions to the floors below, and
 * their answers translated back. Only this package knows the protocol.
 */
package dev.genplan.lsp;
