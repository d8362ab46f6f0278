package dev.genplan.syntax;

import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** The tokens of a chunk for the parser. */
final class PlanTokenStream implements TokenStream {

  private final List<PlanToken> tokens;
  private int position;

  /**
   * @param tokens closed by an end-of-file token
   */
  PlanTokenStream(List<PlanToken> tokens) {
    this.tokens = tokens;
    for (int i = 0; i < tokens.size(); i++) {
      tokens.get(i).at(i);
    }
  }

  @Override
  public Token LT(int ahead) {
    int index = ahead > 0 ? position + ahead - 1 : position + ahead;
    return index < 0 ? null : tokens.get(Math.min(index, tokens.size() - 1));
  }

  @Override
  public int LA(int ahead) {
    return LT(ahead).getType();
  }

  @Override
  public Token get(int index) {
    return tokens.get(index);
  }

  @Override
  public void consume() {
    position++;
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int size() {
    return tokens.size();
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public TokenSource getTokenSource() {
    return null;
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    return "";
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public String getText(RuleContext context) {
    return "";
  }

  @Override
  public String getText(Token first, Token last) {
    return "";
  }
}
