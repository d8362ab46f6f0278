package dev.genplan.syntax;

import static dev.genplan.syntax.parser.GenPlanLexer.*;

/**
 * Tells by what stands before it whether a word is a magnitude or a unit, whether a slash divides
 * units, whether two dots make a range: where an amount allows none of them, the token is {@code
 * JUNK}, or a name like any other.
 */
final class AmountTypes {

  private final RawTokens raw;
  private final LaidOut out;
  private boolean inDenominator;
  private boolean inHigherEnd;

  AmountTypes(RawTokens raw, LaidOut out) {
    this.raw = raw;
    this.out = out;
  }

  /** {@code MAGNITUDE}, {@code UNIT} or {@code NAME}. */
  int ofName(int token) {
    boolean behindNumber = out.lastIs(NUMBER, PER, DASH_RANGE);
    boolean behindAmount = behindNumber || out.lastIs(MAGNITUDE, PERCENT, SLASH);
    if (!behindAmount || (!out.lastTouches(token) && raw.startsKey(token))) {
      return NAME;
    }
    return behindNumber && isMagnitude(token) ? MAGNITUDE : UNIT;
  }

  private boolean isMagnitude(int token) {
    return raw.end(token) - raw.start(token) == 1 && "kMBT".indexOf(raw.first(token)) >= 0;
  }

  /** {@code PER} or {@code NUMBER}. */
  int ofNumber() {
    if (out.lastIs(SLASH)) {
      return PER;
    }
    inDenominator = false;
    inHigherEnd = out.lastIs(RANGE, BOUND);
    return NUMBER;
  }

  /** Takes note of a range with a dash, which cannot be the lower end of another range. */
  void dashRange() {
    inDenominator = false;
    inHigherEnd = true;
  }

  int ofPercent() {
    boolean endsNumber =
        out.lastIs(NUMBER, DASH_RANGE) || (out.lastIs(MAGNITUDE) && !inDenominator);
    return endsNumber ? PERCENT : JUNK;
  }

  int ofSlash() {
    if (!out.lastIs(UNIT) || inDenominator) {
      return JUNK;
    }
    inDenominator = true;
    return SLASH;
  }

  int ofRange(int token) {
    boolean behindQuantity = out.lastIs(NUMBER, PERCENT, UNIT) || out.lastIs(MAGNITUDE);
    boolean joins = behindQuantity && !inHigherEnd && raw.type(raw.visible(token + 1)) == NUMBER;
    return joins ? RANGE : JUNK;
  }

  /**
   * The last token of a number whose digits are grouped with commas, or the number itself.
   *
   * @param token a number behind a colon and not in a list
   */
  int lastGroup(int token) {
    int last = token;
    while (raw.type(last + 1) == COMMA
        && raw.type(last + 2) == NUMBER
        && raw.text(last + 2).matches("[0-9]{3}(\\.[0-9]+)?")
        && raw.text(token).matches("-?[0-9]{1,3}")) {
      last += 2;
    }
    return last;
  }
}
