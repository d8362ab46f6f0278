package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.count;

/** What is gathered or judged piece by piece, and its people. */
final class StageAmounts {

  /** What can be gathered. */
  static final Measure[] COLLECTED = {
    Measure.of(Dimension.COMPARISONS),
    Measure.of(Dimension.RANKINGS),
    Measure.of(Dimension.LABELS),
    Measure.of(Dimension.ITEMS),
    Measure.of(Dimension.PROMPTS),
    Measure.of(Dimension.TOKENS)
  };

  /** What can be tested with. */
  static final Measure[] TESTED = {
    Measure.of(Dimension.ITEMS),
    Measure.of(Dimension.PROMPTS),
    Measure.of(Dimension.COMPARISONS),
    Measure.of(Dimension.LABELS)
  };

  static final Measure[] PRICES = {
    Measure.rate(Dimension.MONEY, Dimension.COMPARISONS),
    Measure.rate(Dimension.MONEY, Dimension.RANKINGS),
    Measure.rate(Dimension.MONEY, Dimension.LABELS),
    Measure.rate(Dimension.MONEY, Dimension.ITEMS),
    Measure.rate(Dimension.MONEY, Dimension.PROMPTS),
    Measure.rate(Dimension.MONEY, Dimension.TOKENS),
    Measure.rate(Dimension.MONEY, Dimension.REQUESTS)
  };

  static final Measure[] PACES = {
    Measure.rate(Dimension.COMPARISONS, Dimension.TIME),
    Measure.rate(Dimension.RANKINGS, Dimension.TIME),
    Measure.rate(Dimension.LABELS, Dimension.TIME),
    Measure.rate(Dimension.ITEMS, Dimension.TIME),
    Measure.rate(Dimension.PROMPTS, Dimension.TIME)
  };

  static final Property ANNOTATORS =
      count("annotators")
          .none()
          .world()
          .qualifiers(Qualifiers.PEOPLE)
          .example("3 { rate: 25 USD/hour }");

  private StageAmounts() {}
}
