package dev.genplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.cli.CliRun.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {

  private static final String UNFORMATTED = "compute  a {\n    count: 1\n}\n";
  private static final String FORMATTED = "compute a {\n  count: 1\n}\n";

  @TempDir Path folder;
  private CliRun run;

  @BeforeEach
  void inAFolder() {
    run = new CliRun(folder);
  }

  @Test
  void writesWhatChanges() {
    run.file("a.genplan", UNFORMATTED).file("b.genplan", FORMATTED);

    run.run("format").expect(0, "1 of 2 files were formatted\n");

    assertThat(run.text("a.genplan")).isEqualTo(FORMATTED);
    run.run("format").expect(0, "0 of 2 files were formatted\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsPermissionsAndLeavesNothingBehind() throws IOException {
    run.file("a.genplan", UNFORMATTED);
    Path file = folder.resolve("a.genplan");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-xr--"));

    run.run("format");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-xr--");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsALinkToTheFile() throws IOException {
    run.file("a.genplan", UNFORMATTED);
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a.genplan"));

    run.run("format", "link").expect(0, "1 of 1 files were formatted\n");

    assertThat(link).isSymbolicLink();
    assertThat(run.text("a.genplan")).isEqualTo(FORMATTED);
  }

  @Test
  void checkNamesFilesAndWritesNothing() {
    run.file("a.genplan", UNFORMATTED).file("b.genplan", FORMATTED);

    run.run("format", "--check").expect(1, "a.genplan\n1 of 2 files are not formatted\n");
    run.run("format", "--check", "b.genplan").expect(0, "0 of 1 files are not formatted\n");

    assertThat(run.text("a.genplan")).isEqualTo(UNFORMATTED);
  }

  @Test
  void diffShowsWhatWouldChange() {
    run.file("a.genplan", UNFORMATTED)
        .file("b.genplan", FORMATTED)
        .run("format", "--diff")
        .expect(
            1,
            """
            --- a.genplan
            +++ a.genplan
            @@ -1,3 +1,3 @@
            -compute  a {
            -    count: 1
            +compute a {
            +  count: 1
             }
            """);
  }

  @Test
  void diffShowsAMissingLineEnd() {
    run.file("a.genplan", FORMATTED.stripTrailing())
        .run("format", "--diff")
        .expect(
            1,
            """
            --- a.genplan
            +++ a.genplan
            @@ -1,3 +1,3 @@
             compute a {
               count: 1
            -}
            \\ No newline at end of file
            +}
            """);
  }

  @Test
  void standardInputGoesToStandardOutput() {
    run.input(UNFORMATTED).run("format", "-").expect(0, FORMATTED);
    run.input(UNFORMATTED)
        .run("format", "--check", "--stdin-filename", "x.genplan")
        .expect(1, "x.genplan\n");
  }

  @Test
  void lineEndsAndByteOrderMarksStay() {
    run.input("\ufeffcompute  a {}\r\n").run("format", "-").expect(0, "\ufeffcompute a {}\r\n");
  }

  @Test
  void whatIsBrokenStaysAsItIs() {
    run.input("compute  a {\n  count = = 1\n}\n")
        .run("format", "-")
        .expect(0, "compute a {\n  count = = 1\n}\n");
  }

  @Test
  void filesThatCannotBeReadDoNotKeepTheOthersBack() {
    run.file("a.genplan", "// é".getBytes(StandardCharsets.ISO_8859_1))
        .file("b.genplan", UNFORMATTED);

    Outcome outcome = run.run("format");

    assertThat(outcome.err()).isEqualTo("genplan: a.genplan is not encoded in UTF-8\n");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(run.text("b.genplan")).isEqualTo(FORMATTED);
  }

  @Test
  void nothingToFormatIsAFailure() {
    run.run("format").expectComplaint("no *.genplan file in `.`, or `.gitignore` leaves them out");
  }

  @Test
  void oneModeAtATime() {
    run.run("format", "--check", "--diff")
        .expectComplaint("`--check` and `--diff` exclude each other");
  }
}
