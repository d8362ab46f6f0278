/**
 * The files of a workspace as they are at one moment: open buffers, files on disk read through
 * them, imports between them. One writer makes new snapshots; a snapshot never changes.
 */
package dev.genplan.workspace;
