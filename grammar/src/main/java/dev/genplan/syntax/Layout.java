package dev.genplan.syntax;

import static dev.genplan.syntax.parser.GenPlanLexer.*;

import dev.genplan.syntax.PlanToken.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What lies between lexer and parser: decides where members, blocks and lists end, so that the
 * parser never has to. All recovery is here.
 *
 * <ul>
 *   <li>Line ends between brackets are hidden.
 *   <li>A list that is never closed ends before a line that starts a member, and before a closing
 *       brace.
 *   <li>A block that is never closed ends before a line that is indented no deeper than its own, or
 *       at the chunk's end.
 *   <li>Two members on one line are separated.
 *   <li>What nests too deeply becomes one token, so that the parser's recursion cannot overflow.
 *   <li>Tokens whose meaning depends on their neighbors (units, magnitudes, dots) get types of
 *       their own, so that one token decides everything in the grammar.
 * </ul>
 */
final class Layout {

  /** How deeply blocks and lists may nest. */
  static final int MAX_DEPTH = 64;

  /** How far the current member has been read. */
  private enum State {
    /** Nothing of it yet. */
    START,
    /** Its words. */
    HEAD,
    /** Its colon or comparison; an element of a list starts here. */
    MARK,
    /** Its value, or a part of it. */
    VALUE,
    /** The block that ends it. */
    BLOCK
  }

  /**
   * An open block or list.
   *
   * @param open index of the token that opens it
   * @param indent of the line that it starts on
   * @param line number of that line
   * @param outer how far the member around it has been read
   */
  private record Frame(int open, boolean isList, int indent, int line, State outer) {}

  private final RawTokens raw;
  private final int[] partner;
  private final LaidOut out;
  private final AmountTypes amounts;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private State state = State.START;
  private int line;
  private int lineStart;
  private int indent;
  private boolean leading = true;
  private int blocks;
  private int searchedLine = -1;
  private int lastClosing;

  private Layout(RawTokens raw) {
    this.raw = raw;
    this.partner = BraceMatcher.match(raw);
    this.out = new LaidOut(raw);
    this.amounts = new AmountTypes(raw, out);
  }

  /** The tokens that the parser shall read, the last one {@code EOF}. */
  static List<PlanToken> of(RawTokens raw) {
    Layout layout = new Layout(raw);
    layout.run();
    return layout.out.tokens();
  }

  private void run() {
    int token = 0;
    while (token < raw.size()) {
      int type = raw.type(token);
      if (RawTokens.isHidden(type)) {
        token++;
      } else if (type == LINE_END) {
        token = lineEnd(token);
      } else {
        if (leading) {
          leading = false;
          indent = raw.start(token) - lineStart;
          closeBefore(token);
        }
        token = visible(token, type);
      }
    }
    while (!frames.isEmpty()) {
      closeVirtually(raw.size());
    }
    out.addVirtual(EOF, raw.size(), raw.length());
  }

  // Lines

  private int lineEnd(int token) {
    int late = lateValueOrBrace(token);
    if (late < 0 && !inList()) {
      openForgotten(token);
      out.add(LINE_END, token);
      state = State.START;
    }
    int next = Math.max(token + 1, late);
    for (int i = token; i < next; i++) {
      if (raw.type(i) == LINE_END) {
        line++;
        lineStart = raw.end(i);
      }
    }
    leading = late < 0;
    indent = leading ? 0 : raw.start(next) - lineStart;
    return next;
  }

  /** The value or brace behind a line end that should have stood before it; -1 if there is none. */
  private int lateValueOrBrace(int token) {
    if (inList()) {
      return -1;
    }
    if (state == State.MARK) {
      int next = raw.visible(token + 1);
      if (startsLateValue(next, raw.end(token))) {
        out.markNext(Fault.VALUE_ON_NEXT_LINE);
        return next;
      }
    }
    if (state == State.HEAD || state == State.MARK || state == State.VALUE) {
      int next = raw.visibleOnAnyLine(token + 1);
      if (raw.type(next) == OPEN_BRACE) {
        out.markNext(Fault.BRACE_ON_NEXT_LINE);
        return next;
      }
    }
    return -1;
  }

