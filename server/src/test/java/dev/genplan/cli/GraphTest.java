package dev.genplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.cli.CliRun.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code genplan graph}. */
class GraphTest {

  private static final String PLAN =
      "model llama { id: \"meta-llama/Llama-3.1-8B\" }\nprompt ask { model: llama }\n";

  @TempDir Path folder;
  private CliRun run;

  @BeforeEach
  void inAFolder() {
    run = new CliRun(folder).file("a.genplan", PLAN);
  }

  @ParameterizedTest
  @CsvSource({
    "svg, <?xml",
    "html, <!DOCTYPE html>",
    "htm, <!DOCTYPE html>",
    "mmd, flowchart TB",
    "gv, digraph",
    "DOT, digraph"
  })
  void takesTheFormatFromTheNameOfTheOutput(String suffix, String start) {
    Outcome outcome = run.run("graph", "a.genplan", "-o", "out." + suffix);

    outcome.expect(0, "");
    assertThat(run.text("out." + suffix)).startsWith(start.equals("<?xml") ? "<svg" : start);
  }

  @Test
  void writesMermaidToStandardOutput() {
    run.run("graph", "--format", "mermaid", "a.genplan")
        .expect(
            0,
            """
            flowchart TB
              n0(["llama<br/>Model"])
              class n0 model
              n1["ask<br/>Prompt engineering"]
              class n1 prompting
              n0 --> n1
              classDef model fill:#dfebf7,stroke:#0b62c4,color:#1f2328
              classDef prompting fill:#ece5fa,stroke:#6d34d9,color:#1f2328
              classDef conditional stroke-dasharray:6 4
              classDef skipped stroke-dasharray:2 4
            """);
  }

  @Test
  void writesAGanttChart() {
    run.file(
            "b.genplan",
            "project p { start: 2026-12-01 }\nmodel m { }\nprompt ask { model: m, duration: 3 days }\n")
        .run("graph", "--format", "mermaid", "--view", "timeline", "--rule", "x=off", "b.genplan");

    assertThat(
            run.run("graph", "--format=mermaid", "--view=timeline", "--lang=en", "b.genplan").out())
        .isEqualTo(
            """
            gantt
              title p (worst case)
              dateFormat YYYY-MM-DDTHH:mm
              axisFormat %Y-%m-%d
              section ask
              Prompt engineering · 3 days :crit, n0, 2026-12-01T00:00, 2026-12-04T00:00
            """);
  }

  @Test
  void readsStandardInput() {
    Outcome outcome = run.input(PLAN).run("graph", "--format", "dot", "--lang", "zh-CN", "-");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("n0 [label=\"llama\\n模型\"")
        .contains("n0 -> n1 [style=solid, color=\"#0b62c4\"]\n");
  }

  @Test
  void drawsWhatItCanOfAPlanWithErrors() {
    Outcome outcome =
        run.file("bad.genplan", PLAN + "finetune { model: ask\n")
            .run("graph", "--format", "mermaid", "bad.genplan");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("n2(\"finetune<br/>");
    assertThat(outcome.err())
        .matches("genplan: bad.genplan has \\d errors; `genplan lint` shows them\n");
  }

  @Test
  void overwritesAPictureButNoPlan() {
    run.file("out.svg", "old").run("graph", "a.genplan", "-o", "out.svg").expect(0, "");
    assertThat(run.text("out.svg")).startsWith("<svg");

    run.run("graph", "a.genplan", "-o", "a.genplan")
        .expectComplaint("`a.genplan` is the name of a plan; a picture would take its place");
    assertThat(run.text("a.genplan")).isEqualTo(PLAN);
  }

  @Test
  void complainsOfWrongUsage() {
    run.run("graph").expectComplaint("`genplan graph` takes one plan");
    run.run("graph", "a.genplan", "b.genplan").expectComplaint("`genplan graph` takes one plan");
    run.run("graph", "none.genplan").expectComplaint("no file or folder `none.genplan`");
    run.run("graph", "a.genplan", "-o", "picture.png")
        .expectComplaint(
            "the name `picture.png` does not tell the format; add `--format` with one of svg, html,"
                + " mermaid, dot");
    run.run("graph", "a.genplan", "--format", "dto")
        .expectComplaint("`dto` is no value of `--format`; did you mean `dot`?");
    run.run("graph", "a.genplan", "--view", "gantt")
        .expectComplaint("`gantt` is no value of `--view`; it takes one of flow, timeline");
    run.run("graph", "a.genplan", "--format", "dot", "--view", "timeline")
        .expectComplaint("Graphviz draws no timelines; use `--format` svg, html or mermaid");
    run.run("graph", "a.genplan", "-o", "nowhere/out.svg")
        .expectComplaint("nowhere/out.svg cannot be written");
    run.file("b.genplan", PLAN)
        .run("graph", ".")
        .expectComplaint("`.` holds 2 plans; name one of them");
    run.file("latin.genplan", new byte[] {'a', (byte) 0xe9})
        .run("graph", "latin.genplan")
        .expectComplaint("latin.genplan is not encoded in UTF-8");
  }
}
