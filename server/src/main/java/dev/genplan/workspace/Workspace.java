package dev.genplan.workspace;

import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.syntax.LineIndex;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

/**
 * Takes changes in their order and makes a new snapshot of each. Everybody may read the current
 * snapshot at any time; changes come from one writer.
 */
public final class Workspace {

  private final Cache cache = new Cache();
  private volatile Snapshot current;

  /**
   * @param folders outside of which no import leads
   * @param analyzer what analyzes the files
   */
  public Workspace(List<Path> folders, Analyzer analyzer) {
    current = new Snapshot(new Folders(folders), Map.of(), new Disk(), analyzer, cache);
  }

  /** The newest snapshot. */
  public Snapshot current() {
    return current;
  }

  /** Stops work on a snapshot when there is a newer one. */
  public Cancellation whileCurrent(Snapshot snapshot) {
    return () -> {
      if (current != snapshot) {
        throw new CancellationException("there is a newer snapshot");
      }
    };
  }

  /** A buffer is opened, or replaced if it is open already. Other files are looked at anew. */
  public synchronized void open(String uri, int version, String text) {
    Map<String, Document> open = new HashMap<>(current.buffers());
    open.put(uri, new Document(uri, version, text));
    publish(current.folders(), open, current.disk().refreshed(), current.analyzer());
  }

  /**
   * A buffer is changed; one that is not open stays closed.
   *
   * @param change makes the new text of the old one
   */
  public synchronized void change(String uri, int version, UnaryOperator<LineIndex> change) {
    Document before = current.buffers().get(uri);
    if (before == null) {
      return;
    }
    Map<String, Document> open = new HashMap<>(current.buffers());
    open.put(uri, before.changed(version, change.apply(before.lines())));
    publish(current.folders(), open, current.disk(), current.analyzer());
  }

  /** A buffer is closed; from now on the file on disk counts. */
  public synchronized void close(String uri) {
    Map<String, Document> open = new HashMap<>(current.buffers());
    open.remove(uri);
    cache.forget(uri);
    publish(current.folders(), open, current.disk().refreshed(), current.analyzer());
  }

  /** Files on disk may have changed. */
  public synchronized void refresh() {
    publish(current.folders(), current.buffers(), current.disk().refreshed(), current.analyzer());
    cache.keep(uri -> current.stamp(uri).isPresent());
  }

  /** The workspace has other folders. */
  public synchronized void folders(List<Path> folders) {
    publish(
        new Folders(folders), current.buffers(), current.disk().refreshed(), current.analyzer());
  }

  /** Files are analyzed otherwise: with other settings, on another day. */
  public synchronized void analyzer(Analyzer analyzer) {
    publish(current.folders(), current.buffers(), current.disk(), analyzer);
  }

  private void publish(Folders folders, Map<String, Document> open, Disk disk, Analyzer analyzer) {
    current = new Snapshot(folders, open, disk, analyzer, cache);
  }
}
