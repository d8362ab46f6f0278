package dev.genplan.syntax;

/** A comparison in a criterion or a bound. */
public enum Operator {
  AT_LEAST(">="),
  AT_MOST("<="),
  MORE(">"),
  LESS("<"),
  EQUAL("==");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** As written in ASCII. */
  public String symbol() {
    return symbol;
  }

  /** Whether {@code measured} satisfies the comparison with {@code wanted}. */
  public boolean holds(double measured, double wanted) {
    return switch (this) {
      case AT_LEAST -> measured >= wanted;
      case AT_MOST -> measured <= wanted;
      case MORE -> measured > wanted;
      case LESS -> measured < wanted;
      case EQUAL -> measured == wanted;
    };
  }
}