  private boolean startsLateValue(int token, int start) {
    int type = raw.type(token);
    return switch (type) {
      case NUMBER, DATE, ODD_DATE, DASH_RANGE, ADDRESS, OPEN_BRACKET -> true;
      case OPERATOR -> raw.type(raw.visible(token + 1)) == NUMBER;
      case NAME -> raw.start(token) - start > indent && !raw.startsMember(token);
      default -> RawTokens.isText(type);
    };
  }

  /**
   * Opens the block whose opening brace was forgotten: what is too much is a closing brace below,
   * indented as this line is, and what lies between is indented deeper.
   */
  private void openForgotten(int token) {
    if (partner.length == 0 || (state != State.HEAD && state != State.VALUE)) {
      return;
    }
    int closing = closingBelow(token);
    if (closing < 0 || partner[closing] >= 0 || frames.size() >= MAX_DEPTH) {
      return;
    }
    partner[closing] = token;
    partner[token] = closing;
    out.addVirtual(OPEN_BRACE, token, out.last().end());
    frames.push(new Frame(token, false, indent, line, state));
    blocks++;
  }

  /** The brace behind deeper lines, indented as the current line is; -1 if there is none. */
  private int closingBelow(int token) {
    int lineEnd = token;
    boolean deeper = false;
    for (int i = token; i < raw.size(); i++) {
      int type = raw.type(i);
      if (type == LINE_END) {
        lineEnd = i;
      } else if (!RawTokens.isHidden(type) && raw.visible(lineEnd + 1) == i) {
        int column = raw.start(i) - raw.end(lineEnd);
        if (column <= indent) {
          return deeper && column == indent && type == CLOSE_BRACE ? i : -1;
        }
        deeper = true;
      }
    }
    return -1;
  }

  /** Ends what cannot go on in the line that starts with a token. */
  private void closeBefore(int token) {
    if (inList() && raw.startsMember(token)) {
      closeLists(token);
    }
    if (partner.length == 0) {
      return;
    }
    while (!frames.isEmpty() && endsBeforeLine(frames.peek())) {
      closeVirtually(token);
    }
  }

  /**
   * Whether a block that is never closed ends before the current line. One that starts in the first
   * column ends with its chunk: perhaps nothing is indented in this file.
   */
  private boolean endsBeforeLine(Frame frame) {
    if (frame.isList()) {
      return false;
    }
    return partner[frame.open()] < 0
        && frame.indent() > 0
        && frame.line() < line
        && indent <= frame.indent();
  }

  // Structure

  private int visible(int token, int type) {
    switch (type) {
      case COMMA -> separate(token, Fault.NONE);
      case SEMICOLON -> separate(token, Fault.WRONG_SEPARATOR);
      case OPEN_BRACE, OPEN_BRACKET -> {
        return open(token, type);
      }
      case CLOSE_BRACE -> closeBrace(token);
      case CLOSE_BRACKET -> closeBracket(token);
      case COLON, EQUALS -> mark(token, type);
      case OPERATOR -> operator(token);
      default -> {
        return word(token, type);
      }
    }
    return token + 1;
  }

  private void separate(int token, Fault fault) {
    out.add(COMMA, token).with(fault);
    state = inList() ? State.MARK : State.START;
  }

  private int open(int token, int type) {
    boolean isList = type == OPEN_BRACKET;
    if (isList && startsElement()) {
      missingSeparator(token, Fault.NOT_SEPARATED);
    } else if (!isList && state == State.BLOCK) {
      missingSeparator(token, inList() ? Fault.NOT_SEPARATED : Fault.NONE);
    }
    if (frames.size() >= MAX_DEPTH) {
      return tooDeep(token);
    }
    out.add(type, token);
    advance();
    frames.push(new Frame(token, isList, indent, line, state));
    blocks += isList ? 0 : 1;
    state = isList ? State.MARK : State.START;
    return token + 1;
  }

  /** Makes one token of everything up to the bracket that belongs to this one. */
  private int tooDeep(int token) {
    int depth = 0;
    int last = token;
    for (int i = token; i < raw.size(); i++) {
      switch (raw.type(i)) {
        case OPEN_BRACE, OPEN_BRACKET -> depth++;
        case CLOSE_BRACE, CLOSE_BRACKET -> depth--;
        default -> {}
      }
      if (!RawTokens.isHidden(raw.type(i)) && raw.type(i) != LINE_END) {
        last = i;
      }
      if (depth == 0) {
        break;
      }
    }
    out.add(JUNK, token, last).with(Fault.TOO_DEEP);
    advance();
    return last + 1;
  }

