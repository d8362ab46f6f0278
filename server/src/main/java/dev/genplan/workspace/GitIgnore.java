package dev.genplan.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * What the {@code .gitignore} files of a folder and of those above it leave out. The patterns are
 * git's, matched by the globs of the JDK; the libraries for it need a logging framework, which a
 * short run would pay for.
 */
final class GitIgnore {

  private record Rule(PathMatcher matcher, boolean folderOnly, boolean ignores) {}

  private final Optional<GitIgnore> above;
  private final Path folder;
  private final List<Rule> rules;

  private GitIgnore(Optional<GitIgnore> above, Path folder, List<Rule> rules) {
    this.above = above;
    this.folder = folder;
    this.rules = rules;
  }

  /**
   * The rules that hold in a folder: its own and those of all folders above it up to the top of its
   * git repository. Outside a repository only its own.
   *
   * @param folder an absolute path
   */
  static GitIgnore in(Path folder) {
    return down(repository(folder).orElse(folder), folder);
  }

  private static GitIgnore down(Path top, Path folder) {
    return folder.equals(top)
        ? new GitIgnore(Optional.empty(), folder, read(folder))
        : down(top, folder.getParent()).enter(folder);
  }

  /** The rules that hold in a folder directly in this one. */
  GitIgnore enter(Path child) {
    List<Rule> own = read(child);
    return own.isEmpty() ? this : new GitIgnore(Optional.of(this), child, own);
  }

  /** The folder above or equal to a path in which its git repository begins. */
  static Optional<Path> repository(Path path) {
    for (Path at = path; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a file or folder is left out. Of several patterns that match, the last one of the
   * nearest file decides. Says nothing of folders above: who walks does not enter what is left out.
   */
  boolean ignores(Path path, boolean isFolder) {
    Path relative = folder.relativize(path);
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule rule = rules.get(i);
      if ((isFolder || !rule.folderOnly()) && rule.matcher().matches(relative)) {
        return rule.ignores();
      }
    }
    return above.isPresent() && above.get().ignores(path, isFolder);
  }

  private static List<Rule> read(Path folder) {
    Path file = folder.resolve(".gitignore");
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    String text;
    try {
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // Git, too, goes on without rules that it cannot read.
      return List.of();
    }
    List<Rule> rules = new ArrayList<>();
    text.lines().forEach(line -> rule(line, folder).ifPresent(rules::add));
    return List.copyOf(rules);
  }

  private static Optional<Rule> rule(String line, Path folder) {
    String pattern = stripTrailingSpaces(line);
    if (pattern.isEmpty() || pattern.startsWith("#")) {
      return Optional.empty();
    }
    boolean ignores = !pattern.startsWith("!");
    if (!ignores) {
      pattern = pattern.substring(1);
    }
    boolean folderOnly = pattern.endsWith("/");
    if (folderOnly) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    boolean anchored = pattern.contains("/");
    if (pattern.startsWith("/")) {
      pattern = pattern.substring(1);
    }
    try {
      String glob = "glob:" + (anchored ? "" : "{**/,}") + glob(pattern);
      PathMatcher matcher = folder.getFileSystem().getPathMatcher(glob);
      return Optional.of(new Rule(matcher, folderOnly, ignores));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private static String stripTrailingSpaces(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
      end--;
    }
    return line.substring(0, end);
  }

  /** The glob of the JDK that means what a pattern of git means. */
  private static String glob(String pattern) {
    StringBuilder glob = new StringBuilder(pattern.length() + 16);
    for (int at = 0; at < pattern.length(); at++) {
      char unit = pattern.charAt(at);
      boolean first = at == 0 || pattern.charAt(at - 1) == '/';
      if (first && pattern.startsWith("**/", at)) {
        glob.append("{**/,}");
        at += 2;
      } else if (unit == '*' && !(first && pattern.substring(at).equals("**"))) {
        glob.append('*');
        while (at + 1 < pattern.length() && pattern.charAt(at + 1) == '*') {
          at++;
        }
      } else if (unit == '\\' && at + 1 < pattern.length()) {
        glob.append(unit).append(pattern.charAt(++at));
      } else if (unit == '{' || unit == '}') {
        glob.append('\\').append(unit);
      } else if (unit == '[' && pattern.startsWith("^", at + 1)) {
        glob.append("[!");
        at++;
      } else {
        glob.append(unit);
      }
    }
    return glob.toString();
  }
}
