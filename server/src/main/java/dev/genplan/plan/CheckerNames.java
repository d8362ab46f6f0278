package dev.genplan.plan;

import dev.genplan.text.Localized;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Names that are spelled otherwise elsewhere: {@code learning_rate}, {@code learningRate}, 学习率. */
final class CheckerNames {

  private CheckerNames() {}

  /** The candidate that differs in case, dashes and underscores only. */
  static <T> Optional<T> respelled(
      String written, Iterable<T> candidates, Function<T, String> name) {
    String folded = fold(written);
    for (T candidate : candidates) {
      if (fold(name.apply(candidate)).equals(folded)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The candidate with this title, in either language. */
  static <T> Optional<T> titled(
      String written, Iterable<T> candidates, Function<T, Localized> title) {
    for (T candidate : candidates) {
      Localized titles = title.apply(candidate);
      if (titles.zh().equals(written) || titles.en().equalsIgnoreCase(written)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static String fold(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
