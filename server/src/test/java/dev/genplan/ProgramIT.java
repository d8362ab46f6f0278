package dev.genplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process of its own. */
class ProgramIT {

  private static final String FAULTY = "compute 工作站 { accelerator: A100-80GB\n";

  @TempDir Path folder;

  private Path work;

  @BeforeEach
  void inAFolder() throws IOException {
    work = Files.createDirectory(folder.resolve("work"));
  }

  @Test
  void findsErrorsAndSaysSo() throws Exception {
    Files.writeString(work.resolve("a.genplan"), FAULTY);

    Outcome outcome = run(Map.of("LC_ALL", "C.UTF-8"), "", "lint", "a.genplan");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            """
            error[unclosed-brace]: This `{` is never closed
             --> a.genplan:1:13
              |
            1 | compute 工作站 { accelerator: A100-80GB
              |                ^

            1 error in 1 file
            """);
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void writesUtf8WhateverTheLocale() throws Exception {
    Outcome outcome = run(Map.of("LC_ALL", "C"), FAULTY, "lint", "--lang", "zh-CN", "-");

    assertThat(outcome.out())
        .startsWith("错误[unclosed-brace]：这个 `{` 没有对应的 `}`\n --> <stdin>:1:13\n")
        .contains("工作站")
        .endsWith("\n1 个文件中有 1 个错误\n");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void answersInTheLanguageOfTheLocale() throws Exception {
    Outcome outcome = run(Map.of("LC_ALL", "zh_CN.UTF-8"), "", "lint");

    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEqualTo("genplan: `.` 中没有 *.genplan 文件，或均被 `.gitignore` 排除\n");
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @Test
  void colorsOnlyWhereItIsTold() throws Exception {
    assertThat(run(Map.of(), FAULTY, "lint", "-").out()).doesNotContain("\u001b");
    assertThat(run(Map.of("FORCE_COLOR", "1"), FAULTY, "lint", "-").out()).contains("\u001b[");
    assertThat(run(Map.of("FORCE_COLOR", "1", "NO_COLOR", "1"), FAULTY, "lint", "-").out())
        .doesNotContain("\u001b");
  }

  @Test
  void writesJson() throws Exception {
    Outcome outcome = run(Map.of(), FAULTY, "lint", "--format", "json", "-");

    assertThat(outcome.out())
        .startsWith("{\n  \"version\": 1,\n")
        .contains("\"code\": \"unclosed-brace\"")
        .endsWith("\n}\n");
  }

  @Test
  void explainsFromThePagesInTheJar() throws Exception {
    assertThat(run(Map.of(), "", "explain", "unused-allow").out()).startsWith("# unused-allow\n");
  }

  @Test
  void namesThePageBesideTheJar() throws Exception {
    String plan = "allow unused-allow: \"none\"\n";

    String out = run(Map.of(), plan, "lint", "-").out();

    assertThat(out).containsPattern("= see: file:///.*/docs/rules/unused-allow\\.md\n");
  }

  @Test
  void formats() throws Exception {
    Outcome outcome = run(Map.of(), "compute  a {}", "format", "-");

    assertThat(outcome.out()).isEqualTo("compute a {}\n");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void drawsWithTheClassesThatAreInTheJar() throws Exception {
    String plan =
        """
        model m { }
        repeat r { start: m, times: 3, result: a, align a { model: r, method: dpo } }
        evaluate e { model: r, metrics { rougeL >= 40% } }
        deploy d { model: r, gate: e, after: e }
        """;
    for (String view : List.of("flow", "timeline")) {
      Outcome outcome = run(Map.of(), plan, "graph", "--view", view, "-");

      assertThat(outcome.err()).doesNotContain("Exception").doesNotContain("internal error");
      assertThat(outcome.out()).startsWith("<svg").endsWith("</svg>\n");
      assertThat(outcome.exitCode()).isZero();
    }
  }

  @Test
  void loadsNothingThatDrawsUntilAPictureIsAskedFor() throws Exception {
    Path log = folder.resolve("classes.log");
    Map<String, String> logging =
        Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log.toString().replace('\\', '/'));

    run(logging, FAULTY, "lint", "-");
    assertThat(Files.readString(log)).contains("dev.genplan.cli.Lint ").doesNotContain("eclipse");

    run(logging, FAULTY, "graph", "-");
    assertThat(Files.readString(log)).contains("org.eclipse.elk.");
  }

  private record Outcome(int exitCode, String out, String err) {}

  private Outcome run(Map<String, String> variables, String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("genplan.jar")));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "NO_COLOR", "FORCE_COLOR", "LC_MESSAGES"));
    builder.environment().put("LC_ALL", "en_US.UTF-8");
    builder.environment().putAll(variables);
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
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
