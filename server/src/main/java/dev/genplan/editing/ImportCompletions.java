package dev.genplan.editing;

import dev.genplan.plan.Plan;
import dev.genplan.workspace.FileUris;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files that can be imported: the plans of the workspace, by their way from the file at the caret,
 * nearest first. What is imported already is not offered again.
 */
final class ImportCompletions {

  private static final Markup NOTHING = new Markup(List.of());

  private final Plan plan;
  private final Completions to;

  ImportCompletions(Plan plan, Completions to) {
    this.plan = plan;
    this.to = to;
  }

  void add() {
    Optional<Path> own = FileUris.path(plan.file());
    if (own.isEmpty() || own.get().getParent() == null) {
      return;
    }
    Set<String> imported = new HashSet<>(plan.source().imports());
    imported.remove(to.typed());
    Set<String> near = new TreeSet<>();
    Set<String> far = new TreeSet<>();
    for (String uri : to.surroundings().files().get()) {
      Optional<Path> file = FileUris.path(uri);
      if (file.isPresent() && !file.equals(own) && sameRoot(file.get(), own.get())) {
        String way = own.get().getParent().relativize(file.get()).toString().replace('\\', '/');
        if (!imported.contains(way)) {
          (way.startsWith("../") ? far : near).add(way);
        }
      }
    }
    near.stream().filter(way -> way.indexOf('/') < 0).forEach(this::file);
    near.stream().filter(way -> way.indexOf('/') >= 0).forEach(this::file);
    far.forEach(this::file);
  }

  private static boolean sameRoot(Path one, Path other) {
    return one.getRoot() != null && one.getRoot().equals(other.getRoot());
  }

  private void file(String way) {
    to.add(way, ItemKind.FILE, "", () -> NOTHING);
  }
}
