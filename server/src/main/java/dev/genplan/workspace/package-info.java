/**
 * The files of a workspace: which ones there are, what is in them and in open buffers, and which of
 * them an import reaches. Nothing outside the workspace is ever read for an import. One writer
 * makes snapshots; a snapshot never changes.
 */
package dev.genplan.workspace;
