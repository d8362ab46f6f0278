package dev.genplan.syntax;

import dev.genplan.diagnostics.Span;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/**
 * A token as the parser sees it, as small as it can be. Offsets count from the start of the chunk.
 */
final class PlanToken implements Token {

  private final int type;
  private final int start;
  private final int length;
  private int index = -1;

  PlanToken(int type, int start, int length) {
    this.type = type;
    this.start = start;
    this.length = length;
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }

  int end() {
    return start + length;
  }

  /** Whether the layout has put it in. */
  boolean isVirtual() {
    return length == 0;
  }

  Span span() {
    return new Span(start, start + length);
  }

  PlanToken at(int position) {
    index = position;
    return this;
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  @Override
  public int getStartIndex() {
    return start;
  }

  @Override
  public int getStopIndex() {
    return start + length - 1;
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return start;
  }

  @Override
  public TokenSource getTokenSource() {
    return null;
  }

  @Override
  public CharStream getInputStream() {
    return null;
  }
}
