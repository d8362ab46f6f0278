package dev.genplan.plan.view;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.Measure;
import dev.genplan.schema.Units;
import java.util.Optional;

/**
 * What people do piece by piece in a stage, as far as the stage states it: how much, at which pace,
 * how many of them.
 *
 * @param symbol {@code feedback}, {@code evaluate} or {@code redteam}
 */
public record HumanWork(Symbol symbol) {

  private static final double WEEK = 7 * 24 * 3600;

  /** Of a week, for those who do nothing else: 40 of 168 hours. */
  private static final double FULL_TIME = 40 * 3600 / WEEK;

  /** How many pieces there are to judge or to write; overlap not counted. */
  public Optional<Amount> pieces() {
    return attributes().amount(property());
  }

  /** The property that says how much there is to do. */
  public String property() {
    return symbol.is("feedback") ? "collect" : "size";
  }

  /** How often a piece is done on average: more than once where several people do the same one. */
  public double repetition() {
    return 1 + attributes().amount("overlap").map(Amount::middle).orElse(0.0);
  }

  /** Working time of all people together, in seconds; empty if pieces or pace are not stated. */
  public Optional<Amount> time() {
    Optional<Amount> pieces = pieces();
    Optional<Amount> pace = attributes().amount("pace").filter(each -> each.high() > 0);
    if (pieces.isEmpty() || pace.isEmpty() || !isPaceOf(pieces.get(), pace.get())) {
      return Optional.empty();
    }
    double low = Math.max(0, pieces.get().low()) * repetition() / pace.get().high();
    double high =
        pace.get().low() > 0
            ? pieces.get().high() * repetition() / pace.get().low()
            : Double.POSITIVE_INFINITY;
    return Optional.of(new Amount(low, high, Optional.of(Measure.of(Dimension.PEOPLE_TIME)), "s"));
  }

  private static boolean isPaceOf(Amount pieces, Amount pace) {
    return pieces.measure().isEmpty()
        || pace.measure().isEmpty()
        || Units.interchangeable(pieces.measure().get().of(), pace.measure().get().of());
  }

  /** The share of a week that one of them works on it, as stated. */
  public Optional<Amount> share() {
    return attributes().qualifiers("annotators").amount("hours");
  }

  /**
   * Calendar time that the work cannot go below, in seconds: as many people as stated, at their
   * stated hours, or day and night where none are stated. 0 if too little is stated.
   */
  public double leastCalendarTime() {
    Optional<Amount> people = attributes().amount("annotators").filter(each -> each.high() > 0);
    double share = share().map(Amount::high).filter(each -> each > 0).orElse(1.0);
    return time().isPresent() && people.isPresent()
        ? time().get().low() / people.get().high() / share
        : 0;
  }

  /** Calendar time to be expected, in seconds: as stated, else 40 hours a week. */
  public double expectedCalendarTime() {
    Optional<Amount> people = attributes().amount("annotators").filter(each -> each.middle() > 0);
    double share = share().map(Amount::middle).filter(each -> each > 0).orElse(FULL_TIME);
    return time().isPresent() && people.isPresent()
        ? time().get().middle() / people.get().middle() / share
        : 0;
  }

  private Attributes attributes() {
    return symbol.attributes();
  }
}
