package dev.genplan.plan.view;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.Measure;
import dev.genplan.schema.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What something costs by what the plan states: a cost, or a price and how much of it. Nothing is
 * estimated: what is not stated costs nothing here.
 *
 * @param symbol the stage or dataset
 * @param least what has to be paid for certain, in the currency of the budget
 * @param expected what its middle figures come to, in the currency of the budget
 */
public record Expense(Symbol symbol, double least, double expected) {

  private static final double HOUR = 3600;

  /** A figure of which only the finite part counts. */
  private record Interval(double low, double middle) {
    static final Interval NOTHING = new Interval(0, 0);

    static Interval of(Amount amount) {
      return new Interval(Math.max(0, amount.low()), Math.max(0, amount.middle()));
    }

    Interval times(double factor) {
      return new Interval(low * factor, middle * factor);
    }

    Interval times(Interval other) {
      return new Interval(low * other.low, middle * other.middle);
    }

    Interval plus(Interval other) {
      return new Interval(low + other.low, middle + other.middle);
    }
  }

  /**
   * All of a plan that have a figure, in the order of the plan. Money in a currency for which the
   * project states no rate is left out.
   *
   * @param currency that of the budget
   */
  public static List<Expense> all(Plan plan, Project project, String currency) {
    Exchange exchange = Exchange.into(currency, project);
    List<Expense> all = new ArrayList<>();
    for (Symbol symbol : plan.symbols()) {
      boolean bought = symbol.is("dataset") && isUsed(symbol);
      Interval money =
          bought
              ? money(symbol, "cost", exchange)
              : symbol.isStage() ? ofStage(symbol, exchange) : Interval.NOTHING;
      if (money.middle > 0) {
        boolean certain = bought || plan.course().of(symbol) == Course.Presence.RUNS;
        all.add(new Expense(symbol, certain ? money.low : 0, money.middle));
      }
    }
    return all;
  }

  /** A library may hold data that this plan does not touch. */
  private static boolean isUsed(Symbol dataset) {
    Plan plan = dataset.plan();
    return dataset.isOwn()
        || !plan.uses(dataset).isEmpty()
        || dataset.inner().stream().anyMatch(split -> !plan.uses(split).isEmpty());
  }

  private static Interval ofStage(Symbol stage, Exchange exchange) {
    if (stage.plan().course().of(stage) == Course.Presence.SKIPPED) {
      return Interval.NOTHING;
    }
    if (stage.attributes().has("cost")) {
      return allRounds(stage, "cost", money(stage, "cost", exchange));
    }
    Interval pieces = pieces(stage, exchange);
    Interval people = pieces.middle > 0 ? Interval.NOTHING : people(stage, exchange);
    return machines(stage, exchange).plus(pieces).plus(people);
  }

  private static Interval allRounds(Symbol stage, String property, Interval one) {
    if (Rounds.isTotal(stage, property)) {
      return one;
    }
    Rounds rounds = Rounds.around(stage);
    return new Interval(one.low * rounds.least(), one.middle * rounds.expected());
  }

  private static Interval money(Symbol symbol, String property, Exchange exchange) {
    return money(symbol.attributes().amount(property), exchange);
  }

  private static Interval money(Optional<Amount> amount, Exchange exchange) {
    if (amount.isEmpty()) {
      return Interval.NOTHING;
    }
    OptionalDouble rate = exchange.of(amount.get());
    return rate.isPresent()
        ? Interval.of(amount.get()).times(rate.getAsDouble())
        : Interval.NOTHING;
  }

  /** Accelerator-hours, or a run on all accelerators, at their price. */
  private static Interval machines(Symbol stage, Exchange exchange) {
    Optional<Compute> compute =
        stage.valueLinks("compute").stream()
            .flatMap(link -> link.symbol().stream())
            .filter(target -> target.is("compute"))
            .findFirst()
            .map(Compute::new);
    if (compute.isEmpty()) {
      return Interval.NOTHING;
    }
    Interval price = money(compute.get().symbol(), "price", exchange);
    Optional<Amount> hours = stage.attributes().amount("accelerator-hours");
    if (hours.isPresent()) {
      return allRounds(stage, "accelerator-hours", price.times(Interval.of(hours.get())));
    }
    Optional<Amount> run = stage.attributes().amount("duration").filter(StatedTime::isRun);
    OptionalDouble total = compute.get().total();
    return run.isPresent() && total.isPresent()
        ? allRounds(
            stage, "duration", price.times(Interval.of(run.get())).times(total.getAsDouble()))
        : Interval.NOTHING;
  }

  /** What is gathered or judged, at its price a piece. */
  private static Interval pieces(Symbol stage, Exchange exchange) {
    String property = stage.is("evaluate") ? "size" : "collect";
    Optional<Amount> amount = stage.attributes().amount(property);
    Optional<Amount> price = stage.attributes().amount("price");
    if (amount.isEmpty() || price.isEmpty() || !isPriceOf(amount.get(), price.get())) {
      return Interval.NOTHING;
    }
    double repetition = new HumanWork(stage).repetition();
    Interval one = money(price, exchange).times(Interval.of(amount.get())).times(repetition);
    return allRounds(stage, property, one);
  }

  private static boolean isPriceOf(Amount amount, Amount price) {
    Optional<Dimension> of = amount.measure().map(Measure::of);
    Optional<Dimension> per = price.measure().flatMap(Measure::per);
    return of.isEmpty() || (per.isPresent() && Units.interchangeable(of.get(), per.get()));
  }

  /** The working time of the annotators at their rate. */
  private static Interval people(Symbol stage, Exchange exchange) {
    Attributes stated = stage.attributes();
    Optional<Amount> rate = stated.qualifiers("annotators").amount("rate");
    if (rate.isEmpty()) {
      return Interval.NOTHING;
    }
    boolean perPersonHour =
        rate.get()
            .measure()
            .flatMap(Measure::per)
            .filter(Dimension.PEOPLE_TIME::equals)
            .isPresent();
    Interval second = money(rate, exchange).times(perPersonHour ? 1 / HOUR : 1);
    HumanWork work = new HumanWork(stage);
    if (work.time().isPresent()) {
      return allRounds(stage, work.property(), second.times(Interval.of(work.time().get())));
    }
    Optional<Amount> effort = stated.amount("effort");
    if (effort.isPresent()) {
      return allRounds(stage, "effort", second.times(Interval.of(effort.get())).times(HOUR));
    }
    Optional<Amount> people = stated.amount("annotators");
    Optional<Amount> duration = stated.amount("duration");
    return people.isPresent() && work.share().isPresent() && duration.isPresent()
        ? allRounds(
            stage,
            "duration",
            second
                .times(Interval.of(people.get()))
                .times(Interval.of(work.share().get()))
                .times(Interval.of(duration.get())))
        : Interval.NOTHING;
  }
}
