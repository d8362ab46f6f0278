package dev.genplan.editing;

import java.util.Comparator;
import java.util.List;

/**
 * Which completions an editor shows once something is typed, and in which order. Scores as VS Code
 * does in its essentials: letters in their order, the first at the start of a word; better at the
 * start of words and in a row, in the same case, and if all is matched; worse after a gap.
 */
final class EditorFilter {

  private record Shown(Completion item, int score) {}

  private EditorFilter() {}

  /** The completions that fit what is typed, the best first. */
  static List<Completion> shown(CompletionList list, String text, int caret) {
    String word = text.substring(list.word().start(), caret).strip();
    return list.items().stream()
        .map(item -> new Shown(item, score(word, item.filter())))
        .filter(item -> item.score() >= 0)
        .sorted(Comparator.comparing(Shown::score).reversed())
        .map(Shown::item)
        .toList();
  }

  private static final int NONE = -1_000;

  private static int score(String typed, String text) {
    if (typed.isEmpty()) {
      return 0;
    }
    int[][] best = new int[typed.length()][text.length()];
    int result = NONE;
    for (int i = 0; i < typed.length(); i++) {
      for (int j = 0; j < text.length(); j++) {
        best[i][j] = NONE;
        if (Character.toLowerCase(typed.charAt(i)) != Character.toLowerCase(text.charAt(j))) {
          continue;
        }
        boolean start = startsWord(text, j);
        int here = (j == 0 ? 7 : start ? 5 : 1) + (typed.charAt(i) == text.charAt(j) ? 1 : 0);
        if (i == 0) {
          best[i][j] = start ? here - Math.min(j, 3) : NONE;
        } else {
          for (int k = 0; k < j; k++) {
            boolean row = k == j - 1;
            if (best[i - 1][k] > NONE) {
              best[i][j] = Math.max(best[i][j], best[i - 1][k] + here + (row ? 5 : -1));
            }
          }
        }
        if (i == typed.length() - 1) {
          result = Math.max(result, best[i][j]);
        }
      }
    }
    return result + (typed.length() == text.length() ? 2 : 0);
  }

  private static boolean startsWord(String text, int at) {
    return at == 0
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || (Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1)));
  }
}
