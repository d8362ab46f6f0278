package dev.genplan.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody who wrote another one most likely meant. */
public final class Nearest {

  /** More slips than this in one word are another word. */
  private static final int LIMIT = 2;

  private Nearest() {}

  /**
   * The nearest word by restricted Damerau-Levenshtein distance (insertions, deletions,
   * replacements and swaps of neighbors), upper and lower case being equal.
   *
   * @param word as written
   * @param known candidates; of equally near ones the first is taken
   * @return empty if none is nearer than three slips and half the word's length
   */
  public static Optional<String> of(String word, Iterable<String> known) {
    List<String> nearest = all(word, known);
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest.get(0));
  }

  /**
   * All words that are nearest, in their order, by the distance of {@link #of}.
   *
   * @return empty if none is nearer than three slips and half the word's length
   */
  public static List<String> all(String word, Iterable<String> known) {
    String written = word.toLowerCase(Locale.ROOT);
    List<String> nearest = new ArrayList<>(1);
    int limit = Math.min(LIMIT, (written.length() - 1) / 2);
    for (String candidate : known) {
      int distance = distance(written, candidate.toLowerCase(Locale.ROOT), limit);
      if (distance < limit) {
        nearest.clear();
        limit = distance;
      }
      if (distance == limit) {
        nearest.add(candidate);
      }
    }
    return nearest;
  }

  /** The distance, or any larger number once it exceeds the limit. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
