/**
 * What an editor asks about a plan: pure functions of a plan and an offset, with results of their
 * own. They know neither the protocol nor threads.
 */
package dev.genplan.editing;
