package dev.genplan.lsp;

import dev.genplan.workspace.FileUris;
import dev.genplan.workspace.PlanFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Looks for the plans in the folders of the workspace, as the command line does, on a thread of its
 * own: a large tree takes seconds. Of several requests that wait only the last one is looked into.
 */
final class WorkspaceFiles implements AutoCloseable {

  private final Consumer<Set<String>> found;
  private final ExecutorService thread = Threads.pool("genplan-files", 1);
  private final AtomicReference<List<Path>> wanted = new AtomicReference<>();

  /**
   * @param found takes the URIs of all plans, by folder and name
   */
  WorkspaceFiles(Consumer<Set<String>> found) {
    this.found = found;
  }

  /** Looks through these folders. */
  void look(Collection<Path> folders) {
    if (wanted.getAndSet(List.copyOf(folders)) == null) {
      thread.execute(this::look);
    }
  }

  private void look() {
    List<Path> folders = wanted.getAndSet(null);
    Set<String> files = new LinkedHashSet<>();
    for (Path folder : folders) {
      try {
        add(folder, files);
      } catch (RuntimeException defect) {
        Log.error(folder + " could not be searched", defect);
      }
    }
    found.accept(files);
  }

  /** Files are known as the client writes their folder, whatever it really is. */
  private static void add(Path folder, Set<String> files) {
    Path real;
    try {
      real = folder.toRealPath();
    } catch (IOException missing) {
      return;
    }
    PlanFiles.Found plans = PlanFiles.in(real);
    for (Path plan : plans.files()) {
      files.add(FileUris.of(folder.resolve(real.relativize(plan))));
    }
    for (Path unreadable : plans.unreadable()) {
      Log.warning("cannot read " + unreadable);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
