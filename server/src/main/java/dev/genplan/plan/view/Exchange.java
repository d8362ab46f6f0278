package dev.genplan.plan.view;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Converts money into one currency, at the rates of the project only.
 *
 * @param currency the one that is converted into
 * @param rates what the project states in {@code exchange}
 */
record Exchange(String currency, Attributes rates) {

  static Exchange into(String currency, Project project) {
    return new Exchange(
        currency, project.attributes().section("exchange").orElse(Attributes.none()));
  }

  /**
   * What one unit of an amount's currency is worth.
   *
   * @param amount money, or a rate of money over something
   * @return empty if the project states no rate between the two
   */
  OptionalDouble of(Amount amount) {
    int slash = amount.unit().indexOf('/');
    String from = slash < 0 ? amount.unit() : amount.unit().substring(0, slash).strip();
    if (from.equals(currency)) {
      return OptionalDouble.of(1);
    }
    OptionalDouble direct = rate(from, currency);
    if (direct.isPresent()) {
      return direct;
    }
    OptionalDouble back = rate(currency, from);
    return back.isPresent() ? OptionalDouble.of(1 / back.getAsDouble()) : back;
  }

  private OptionalDouble rate(String from, String to) {
    Optional<Amount> rate =
        rates
            .amount(from)
            .filter(each -> each.isExact() && each.low() > 0 && each.unit().equals(to));
    return rate.isPresent() ? OptionalDouble.of(rate.get().low()) : OptionalDouble.empty();
  }
}
