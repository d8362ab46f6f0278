package dev.genplan.lsp;

import dev.genplan.analysis.Cancellation;
import dev.genplan.workspace.Basis;
import dev.genplan.workspace.CheckedFile;
import dev.genplan.workspace.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.Diagnostic;

/**
 * The findings of plans that lie in the workspace and are not open. Of each file only its findings
 * are kept, and from what they were worked out; it is read again when that has changed.
 *
 * <p>Marks come from any thread; the work is done by one, and can be stopped after any file.
 */
final class ClosedFiles {

  /** Is told what comes of the work. */
  interface Listener {
    /** So many files are to be checked. */
    void begins(int files);

    /** A file has been checked. */
    void found(String uri, List<Diagnostic> findings);

    /** A file is gone, or open, so that its findings here hold no longer. */
    void gone(String uri);
  }

  private record Known(Basis basis, ClientFeatures client, List<Diagnostic> findings) {}

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Set<String> due = new LinkedHashSet<>();
  private final Set<String> declined = new HashSet<>();
  private final Set<String> edited = new HashSet<>();
  private Set<String> listed = Set.of();
  private boolean allMarked;

  /** The plans of the workspace as they were found. */
  synchronized void list(Set<String> uris) {
    listed = uris;
    allMarked = true;
  }

  /** Anything may have changed. */
  synchronized void markAll() {
    allMarked = true;
  }

  /** An open document has been edited, which concerns only those that import it. */
  synchronized void markImportersOf(String uri) {
    edited.add(uri);
  }

  /** A document was closed; what was known of its file before it was opened may be old. */
  synchronized void checkAnew(String uri) {
    known.remove(uri);
    declined.remove(uri);
  }

  /** Whoever waits for the files that have not been checked yet waits no longer. */
  synchronized void decline() {
    declined.addAll(due);
    due.clear();
  }

  /** Whether a file is one of the plans of the workspace. */
  synchronized boolean isListed(String uri) {
    return listed.contains(uri);
  }

  /** Whether there is anything to do. */
  synchronized boolean isMarked() {
    return allMarked || !edited.isEmpty() || !due.isEmpty();
  }

  /** The findings of a file that has been checked. */
  Optional<List<Diagnostic>> findings(String uri) {
    return Optional.ofNullable(known.get(uri)).map(Known::findings);
  }

  /** All files that have been checked. */
  List<String> files() {
    return known.keySet().stream().sorted().toList();
  }

  /**
   * Checks whatever is marked. What has been done when it is stopped needs not be done again.
   *
   * @param cancellation asked between steps
   */
  void update(
      Snapshot snapshot, Translator translator, Cancellation cancellation, Listener listener) {
    ClientFeatures client = translator.client();
    collect(snapshot, client, cancellation, listener);
    List<String> todo = todo();
    if (!todo.isEmpty()) {
      listener.begins(todo.size());
    }
    for (String uri : todo) {
      cancellation.check();
      if (isDue(uri)) {
        List<Diagnostic> found = check(uri, snapshot, translator, cancellation);
        done(uri);
        listener.found(uri, found);
      }
    }
  }

  /** The findings of a file; none if a defect of ours is in the way. */
  private List<Diagnostic> check(
      String uri, Snapshot snapshot, Translator translator, Cancellation cancellation) {
    try {
      CheckedFile checked = snapshot.check(uri, cancellation);
      List<Diagnostic> found =
          Findings.translate(checked.diagnostics(), translator.with(checked.file()));
      known.put(uri, new Known(checked.basis(), translator.client(), found));
      return found;
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (RuntimeException | StackOverflowError defect) {
      Log.error(uri + " could not be analyzed", defect);
      known.remove(uri);
      return List.of();
    }
  }

  private synchronized List<String> todo() {
    return new ArrayList<>(due);
  }

  private synchronized boolean isDue(String uri) {
    return due.contains(uri);
  }

  private synchronized void done(String uri) {
    due.remove(uri);
  }

  /** Finds out which files have to be checked. */
  private void collect(
      Snapshot snapshot, ClientFeatures client, Cancellation cancellation, Listener listener) {
    boolean all;
    Set<String> changed;
    Set<String> files;
    synchronized (this) {
      all = allMarked;
      changed = Set.copyOf(edited);
      files = listed;
    }
    for (String uri : List.copyOf(known.keySet())) {
      if (!files.contains(uri) || snapshot.document(uri).isPresent()) {
        known.remove(uri);
        listener.gone(uri);
      }
    }
    Set<String> found = new LinkedHashSet<>();
    for (String uri : all ? files : known.keySet()) {
      cancellation.check();
      Known before = known.get(uri);
      boolean mayDiffer =
          before == null || all || changed.stream().anyMatch(before.basis()::contains);
      if (snapshot.document(uri).isEmpty()
          && mayDiffer
          && (before == null || before.client() != client || !before.basis().holds(snapshot))) {
        found.add(uri);
      }
    }
    synchronized (this) {
      // Marks that came since belong to a newer snapshot and must not be taken away.
      cancellation.check();
      found.removeAll(declined);
      due.addAll(found);
      due.removeIf(uri -> !files.contains(uri) || snapshot.document(uri).isPresent());
      if (all && listed == files) {
        allMarked = false;
      }
      edited.removeAll(changed);
    }
  }
}
