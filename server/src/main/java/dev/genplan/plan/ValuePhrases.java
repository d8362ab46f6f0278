package dev.genplan.plan;

import dev.genplan.schema.Measure;
import dev.genplan.schema.Property;
import dev.genplan.text.Localized;
import java.util.List;

/** What values are called inside a sentence, in messages and explanations alike. */
public final class ValuePhrases {

  private ValuePhrases() {}

  /** What a property takes: “a date such as `2026-12-01`”, “`low`, `medium` or `high`”. */
  public static Localized expected(Property property) {
    return CheckerPhrases.expected(property);
  }

  /** What quantities measure: “tokens, or money per time”. */
  public static Localized measures(List<Measure> measures) {
    return CheckerPhrases.measures(measures);
  }
}
