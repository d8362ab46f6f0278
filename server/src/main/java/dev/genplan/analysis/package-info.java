/**
 * Runs what there is to run on a file: syntax, the check against the schema, names, rules; and
 * decides what of it is shown: {@code allow}, precedence, order.
 */
package dev.genplan.analysis;
