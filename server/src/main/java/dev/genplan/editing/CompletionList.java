package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import java.util.List;

/**
 * What can be typed at a place, the likeliest first.
 *
 * @param typed what of the word stands before the caret, and gives way in any case
 * @param word the whole word, which may go on behind the caret; begins where {@code typed} does
 * @param changing whether it is another list once more is typed
 * @param sure whether the first is what nearly always stands there
 */
public record CompletionList(
    Span typed, Span word, boolean changing, boolean sure, List<Completion> items) {
  public CompletionList {
    items = List.copyOf(items);
  }
}