  private void closeBrace(int token) {
    if (isStray(token)) {
      missingSeparator(token, Fault.NONE);
      out.add(JUNK, token).with(Fault.STRAY_BRACE);
      missingSeparator(token + 1, Fault.NONE);
      return;
    }
    while (!closes(token, frames.peek())) {
      closeVirtually(token);
    }
    out.add(CLOSE_BRACE, token);
    pop();
  }

  private boolean isStray(int brace) {
    if (partner.length > 0 && partner[brace] < 0) {
      return true;
    }
    return blocks == 0;
  }

  /** Whether a brace closes a block: its partner, or where that was skipped, any. */
  private boolean closes(int brace, Frame frame) {
    if (frame.isList()) {
      return false;
    }
    return partner.length == 0
        || partner[brace] == frame.open()
        || frames.stream().noneMatch(other -> other.open() == partner[brace]);
  }

  private void closeBracket(int token) {
    if (frames.size() == blocks) {
      stray(token);
      return;
    }
    while (!inList()) {
      Frame block = frames.peek();
      if (partner.length == 0 || partner[block.open()] >= 0) {
        stray(token);
        return;
      }
      closeVirtually(token);
    }
    out.add(CLOSE_BRACKET, token);
    pop();
  }

  private void stray(int token) {
    out.add(JUNK, token).with(Fault.STRAY_BRACKET);
    advance();
  }

  private void closeLists(int token) {
    while (inList()) {
      closeVirtually(token);
    }
    missingSeparator(token, Fault.NONE);
  }

  /** Closes the innermost block or list before a token, although nothing is written there. */
  private void closeVirtually(int token) {
    Frame frame = frames.peek();
    if (frame.isList()) {
      out.addVirtual(CLOSE_BRACKET, token, out.last().end());
    } else {
      out.addVirtual(CLOSE_BRACE, token, endOfBlock(token));
    }
    pop();
    if (!frame.isList()) {
      missingSeparator(token, Fault.NONE);
    }
  }

  private void pop() {
    Frame frame = frames.pop();
    state = frame.isList() ? frame.outer() : State.BLOCK;
    blocks -= frame.isList() ? 0 : 1;
  }

  /**
   * A block that is never closed reaches to the line it ends before, so that one can type there.
   */
  private int endOfBlock(int token) {
    if (token == raw.size()) {
      return raw.length();
    }
    int last = out.last().end();
    return lineStart >= last ? lineStart : raw.start(token);
  }

  private void missingSeparator(int token, Fault fault) {
    int at = token == raw.size() ? raw.length() : raw.start(token);
    out.addVirtual(MISSING_SEPARATOR, token, at).with(fault);
    state = inList() ? State.MARK : State.START;
  }

  // Members

  private void mark(int token, int type) {
    out.add(type, token);
    if (!inList() && (state == State.START || state == State.HEAD)) {
      state = State.MARK;
    } else {
      advance();
    }
  }

  private void operator(int token) {
    if (!inList() && (state == State.START || state == State.HEAD)) {
      out.add(OPERATOR, token);
      state = State.MARK;
      return;
    }
    if (raw.type(raw.visible(token + 1)) == NUMBER) {
      if (startsElement()) {
        missingSeparator(token, Fault.NOT_SEPARATED);
      }
      out.add(BOUND, token);
    } else {
      out.add(JUNK, token);
    }
    advance();
  }

  private int word(int token, int type) {
    boolean valueStarts = state == State.MARK || startsImport();
    if (valueStarts || startsElement()) {
      int end = Outside.end(raw, token);
      if (end > token) {
        return outside(token, end);
      }
    }
    switch (type) {
      case NAME -> name(token);
      case NUMBER -> {
        return number(token);
      }
      case DOT -> dot(token);
      case PERCENT -> out.add(amounts.ofPercent(), token);
      case SLASH -> out.add(amounts.ofSlash(), token);
      case RANGE -> out.add(amounts.ofRange(token), token);
      case UNKNOWN -> {
        return unknown(token);
      }
      case DATE, ODD_DATE -> scalar(token, DATE);
      case DASH_RANGE -> {
        scalar(token, DASH_RANGE);
        amounts.dashRange();
      }
      case ADDRESS -> scalar(token, UNQUOTED);
      default -> scalar(token, RawTokens.isText(type) ? TEXT : JUNK);
    }
    advance();
    return token + 1;
  }

