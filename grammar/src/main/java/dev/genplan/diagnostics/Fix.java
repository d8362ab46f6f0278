package dev.genplan.diagnostics;

import dev.genplan.text.Message;
import java.util.List;

/**
 * A repair.
 *
 * @param title what it does, as an imperative ("Replace with “finetune”")
 * @param safe whether the plan's meaning stays, or becomes what its author evidently meant, so that
 *     it may be applied unseen
 * @param edits the changes, not overlapping
 */
public record Fix(Message title, boolean safe, List<Edit> edits) {

  public Fix {
    edits = List.copyOf(edits);
  }
}
