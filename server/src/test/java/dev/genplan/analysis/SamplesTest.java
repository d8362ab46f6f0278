package dev.genplan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.syntax.Formatter;
import dev.genplan.syntax.LineIndex;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.testing.MarkedPlan;
import dev.genplan.testing.PlanFiles;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real plans give exactly the findings written down beside them, each with the reason why it is
 * right: {@code plan.findings} has a line for each, {@code line:column severity code}, and under
 * it, indented, the reason. All rules run.
 */
class SamplesTest {

  static List<Path> plans() {
    List<Path> all = new ArrayList<>(PlanFiles.good());
    all.addAll(PlanFiles.faulty());
    return all;
  }

  static List<Path> samples() {
    return PlanFiles.good().stream().filter(file -> file.startsWith(PlanFiles.SAMPLES)).toList();
  }

  private static String line(LineIndex lines, Diagnostic diagnostic) {
    int start = diagnostic.location().span().start();
    return "%d:%d %s %s"
        .formatted(
            lines.line(start) + 1,
            lines.column(start) + 1,
            diagnostic.severity().toString().toLowerCase(Locale.ROOT),
            diagnostic.code());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void givesExactlyTheFindingsBesideIt(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".genplan", ".findings");
    List<String> written = Files.readAllLines(file.resolveSibling(name));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String line = written.get(i);
      if (!line.startsWith("#") && !line.startsWith(" ")) {
        expected.add(line);
        assertThat(i + 1 < written.size() && written.get(i + 1).startsWith("  "))
            .as("a reason below: %s", line)
            .isTrue();
      }
    }
    Analysis analysis = PlanFiles.analyze(file);
    Plan plan = analysis.plan();
    assertThat(
            analysis.diagnostics().stream().map(found -> line(plan.source().tree().lines(), found)))
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesHaveNoErrors(Path file) {
    assertThat(PlanFiles.analyze(file).diagnostics())
        .noneMatch(found -> found.severity() == Severity.ERROR);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void isFormatted(Path file) {
    String text = PlanFiles.text(file);
    assertThat(Formatter.format(SyntaxTree.parse(text))).isEqualTo(text);
  }

  @Test
  void theFaultyExampleGivesItsFourFindings() throws IOException {
    try (InputStream stream = SamplesTest.class.getResourceAsStream("support-summaries.genplan")) {
      MarkedPlan plan = MarkedPlan.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      plan.expectPlaced(Language.ENGLISH, TestPlans.recommended(plan.text()));
    }
  }

  @Test
  void thePlanOfMistakesHasMistakesOfEveryKind() {
    assertThat(PlanFiles.analyze(PlanFiles.SAMPLES.resolve("mistakes.genplan")).diagnostics())
        .extracting(Diagnostic::code)
        .contains(
            "unclosed-brace",
            "unknown-property",
            "unknown-reference",
            "wrong-unit",
            "system-without-weights",
            "rl-without-reward",
            "train-eval-overlap",
            "quantize-after-evaluation");
  }
}
