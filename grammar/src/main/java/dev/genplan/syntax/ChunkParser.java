package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.parser.GenPlanLexer;
import dev.genplan.syntax.parser.GenPlanParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Parses chunks of one text: tokens, layout, grammar, tree. */
final class ChunkParser {

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

  private final String text;
  private final Map<String, String> names = new HashMap<>();
  private final LexerBase lexer;
  private final GenPlanParser parser;

  /**
   * @param text the whole file
   */
  ChunkParser(String text) {
    this.text = text;
    this.lexer = new GenPlanLexer(new TextStream(text, 0, 0));
    this.parser = new GenPlanParser(new PlanTokenStream(List.of()));
    parser.removeErrorListeners();
    parser.setErrorHandler(new NoRecovery());
  }

  /**
   * Parses a chunk.
   *
   * @param from offset at which the chunk starts
   * @param to offset behind it
   */
  Chunk parse(int from, int to) {
    RawTokens raw = lexer.tokenize(new TextStream(text, from, to));
    List<PlanToken> tokens = Layout.of(raw);
    parser.setTokenStream(new PlanTokenStream(tokens));
    List<LocalDiagnostic> errors = new ArrayList<>(0);
    ChunkText source = new ChunkText(raw, names);
    TreeBuilder builder = new TreeBuilder(source, new Mistakes(source, tokens, errors));
    List<Member> members = builder.file(parser.file());
    ForeignComments.report(raw, errors);
    errors.sort(SyntaxErrors.ORDER);
    dropConsequences(raw, errors);
    return new Chunk(to - from, members, raw.toTokens(), errors, raw.fullWidth());
  }

  /** A brace too many is not said where the line has an error already: it is the same mistake. */
  private static void dropConsequences(RawTokens raw, List<LocalDiagnostic> errors) {
    for (int i = errors.size() - 1; i > 0; i--) {
      LocalDiagnostic error = errors.get(i);
      Span before = errors.get(i - 1).span();
      boolean stray = error.code().equals(SyntaxErrors.STRAY_BRACE.code());
      if (stray && raw.isOneLine(before.start(), error.span().start())) {
        errors.remove(i);
      }
    }
  }

  /** A chunk whose text is not looked at. */
  static Chunk unread(int length) {
    return new Chunk(
        length,
        List.of(),
        new Tokens(new TokenKind[] {TokenKind.UNKNOWN}, new int[] {0, length}),
        List.of(),
        List.of());
  }
}