  private int outside(int token, int end) {
    if (startsElement()) {
      missingSeparator(token, Fault.NOT_SEPARATED);
    }
    out.add(UNQUOTED, token, end - 1);
    advance();
    return end;
  }

  private boolean startsImport() {
    return state == State.HEAD
        && out.lastIs(NAME)
        && out.lastStartsMember()
        && raw.text(out.last().raw()).equals("import");
  }

  private void scalar(int token, int type) {
    if (startsElement()) {
      missingSeparator(token, Fault.NOT_SEPARATED);
    }
    out.add(type, token);
  }

  private void name(int token) {
    int type = amounts.ofName(token);
    if (type == NAME && !out.lastIs(DOT)) {
      separateBefore(token);
    }
    out.add(type, token);
  }

  /** Puts a separator before a name that starts a member or an element without one. */
  private void separateBefore(int token) {
    if (inList()) {
      if (raw.startsKey(token) && !closesOnLine(token)) {
        closeLists(token);
      } else if (startsElement()) {
        missingSeparator(token, Fault.NOT_SEPARATED);
      }
    } else if (startsMemberInLine(token)) {
      missingSeparator(token, state == State.MARK ? Fault.NONE : Fault.NOT_SEPARATED);
    }
  }

  private boolean startsMemberInLine(int token) {
    return switch (state) {
      case START, HEAD -> false;
      case MARK -> raw.type(raw.behindPath(token)) == COLON;
      case VALUE -> raw.startsKey(token) || startsBlock(token);
      case BLOCK -> true;
    };
  }

  /** Whether one or two words with a brace behind them stand here. */
  private boolean startsBlock(int token) {
    int next = raw.visible(token + 1);
    if (raw.type(next) == NAME) {
      next = raw.visible(next + 1);
    }
    return raw.type(next) == OPEN_BRACE;
  }

  /** Whether a bracket closes in the rest of the line; looks at each line once. */
  private boolean closesOnLine(int token) {
    if (searchedLine != line) {
      searchedLine = line;
      lastClosing = -1;
      for (int i = token; i < raw.size() && raw.type(i) != LINE_END; i++) {
        lastClosing = raw.type(i) == CLOSE_BRACKET ? i : lastClosing;
      }
    }
    return lastClosing > token;
  }

  private int number(int token) {
    boolean grouped = !inList() && (state == State.MARK || state == State.VALUE);
    if (startsElement() && !out.lastIs(SLASH)) {
      missingSeparator(token, Fault.NOT_SEPARATED);
    }
    int type = amounts.ofNumber();
    int last = grouped && type == NUMBER ? amounts.lastGroup(token) : token;
    out.add(type, token, last);
    advance();
    return last + 1;
  }

  private void dot(int token) {
    if (out.lastIs(NAME)) {
      out.add(joinsNames(token) ? DOT : LAST_DOT, token);
    } else {
      out.add(JUNK, token);
    }
  }

  /** Whether a name follows a dot that does not rather start the next member. */
  private boolean joinsNames(int dot) {
    int next = raw.visible(dot + 1);
    boolean inHead = state == State.START || state == State.HEAD;
    return raw.type(next) == NAME
        && (inHead || next == dot + 1 || !(raw.startsKey(next) || startsBlock(next)));
  }

  private int unknown(int token) {
    int last = token;
    while (raw.type(last + 1) == UNKNOWN) {
      last++;
    }
    out.add(JUNK, token, last);
    advance();
    return last + 1;
  }

  private boolean inList() {
    return !frames.isEmpty() && frames.peek().isList();
  }

  /** Whether another element would start here without a comma before it. */
  private boolean startsElement() {
    return inList()
        && (state == State.VALUE || state == State.BLOCK)
        && !out.lastIs(BOUND, RANGE, DOT)
        && !out.lastIs(COLON, EQUALS, JUNK);
  }

  private void advance() {
    state = state == State.START || state == State.HEAD ? State.HEAD : State.VALUE;
  }
}
