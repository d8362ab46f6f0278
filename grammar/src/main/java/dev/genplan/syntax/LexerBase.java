package dev.genplan.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;

/** What the lexer does that a regular expression cannot say. */
public abstract class LexerBase extends Lexer {

  protected LexerBase(CharStream input) {
    super(input);
  }

  /** Moves on to the end of a text in several lines, whose opening quotes have just been read. */
  protected void block() {
    TextStream stream = (TextStream) getInputStream();
    int open = stream.from() + _tokenStartCharIndex;
    stream.seek(TextBlocks.end(stream.whole(), open, stream.to()) - stream.from());
  }
}
