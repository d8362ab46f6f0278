package dev.genplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, started as a user starts it: in a shell, with the packaged jar. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("genplan.root"), "genplan").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void tellsItsVersionAndNothingElse() throws Exception {
    Outcome outcome = run(folder, LAUNCHER.toString(), "--version");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("genplan").hasLineCount(1);
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void startsThroughLinksAndPathsWithSpaces() throws Exception {
    Path spaced = Files.createDirectory(folder.resolve("a b 计划"));
    Path direct = Files.createSymbolicLink(spaced.resolve("direct"), LAUNCHER);
    Path again = Files.createSymbolicLink(spaced.resolve("again"), Path.of("direct"));

    Outcome outcome = run(spaced, "./again", "--version");

    // The one who clears the folder would warn that these lead out of it.
    Files.delete(again);
    Files.delete(direct);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("genplan");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void saysSoWhenThereIsNoJava() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Outcome outcome = run(folder, "/usr/bin/env", "-i", "PATH=" + bin, "/bin/sh", "" + LAUNCHER);

    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo("genplan: no Java found: install Java 17 or newer, or set JAVA_HOME\n");
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @Test
  void makesAnArchiveFromWhichNearlyAllClassesCome() throws Exception {
    Path copy = copy();

    assertThat(run(folder, "" + copy, "--version").err()).isEmpty();

    assertThat(archive(copy)).isNotEmptyFile();
    Path loaded = folder.resolve("loaded.txt");
    Outcome outcome = lint(copy, "-Xlog:class+load:file=" + loaded);
    assertThat(outcome.out()).isEqualTo("Nothing found in 1 file\n");
    if (Runtime.version().feature() < 25) {
      assertThat(Files.readAllLines(loaded))
          .filteredOn(line -> line.contains("source: "))
          .filteredOn(line -> !line.contains("shared objects file"))
          .as("classes that are not in the archive")
          .hasSizeLessThan(25);
    }
  }

  /** Each would cost a tenth of a millisecond and more, at every start. */
  @Test
  void linksNoLambdaOfItsOwnAtRunTime() throws Exception {
    Path loaded = folder.resolve("loaded.txt");

    lint(LAUNCHER, "-Xlog:class+load:file=" + loaded);

    assertThat(Files.readAllLines(loaded))
        .filteredOn(line -> line.contains("dev.genplan."))
        .isNotEmpty()
        .noneMatch(line -> line.contains("$$Lambda"));
  }

  @Test
  void startsWithAnArchiveThatIsCutShort() throws Exception {
    Path copy = copy();
    run(folder, "" + copy, "--version");
    Path archive = archive(copy);
    byte[] whole = Files.readAllBytes(archive);
    Files.delete(archive);
    Files.write(archive, Arrays.copyOf(whole, 4096));

    assertThat(lint(copy, "").out()).isEqualTo("Nothing found in 1 file\n");
  }

  @Test
  void makesAStaleArchiveAnew() throws Exception {
    Path copy = copy();
    run(folder, "" + copy, "--version");
    FileTime old = FileTime.fromMillis(0);
    Files.setLastModifiedTime(archive(copy), old);

    assertThat(lint(copy, "").out()).isEqualTo("Nothing found in 1 file\n");

    assertThat(Files.getLastModifiedTime(archive(copy))).isGreaterThan(old);
  }

  @Test
  void startsWithoutAnArchiveWhereNoneCanBeMade() throws Exception {
    Path copy = copy();
    // Nothing can be rehearsed with plans that are not there.
    Files.delete(copy.resolveSibling("samples/mistakes.genplan"));
    Files.delete(copy.resolveSibling("samples/plans/zephyr-7b.genplan"));

    Outcome outcome = run(folder, "" + copy, "--version");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("genplan").hasLineCount(1);
    assertThat(outcome.exitCode()).isZero();
  }

  private Outcome lint(Path launcher, String options) throws Exception {
    return run(
        folder,
        "/usr/bin/env",
        "LC_ALL=C",
        "GENPLAN_JAVA_OPTS=" + options,
        "" + launcher,
        "lint",
        "" + LAUNCHER.resolveSibling("samples/plans/zephyr-7b.genplan"));
  }

  /** A launcher of its own: the archive of the real one may be in use. */
  private Path copy() throws IOException {
    Path root = Files.createTempDirectory(folder, "copy").toRealPath();
    Path target = Files.createDirectories(root.resolve("server/target"));
    Files.copy(
        Path.of(System.getProperty("genplan.jar")),
        target.resolve("genplan.jar"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(root.resolve("samples/plans"));
    for (String plan : List.of("samples/mistakes.genplan", "samples/plans/zephyr-7b.genplan")) {
      Files.copy(LAUNCHER.resolveSibling(plan), root.resolve(plan));
    }
    return Files.copy(LAUNCHER, root.resolve("genplan"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static Path archive(Path launcher) throws IOException {
    Path target = launcher.resolveSibling("server/target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("genplan-once"))
          .findFirst()
          .orElseThrow();
    }
  }

  private record Outcome(int exitCode, String out, String err) {}

  private Outcome run(Path workingDirectory, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(workingDirectory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
