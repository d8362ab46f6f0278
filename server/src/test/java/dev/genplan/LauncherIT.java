package dev.genplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
