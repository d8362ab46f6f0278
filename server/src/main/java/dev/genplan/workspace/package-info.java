/**
 * The files of a workspace: which ones there are, what is in them, and which of them an import
 * reaches. Nothing outside the workspace is ever read.
 */
package dev.genplan.workspace;
