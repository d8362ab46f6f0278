package dev.genplan.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds the plans in a folder and the folders in it. Hidden folders are searched like all others;
 * what {@code .gitignore} leaves out and git's own folder are not. Links to folders are not
 * followed.
 */
public final class PlanFiles {

  /** How the name of a plan ends. */
  public static final String SUFFIX = ".genplan";

  /**
   * What was found.
   *
   * @param files the plans, as paths below the folder, sorted
   * @param unreadable folders that could not be searched
   */
  public record Found(List<Path> files, List<Path> unreadable) {
    public Found {
      files = files.stream().sorted().toList();
      unreadable = unreadable.stream().sorted().toList();
    }
  }

  private PlanFiles() {}

  /**
   * The folder of the workspace that a path belongs to where none is given: the git repository it
   * lies in.
   */
  public static Optional<Path> repository(Path path) {
    return GitIgnore.repository(path);
  }

  /**
   * Searches a folder.
   *
   * @param folder its real path; it is searched even where a {@code .gitignore} leaves it out
   */
  public static Found in(Path folder) {
    Walk walk = new Walk();
    try {
      Files.walkFileTree(folder, walk);
    } catch (IOException e) {
      walk.unreadable.add(folder);
    }
    return new Found(walk.files, walk.unreadable);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Deque<GitIgnore> ignores = new ArrayDeque<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>(0);

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (ignores.isEmpty()) {
        ignores.push(GitIgnore.in(folder));
      } else if (folder.endsWith(".git") || ignores.peek().ignores(folder, true)) {
        return FileVisitResult.SKIP_SUBTREE;
      } else {
        ignores.push(ignores.peek().enter(folder));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
      ignores.pop();
      if (problem != null) {
        unreadable.add(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.getFileName().toString().endsWith(SUFFIX)
          && !ignores.peek().ignores(file, false)
          && Files.isRegularFile(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException problem) {
      unreadable.add(path);
      return FileVisitResult.CONTINUE;
    }
  }
}
