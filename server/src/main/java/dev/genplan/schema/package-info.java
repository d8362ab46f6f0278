/**
 * The words of the language: kinds, properties, their types, units and word lists, with
 * documentation in both languages. Everything that must know a word asks here: validation,
 * completion, hover, the language reference.
 */
package dev.genplan.schema;
