package dev.genplan.lsp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;

/**
 * Edits that came one right after another and wait for the writer, which takes them all at once.
 * One thread adds, another takes.
 */
final class QueuedEdits {

  private final List<DidChangeTextDocumentParams> edits = new ArrayList<>();
  private boolean closed;

  /** No edits, to which none can be added. */
  static QueuedEdits none() {
    QueuedEdits none = new QueuedEdits();
    none.close();
    return none;
  }

  /** Adds an edit; false if it came too late and has to be queued anew. */
  synchronized boolean add(DidChangeTextDocumentParams edit) {
    return !closed && edits.add(edit);
  }

  /** Something else was queued behind these edits, which must not see what comes later. */
  synchronized void close() {
    closed = true;
  }

  /** All edits in their order; none is added from now on. */
  synchronized List<DidChangeTextDocumentParams> take() {
    closed = true;
    return edits;
  }
}
