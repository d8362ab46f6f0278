package dev.genplan.rules;

import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/** Several things one after the other, as messages name them. */
public final class Listing {

  private static final Localized SINGLE = Localized.of("{0}", "{0}");
  private static final Localized WORD = Localized.of("`{0}`", "`{0}`");
  private static final Localized BOTH = Localized.of("{0}, {1}", "{0}、{1}");

  private Listing() {}

  /** Titles, at least one: {@code data privacy, harmful bias}. */
  public static Message of(List<Localized> titles) {
    return join(titles.stream().map(SINGLE::with).toList());
  }

  /** Words of plans, at least one: {@code `bom`, `signature`}. */
  public static Message ofWords(List<String> words) {
    return join(words.stream().map(WORD::with).toList());
  }

  private static Message join(List<Message> items) {
    return items.stream().reduce(BOTH::with).orElseThrow();
  }
}
