/**
 * Text, tokens, tree and positions of a plan file: the shapes of the language, without the meaning
 * of any word.
 *
 * <p>A file's way: {@code Chunker} cuts it into pieces that are parsed by themselves; for each of
 * them, the generated lexer ({@code LexerBase}) splits it into tokens, {@code Layout} decides where
 * members, blocks and lists end, the generated parser finds their shapes, and {@code TreeBuilder}
 * makes them into nodes and says what is wrong ({@code SyntaxErrors}). All recovery is in {@code
 * Chunker} and {@code Layout}; the parser's own is never entered.
 */
package dev.genplan.syntax;
