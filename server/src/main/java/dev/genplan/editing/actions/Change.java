package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Edit;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * What an action changes.
 *
 * @param edits replacements in any files, not overlapping
 * @param placeholder text in one of them that the user is to replace by words of their own; what is
 *     written if it stays is an honest plan too
 */
public record Change(List<Edit> edits, Optional<Message> placeholder) {

  public Change {
    edits = List.copyOf(edits);
  }

  static Change of(List<Edit> edits) {
    return new Change(edits, Optional.empty());
  }
}
