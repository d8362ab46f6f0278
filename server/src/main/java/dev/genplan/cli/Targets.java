package dev.genplan.cli;

import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.workspace.PlanFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files that a call is about, found from the paths it names. */
final class Targets {

  /**
   * A file.
   *
   * @param path its real path
   * @param shown how its user calls it
   */
  record Target(Path path, String shown) {}

  private final Path directory;
  private final Map<Path, Target> found = new TreeMap<>();
  private final Set<Path> roots = new LinkedHashSet<>();
  private final List<String> searched = new ArrayList<>();
  private final List<Message> problems = new ArrayList<>(0);

  private Targets(Path directory) {
    this.directory = directory;
  }

  /**
   * Looks for files.
   *
   * @param arguments files, taken whatever their names are, and folders, searched for plans
   * @param directory the working directory
   */
  static Targets of(Collection<String> arguments, Path directory) {
    Targets targets = new Targets(directory);
    for (String argument : arguments) {
      targets.add(argument);
    }
    return targets;
  }

  /**
   * Standard input in the place of a file.
   *
   * @param name the file, which need not exist
   */
  static Targets standardInput(Optional<String> name, Path directory) throws UsageException {
    Targets targets = new Targets(directory);
    try {
      Path path = directory.resolve(name.orElse("stdin" + PlanFiles.SUFFIX)).normalize();
      Path folder = path.getParent();
      if (folder == null || path.equals(directory)) {
        throw new InvalidPathException(path.toString(), "no file");
      }
      if (Files.isDirectory(folder)) {
        folder = folder.toRealPath();
        path = folder.resolve(path.getFileName());
      }
      targets.take(path, name.orElse("<stdin>"));
      targets.root(path, folder);
      return targets;
    } catch (InvalidPathException | IOException e) {
      throw new UsageException(
          Localized.of("`{0}` cannot be the path of a file", "`{0}` 不能作为文件路径")
              .with(name.orElse("")));
    }
  }

  private void add(String argument) {
    searched.add(argument);
    try {
      Path given = Path.of(argument);
      Path real = directory.resolve(given).toRealPath();
      if (Files.isDirectory(real)) {
        PlanFiles.Found plans = PlanFiles.in(real);
        for (Path file : plans.files()) {
          String shown = given.resolve(real.relativize(file)).normalize().toString();
          take(file.toRealPath(), shown);
        }
        for (Path folder : plans.unreadable()) {
          problems.add(Localized.of("cannot read `{0}`", "无法读取 `{0}`").with(folder));
        }
        root(real, real);
      } else {
        take(real, given.normalize().toString());
        root(real, real.getParent());
      }
    } catch (InvalidPathException | IOException e) {
      problems.add(Localized.of("no file or folder `{0}`", "没有文件或文件夹 `{0}`").with(argument));
    }
  }

  private void take(Path path, String shown) {
    found.putIfAbsent(path, new Target(path, slashes(shown)));
  }

  private void root(Path path, Path otherwise) {
    Path working = path.startsWith(directory) ? directory : otherwise;
    roots.add(PlanFiles.repository(otherwise).orElse(working));
  }

  /** The files, each once, in the order of their real paths. */
  List<Target> files() {
    return List.copyOf(found.values());
  }

  /** The folders inside which these files may import others. */
  List<Path> roots() {
    return List.copyOf(roots);
  }

  /** The paths as they were given. */
  List<String> searched() {
    return searched;
  }

  /** What could not be found or searched. */
  List<Message> problems() {
    return problems;
  }

  /** How a file is called that nobody named. */
  String shown(Path path) {
    Target target = found.get(path);
    if (target != null) {
      return target.shown();
    }
    return slashes((path.startsWith(directory) ? directory.relativize(path) : path).toString());
  }

  private String slashes(String path) {
    return path.replace(directory.getFileSystem().getSeparator(), "/");
  }
}
