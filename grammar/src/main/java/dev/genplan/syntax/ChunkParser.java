package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.parser.GenPlanLexer;
import dev.genplan.syntax.parser.GenPlanParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Parses one chunk: tokens, layout, grammar, tree. */
final class ChunkParser {

  private static final TokenKind[] KINDS = kinds();

  /** The grammar takes every input, so an error of ANTLR's is one of ours. */
  private static final class NoRecovery extends DefaultErrorStrategy {
    @Override
    public void recover(Parser recognizer, RecognitionException e) {
      throw new IllegalStateException("the grammar is not total", e);
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      throw new IllegalStateException("the grammar is not total");
    }

    @Override
    public void sync(Parser recognizer) {}
  }

  private ChunkParser() {}

  private static TokenKind[] kinds() {
    TokenKind[] kinds = new TokenKind[GenPlanLexer.UNKNOWN + 1];
    Arrays.fill(kinds, TokenKind.UNKNOWN);
    kinds[GenPlanLexer.NAME] = TokenKind.NAME;
    kinds[GenPlanLexer.NUMBER] = TokenKind.NUMBER;
    kinds[GenPlanLexer.DASH_RANGE] = TokenKind.NUMBER;
    kinds[GenPlanLexer.DATE] = TokenKind.DATE;
    kinds[GenPlanLexer.ODD_DATE] = TokenKind.DATE;
    kinds[GenPlanLexer.TEXT] = TokenKind.TEXT;
    kinds[GenPlanLexer.TEXT_BLOCK] = TokenKind.TEXT;
    kinds[GenPlanLexer.PERCENT] = TokenKind.PERCENT;
    kinds[GenPlanLexer.COLON] = TokenKind.COLON;
    kinds[GenPlanLexer.COMMA] = TokenKind.COMMA;
    kinds[GenPlanLexer.DOT] = TokenKind.DOT;
    kinds[GenPlanLexer.RANGE] = TokenKind.RANGE;
    kinds[GenPlanLexer.SLASH] = TokenKind.SLASH;
    kinds[GenPlanLexer.OPERATOR] = TokenKind.OPERATOR;
    kinds[GenPlanLexer.OPEN_BRACE] = TokenKind.OPEN_BRACE;
    kinds[GenPlanLexer.CLOSE_BRACE] = TokenKind.CLOSE_BRACE;
    kinds[GenPlanLexer.OPEN_BRACKET] = TokenKind.OPEN_BRACKET;
    kinds[GenPlanLexer.CLOSE_BRACKET] = TokenKind.CLOSE_BRACKET;
    kinds[GenPlanLexer.LINE_END] = TokenKind.LINE_END;
    kinds[GenPlanLexer.SPACE] = TokenKind.SPACE;
    kinds[GenPlanLexer.COMMENT] = TokenKind.COMMENT;
    kinds[GenPlanLexer.DOC_COMMENT] = TokenKind.DOC_COMMENT;
    return kinds;
  }

  /**
   * Parses a chunk.
   *
   * @param text the whole file
   * @param from offset at which the chunk starts
   * @param to offset behind it
   */
  static Chunk parse(String text, int from, int to) {
    List<PlanToken> raw = new ArrayList<>();
    Tokens tokens = lex(text, from, to, raw);
    List<LocalDiagnostic> errors = new ArrayList<>();
    List<PlanToken> laidOut = Layout.of(text, from, raw, errors);
    laidOut.add(new PlanToken(Token.EOF, to - from, 0));
    GenPlanParser parser = new GenPlanParser(new PlanTokenStream(laidOut));
    parser.removeErrorListeners();
    parser.setErrorHandler(new NoRecovery());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    ChunkText source = new ChunkText(text, from, tokens, laidOut);
    List<Member> members = new TreeBuilder(source, errors).file(parser.file());
    errors.sort((a, b) -> a.span().compareTo(b.span()));
    return new Chunk(to - from, members, tokens, errors);
  }

  /** A chunk whose text is not looked at. */
  static Chunk unread(int length) {
    return new Chunk(
        length,
        List.of(),
        new Tokens(new TokenKind[] {TokenKind.UNKNOWN}, new int[] {0, length}),
        List.of());
  }

  private static Tokens lex(String text, int from, int to, List<PlanToken> parsed) {
    GenPlanLexer lexer = new GenPlanLexer(new TextStream(text, from, to));
    lexer.removeErrorListeners();
    TokenKind[] kinds = new TokenKind[Math.max(16, (to - from) / 4)];
    int[] starts = new int[kinds.length + 1];
    int count = 0;
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      if (count == kinds.length) {
        kinds = Arrays.copyOf(kinds, count * 2);
        starts = Arrays.copyOf(starts, count * 2 + 1);
      }
      TokenKind kind = KINDS[token.getType()];
      kinds[count] = kind;
      starts[count] = token.getStartIndex();
      count++;
      if (!kind.isTrivia()) {
        int length = token.getStopIndex() + 1 - token.getStartIndex();
        parsed.add(new PlanToken(token.getType(), token.getStartIndex(), length));
      }
    }
    starts[count] = to - from;
    return new Tokens(Arrays.copyOf(kinds, count), Arrays.copyOf(starts, count + 1));
  }

  /** The full-width marks in a chunk that are read as their ASCII counterparts. */
  static List<Span> fullWidth(String text, int from, Chunk chunk) {
    List<Span> found = new ArrayList<>(0);
    Tokens tokens = chunk.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      int at = from + tokens.start(i);
      switch (tokens.kind(i)) {
        case COLON, COMMA, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, OPERATOR -> {
          if (text.charAt(at) >= 0x80) {
            found.add(new Span(at, at + 1));
          }
        }
        case TEXT -> {
          if (text.charAt(at) == '“') {
            found.add(new Span(at, at + 1));
            int last = from + tokens.end(i) - 1;
            if (text.charAt(last) != '"') {
              found.add(new Span(last, last + 1));
            }
          }
        }
        default -> {}
      }
    }
    return found;
  }
}
