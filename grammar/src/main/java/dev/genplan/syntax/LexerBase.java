package dev.genplan.syntax;

import dev.genplan.syntax.parser.GenPlanLexer;
import java.util.Arrays;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/**
 * What the lexer does that a regular expression cannot say; and it notes its tokens in two arrays
 * instead of making an object of each.
 */
public abstract class LexerBase extends Lexer {

  private static final Token PLACEHOLDER = new CommonToken(Token.INVALID_TYPE);

  private int[] types = new int[256];
  private int[] starts = new int[257];
  private int count;
  private int openBraces;
  private int lineStart;
  private int lineIndent;
  private TextStream stream;

  protected LexerBase(CharStream input) {
    super(input);
    removeErrorListeners();
  }

  /** Splits a piece of text into tokens. */
  final RawTokens tokenize(TextStream piece) {
    stream = piece;
    count = 0;
    setInputStream(piece);
    startLine(0);
    while (piece.index() < piece.size()) {
      nextToken();
    }
    starts[count] = piece.size();
    return new RawTokens(
        piece.whole(), piece.from(), Arrays.copyOf(types, count), Arrays.copyOf(starts, count + 1));
  }

  @Override
  public Token emit() {
    if (count == types.length) {
      types = Arrays.copyOf(types, count * 2);
      starts = Arrays.copyOf(starts, count * 2 + 1);
    }
    types[count] = _type;
    starts[count++] = _tokenStartCharIndex;
    switch (_type) {
      case GenPlanLexer.OPEN_BRACE -> openBraces++;
      case GenPlanLexer.CLOSE_BRACE -> openBraces = Math.max(0, openBraces - 1);
      case GenPlanLexer.LINE_END -> startLine(stream.index());
      default -> {}
    }
    _token = PLACEHOLDER;
    return _token;
  }

  private void startLine(int start) {
    openBraces = 0;
    lineStart = start;
    lineIndent = -1;
  }

  /** Ends a text in several lines, whose opening quotes have just been read. */
  protected final void textBlock() {
    if (lineIndent < 0) {
      int start = stream.from() + lineStart;
      lineIndent = Scan.skipSpaces(stream.whole(), start, stream.to()) - start;
    }
    int end = Scan.textBlockEnd(stream.whole(), open(), lineIndent, stream.to());
    moveTo(end < 0 ? ~end : end);
  }

  /** Ends a text in one line that has no closing quote. */
  protected final void openText() {
    moveTo(Scan.openTextEnd(stream.whole(), open(), openBraces, stream.to()));
  }

  /** Ends a comment as other languages have it. */
  protected final void blockComment() {
    moveTo(Scan.blockCommentEnd(stream.whole(), open(), stream.to()));
  }

  private int open() {
    return stream.from() + _tokenStartCharIndex;
  }

  private void moveTo(int offset) {
    stream.seek(offset - stream.from());
  }
}
