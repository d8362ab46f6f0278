package dev.genplan.syntax;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.parser.GenPlanParser;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/** A token as the parser sees it, behind the layout. Offsets count from the start of the chunk. */
final class PlanToken implements Token {

  private final int type;
  private final int raw;
  private final int start;
  private final int end;
  private Fault fault = Fault.NONE;
  private int index = -1;

  /** What the layout has found wrong; it is reported when the tree is built. */
  enum Fault {
    NONE,
    /** Neither comma nor line end before a member or an element. */
    NOT_SEPARATED,
    VALUE_ON_NEXT_LINE,
    BRACE_ON_NEXT_LINE,
    STRAY_BRACE,
    STRAY_BRACKET,
    WRONG_SEPARATOR,
    TOO_DEEP
  }

  /**
   * @param type what it is in its place
   * @param raw index of the first token of the text that it stands for; of one without text, the
   *     index of the token behind it
   */
  PlanToken(int type, int raw, int start, int end) {
    this.type = type;
    this.raw = raw;
    this.start = start;
    this.end = end;
  }

  int raw() {
    return raw;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether the layout has put it in. */
  boolean isVirtual() {
    return start == end;
  }

  /** Whether a member starts behind it. */
  boolean separates() {
    return switch (type) {
      case GenPlanParser.LINE_END,
          GenPlanParser.COMMA,
          GenPlanParser.MISSING_SEPARATOR,
          GenPlanParser.OPEN_BRACE ->
          true;
      default -> false;
    };
  }

  Span span() {
    return new Span(start, end);
  }

  Fault fault() {
    return fault;
  }

  PlanToken with(Fault found) {
    fault = found;
    return this;
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
    return end - 1;
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
