package dev.genplan.syntax;

import dev.genplan.syntax.PlanToken.Fault;
import java.util.ArrayList;
import java.util.List;

/** The tokens that the layout has decided about so far. */
final class LaidOut {

  private final RawTokens raw;
  private final List<PlanToken> tokens = new ArrayList<>();
  private Fault nextFault = Fault.NONE;

  LaidOut(RawTokens raw) {
    this.raw = raw;
  }

  List<PlanToken> tokens() {
    return tokens;
  }

  /** Adds a token of the text as what it is in its place. */
  PlanToken add(int type, int token) {
    return add(type, token, token);
  }

  /** Adds tokens of the text, from one to another, as one. */
  PlanToken add(int type, int first, int last) {
    PlanToken token = new PlanToken(type, first, raw.start(first), raw.end(last)).with(nextFault);
    nextFault = Fault.NONE;
    tokens.add(token);
    return token;
  }

  /**
   * Adds a token that is not written.
   *
   * @param before index of the token of the text that it stands before
   * @param at its offset
   */
  PlanToken addVirtual(int type, int before, int at) {
    PlanToken token = new PlanToken(type, before, at, at);
    tokens.add(token);
    return token;
  }

  /** Says what is wrong with the place of the token that is added next. */
  void markNext(Fault fault) {
    nextFault = fault;
  }

  PlanToken last() {
    return tokens.get(tokens.size() - 1);
  }

  /** Whether the last token is the first one of its member. */
  boolean lastStartsMember() {
    return tokens.size() == 1 || tokens.get(tokens.size() - 2).separates();
  }

  /** Whether there is no white space between the last token and another. */
  boolean lastTouches(int token) {
    return last().end() == raw.start(token);
  }

  boolean lastIs(int type) {
    return !tokens.isEmpty() && last().getType() == type;
  }

  boolean lastIs(int type, int other) {
    return lastIs(type) || lastIs(other);
  }

  boolean lastIs(int type, int other, int third) {
    return lastIs(type) || lastIs(other) || lastIs(third);
  }
}
