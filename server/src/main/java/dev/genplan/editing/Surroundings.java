package dev.genplan.editing;

import dev.genplan.analysis.Analysis;
import dev.genplan.text.Language;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What an answer depends on besides the plan and the place in it.
 *
 * @param language of everything a person reads
 * @param today the day on which is asked
 * @param files URIs of the plans of the workspace; asked only where a file can be named
 * @param known what was last found in the file, be it in an earlier state of it; nothing waits for
 *     it
 * @param why tells why what a rule finds matters, in the reader's language
 */
public record Surroundings(
    Language language,
    LocalDate today,
    Supplier<? extends Collection<String>> files,
    Optional<Analysis> known,
    Function<String, Optional<String>> why) {

  /** Those of a plan of which nothing else is known. */
  public static Surroundings of(Language language, LocalDate today) {
    return new Surroundings(language, today, List::of, Optional.empty(), rule -> Optional.empty());
  }
}
