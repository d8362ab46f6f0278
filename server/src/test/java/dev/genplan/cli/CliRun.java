package dev.genplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the program in a folder, with nothing else around it than what a test says. */
final class CliRun {

  /** What a run has left behind. */
  record Outcome(int exitCode, String out, String err) {

    /** Asserts that the run has written this and nothing else, and its exit code. */
    void expect(int exitCode, String out) {
      assertThat(err).isEmpty();
      assertThat(this.out).isEqualTo(out);
      assertThat(this.exitCode).isEqualTo(exitCode);
    }

    /** Asserts that the run has complained so, written no result and ended with 2. */
    void expectComplaint(String complaint) {
      assertThat(out).isEmpty();
      assertThat(err).isEqualTo("genplan: " + complaint + "\n");
      assertThat(exitCode).isEqualTo(2);
    }
  }

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private byte[] input = {};
  private boolean terminal;

  /**
   * @param folder the working folder
   */
  CliRun(Path folder) {
    try {
      this.folder = folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    variables.put("LANG", "en_US.UTF-8");
  }

  /** A file in the working folder; folders are made as needed. */
  CliRun file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  CliRun file(String path, byte[] content) {
    Path file = folder.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  CliRun variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  CliRun input(String text) {
    input = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  CliRun input(byte[] bytes) {
    input = bytes;
    return this;
  }

  /** Results go to a terminal. */
  CliRun terminal() {
    terminal = true;
    return this;
  }

  String text(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Environment environment =
        new Environment(
            folder,
            variables,
            new ByteArrayInputStream(input),
            new PrintWriter(out),
            new PrintWriter(err),
            terminal,
            () -> LocalDate.of(2026, 11, 23));
    int exitCode = new Cli(environment, new NoServer()).run(List.of(arguments));
    return new Outcome(exitCode, out.toString(), err.toString());
  }
}
