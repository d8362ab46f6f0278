package dev.genplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.cli.CliRun.Outcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LintTest {

  /** A library without anything to object to. */
  private static final String CLEAN = "compute workstation { accelerator: A100-80GB }\n";

  /** A library with one error. */
  private static final String FAULTY = "compute workstation { accelerator: A100-80GB\n";

  /** A library with one warning. */
  private static final String DOUBTFUL =
      """
      allow unused-allow: "this exception silences something that is not there"

      compute workstation { accelerator: A100-80GB }
      """;

  @TempDir Path folder;
  private CliRun run;

  @BeforeEach
  void inAFolder() {
    run = new CliRun(folder);
  }

  private static String faulty(String path) {
    return path + ":1:21: error[unclosed-brace]: This `{` is never closed\n";
  }

  @Test
  void showsTheLineAndTheMark() {
    run.file("a.genplan", FAULTY)
        .run("lint", "a.genplan")
        .expect(
            1,
            """
            error[unclosed-brace]: This `{` is never closed
             --> a.genplan:1:21
              |
            1 | compute workstation { accelerator: A100-80GB
              |                     ^

            1 error in 1 file
            """);
  }

  @Test
  void speaksChinese() {
    run.file("甲.genplan", FAULTY)
        .run("lint", "--lang", "zh-CN", "甲.genplan")
        .expect(
            1,
            """
            错误[unclosed-brace]：这个 `{` 没有对应的 `}`
             --> 甲.genplan:1:21
              |
            1 | compute workstation { accelerator: A100-80GB
              |                     ^

            1 个文件中有 1 个错误
            """);
  }

  @Test
  void cleanPlansEndWithZero() {
    run.file("a.genplan", CLEAN).run("lint", "a.genplan").expect(0, "Nothing found in 1 file\n");
  }

  @Nested
  class ExitCodes {

    @Test
    void warningsAreAllowed() {
      Outcome outcome = run.file("a.genplan", DOUBTFUL).run("lint", "--format=concise");

      assertThat(outcome.out())
          .startsWith("a.genplan:1:7: warning[unused-allow]: ")
          .endsWith("\n1 warning in 1 file\n");
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void tooManyWarningsAreNot() {
      run.file("a.genplan", DOUBTFUL);

      assertThat(run.run("lint", "--max-warnings", "1").exitCode()).isZero();
      Outcome outcome = run.run("lint", "--max-warnings", "0");
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err())
          .isEqualTo("genplan: more warnings than the 0 that `--max-warnings` allows\n");
    }

    @Test
    void nothingToCheckIsAFailure() throws IOException {
      Files.createDirectory(folder.resolve("empty"));

      run.run("lint", "empty")
          .expectComplaint("no *.genplan file in `empty`, or `.gitignore` leaves them out");
    }

    @Test
    void aMissingFileIsAFailureButTheOthersAreChecked() {
      Outcome outcome = run.file("a.genplan", CLEAN).run("lint", "a.genplan", "b.genplan");

      assertThat(outcome.out()).isEqualTo("Nothing found in 1 file\n");
      assertThat(outcome.err()).isEqualTo("genplan: no file or folder `b.genplan`\n");
      assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void aFileInAnotherEncodingIsAFailure() {
      byte[] gbk = "model a {}\n// 模型\n".getBytes(Charset.forName("GBK"));

      run.file("a.genplan", gbk)
          .file("b.genplan", FAULTY)
          .run("lint", "--format", "concise")
          .expect(
              2,
              """
              a.genplan:2:5: error[not-utf8]: The file is not encoded in UTF-8; save it so
              b.genplan:1:21: error[unclosed-brace]: This `{` is never closed
              2 errors in 2 of 2 files
              """);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatCannotBeReadIsAFailure() {
      run.run("lint", "--format", "concise", "/dev/null")
          .expect(
              2,
              """
              /dev/null:1:1: error[unreadable-file]: The file cannot be read
              1 error in 1 file
              """);
    }

    @Test
    void aFileThatIsTooLargeIsAnError() {
      run.file("a.genplan", "x".repeat((10 << 20) + 1))
          .run("lint", "--format", "concise")
          .expect(
              1,
              """
              a.genplan:1:1: error[file-too-large]: The file is larger than 10 MiB and is not read;\
               split it and use `import`
              1 error in 1 file
              """);
    }
  }

  @Nested
  class Targets {

    @Test
    void foldersAreSearchedInAStableOrder() {
      run.file("b/z.genplan", FAULTY)
          .file("b/.hidden/y.genplan", FAULTY)
          .file("a.genplan", FAULTY)
          .file("b.txt", FAULTY)
          .run("lint", "--format", "concise")
          .expect(
              1,
              faulty("a.genplan")
                  + faulty("b/.hidden/y.genplan")
                  + faulty("b/z.genplan")
                  + "3 errors in 3 of 3 files\n");
    }

    @Test
    void severalRootsGiveEachFileOnceHoweverTheyAreOrdered() {
      run.file("a/x.genplan", FAULTY).file("b/x.genplan", FAULTY).file("c/x.genplan", FAULTY);
      String expected =
          faulty("a/x.genplan") + faulty("b/x.genplan") + "2 errors in 2 of 2 files\n";

      run.run("lint", "--format=concise", "a", "b", "a/x.genplan").expect(1, expected);
      run.run("lint", "--format=concise", "b", "./a/../a").expect(1, expected);
    }

    @Test
    void manyFilesKeepTheirOrder() {
      StringBuilder expected = new StringBuilder();
      for (int i : IntStream.range(10, 60).toArray()) {
        run.file(i + ".genplan", FAULTY);
        expected.append(faulty(i + ".genplan"));
      }

      run.run("lint", "--format=concise").expect(1, expected + "50 errors in 50 of 50 files\n");
    }

    @Test
    void whatGitIgnoresIsLeftOutUnlessItIsNamed() {
      run.file(".gitignore", "generated/\n/a.genplan\n")
          .file("a.genplan", FAULTY)
          .file("generated/b.genplan", FAULTY)
          .file("node_modules/c.genplan", FAULTY);

      run.run("lint", "--format=concise")
          .expect(1, faulty("node_modules/c.genplan") + "1 error in 1 file\n");
      run.run("lint", "--format=concise", "a.genplan", "generated")
          .expect(
              1,
              faulty("a.genplan") + faulty("generated/b.genplan") + "2 errors in 2 of 2 files\n");
    }

    @Test
    void aNamedFileIsCheckedWhateverItsEnding() {
      run.file("plan.txt", FAULTY)
          .run("lint", "--format=concise", "plan.txt")
          .expect(1, faulty("plan.txt") + "1 error in 1 file\n");
    }

    @Test
    void aLibraryIsCheckedAsItselfAndForThosePlansThatImportIt() {
      run.file("house/hardware.genplan", FAULTY)
          .file("plan.genplan", "import \"house/hardware.genplan\"\n" + CLEAN)
          .run("lint", "--format", "concise")
          .expect(
              1,
              """
              house/hardware.genplan:1:21: error[unclosed-brace]: This `{` is never closed
              plan.genplan:2:9: error[duplicate-name]: `workstation` is already declared in an\
               imported file; rename one of them
              2 errors in 2 of 2 files
              """);
    }
  }

  @Nested
  class Workspaces {

    private static final String IMPORT = "import \"../house.genplan\"\n";

    private static String outside(String path) {
      return path
          + ":1:8: error[import-outside-workspace]: `../house.genplan` lies outside the workspace;"
          + " only files inside it can be imported\n";
    }

    @Test
    void theWorkingFolderIsOne() {
      run.file("house.genplan", CLEAN)
          .file("team/plan.genplan", IMPORT)
          .run("lint", "team")
          .expect(0, "Nothing found in 1 file\n");
    }

    @Test
    void theRepositoryIsOneFromWhereverTheProgramIsStarted() throws IOException {
      run.file("repo/.git/HEAD", "")
          .file("repo/house.genplan", CLEAN)
          .file("repo/team/plan.genplan", IMPORT);

      run.run("lint", "repo/team").expect(0, "Nothing found in 1 file\n");
      new CliRun(folder.resolve("repo/team")).run("lint").expect(0, "Nothing found in 1 file\n");
    }

    @Test
    void nothingOutsideIsRead() {
      run.file("house.genplan", FAULTY).file("team/plan.genplan", IMPORT);

      new CliRun(folder.resolve("team"))
          .run("lint", "--format=concise")
          .expect(1, outside("plan.genplan") + "1 error in 1 file\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksDoNotLeadOut() throws IOException {
      run.file("secret.genplan", CLEAN)
          .file("team/plan.genplan", "import \"link.genplan\"\n")
          .file("team/.gitignore", "link.genplan\n");
      Files.createSymbolicLink(
          folder.resolve("team/link.genplan"), Path.of("..", "secret.genplan"));

      new CliRun(folder.resolve("team"))
          .run("lint", "--format=concise")
          .expect(
              1,
              """
              plan.genplan:1:8: error[import-outside-workspace]: `link.genplan` lies outside the\
               workspace; only files inside it can be imported
              1 error in 1 file
              """);
    }
  }

  @Nested
  class StandardInput {

    @Test
    void hasNoName() {
      run.input(FAULTY)
          .run("lint", "--format=concise", "-")
          .expect(1, faulty("<stdin>") + "1 error in 1 file\n");
    }

    @Test
    void standsInThePlaceOfAFile() {
      run.file("house.genplan", CLEAN)
          .file("team/plan.genplan", FAULTY)
          .input("import \"../house.genplan\"\n" + FAULTY.replace("workstation", "w"))
          .run("lint", "--format=concise", "--stdin-filename", "team/plan.genplan")
          .expect(
              1,
              """
              team/plan.genplan:2:11: error[unclosed-brace]: This `{` is never closed
              1 error in 1 file
              """);
    }

    @Test
    void isNotCombinedWithPaths() {
      run.run("lint", "-", "a.genplan")
          .expectComplaint("`-` is standard input and cannot be combined with paths");
      run.run("lint", "--stdin-filename", "b.genplan", "a.genplan")
          .expectComplaint("`--stdin-filename` goes with standard input, `-`, not with paths");
    }

    @Test
    void isUtf8() {
      run.input("// é".getBytes(StandardCharsets.ISO_8859_1))
          .run("lint", "-")
          .expectComplaint("standard input cannot be read, or is not encoded in UTF-8");
    }
  }

  @Nested
  class Colors {

    private boolean colored(String... options) {
      String[] arguments = new String[options.length + 1];
      arguments[0] = "lint";
      System.arraycopy(options, 0, arguments, 1, options.length);
      return run.file("a.genplan", FAULTY).run(arguments).out().contains("\u001b[");
    }

    @Test
    void dependOnTheTerminal() {
      assertThat(colored()).isFalse();
      run.terminal();
      assertThat(colored()).isTrue();
      run.variable("TERM", "dumb");
      assertThat(colored()).isFalse();
    }

    @Test
    void canBeForcedAndForbidden() {
      run.variable("FORCE_COLOR", "0");
      assertThat(colored()).isFalse();
      run.variable("FORCE_COLOR", "1");
      assertThat(colored()).isTrue();
      run.terminal().variable("NO_COLOR", "1");
      assertThat(colored()).isFalse();
    }

    @Test
    void optionsGoBeforeVariables() {
      assertThat(colored("--color", "always")).isTrue();
      run.terminal().variable("FORCE_COLOR", "1");
      assertThat(colored("--color=never")).isFalse();
    }
  }

  @Nested
  class Rules {

    @BeforeEach
    void aDoubtfulPlan() {
      run.file("a.genplan", DOUBTFUL);
    }

    private Outcome lint(String... options) {
      String[] arguments =
          Stream.concat(Stream.of("lint", "--format", "concise"), Stream.of(options))
              .toArray(String[]::new);
      return run.run(arguments);
    }

    @Test
    void canBeSwitchedOff() {
      lint("--rule", "unused-allow=off").expect(0, "Nothing found in 1 file\n");
    }

    @Test
    void canWeighMoreOrLess() {
      assertThat(lint("--rule", "unused-allow=error").out()).contains(": error[unused-allow]: ");
      assertThat(lint("--rule", "unused-allow=hint").out()).contains(": hint[unused-allow]: ");
      assertThat(lint("--rule=unused-allow=off", "--rule=unused-allow=on").out())
          .contains(": warning[unused-allow]: ");
    }

    @Test
    void profilesAreKnown() {
      assertThat(lint("--profile", "all").exitCode()).isZero();
      lint("--profile", "recomended")
          .expectComplaint("there is no profile `recomended`; did you mean `recommended`?");
      lint("--profile", "strict")
          .expectComplaint(
              "there is no profile `strict`; there are `recommended`, `learning`, `all`");
    }

    @Test
    void unknownNamesAreAnsweredWithTheNearest() {
      lint("--rule", "no-rolback=off")
          .expectComplaint("there is no rule `no-rolback`; did you mean `no-rollback`?");
      lint("--rule", "xyz=off")
          .expectComplaint("there is no rule `xyz`; `genplan rules` lists them");
      lint("--rule", "no-rollback=warn")
          .expectComplaint(
              "`no-rollback` cannot be set to `warn`, only to one of `off`, `on`, `hint`, `info`,"
                  + " `warning`, `error`");
      lint("--rule", "no-rollback=eror")
          .expectComplaint("`no-rollback` cannot be set to `eror`; did you mean `error`?");
      lint("--rule", "no-rollback")
          .expectComplaint(
              "`--rule` takes the name of a rule and what to set it to, such as"
                  + " `no-rollback=off`, not `no-rollback`");
    }
  }

  @Test
  void theDayCanBeChosen() {
    String plan =
        """
        project chat { goal: "Helpful answers", task: chat, use: research }
        model qwen { id: "Qwen/Qwen3-8B" }
        dataset ranked { size: 60k comparisons }
        align preferred {
          model:     qwen
          data:      ranked
          method:    dpo { beta: 0.1 }
          reference: none
          allow dpo-reference-none: "tried until spring" { until: 2027-03-01 }
        }
        """;
    run.file("a.genplan", plan);

    assertThat(run.run("lint", "--as-of", "2027-03-01").out()).doesNotContain("expired-allow");
    assertThat(run.run("lint", "--as-of", "2027-03-02").out()).contains("expired-allow");
  }

  @Test
  void valuesOfOptionsAreChecked() {
    run.run("lint", "--as-of", "tomorrow")
        .expectComplaint("`--as-of` takes a date such as `2026-12-01`, not `tomorrow`");
    run.run("lint", "--max-warnings", "-1")
        .expectComplaint("`--max-warnings` takes a number, not `-1`");
    run.run("lint", "--format", "jsno")
        .expectComplaint("`jsno` is no value of `--format`; did you mean `json`?");
    run.run("lint", "--color", "blue")
        .expectComplaint("`blue` is no value of `--color`; it takes one of auto, always, never");
  }
}
