package dev.genplan.catalog;

import java.time.LocalDate;

/**
 * Where an entry of the catalog comes from.
 *
 * @param text a document a reader can find, with the clause, table or commit where that matters
 * @param asOf when it was last compared with that document
 */
public record Source(String text, LocalDate asOf) {

  /** The day on which the whole seed of this catalog was compared with its sources. */
  private static final LocalDate SEED = LocalDate.of(2026, 11, 23);

  static Source of(String text) {
    return new Source(text, SEED);
  }
}
