/**
 * What can be done to a plan at a place of it: repairs, refactorings, things for the whole file.
 */
package dev.genplan.editing.actions;
