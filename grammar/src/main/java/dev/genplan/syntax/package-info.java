/**
 * Text, tokens, tree and positions of a plan file: the shapes of the language, without the meaning
 * of any word.
 */
package dev.genplan.syntax;
