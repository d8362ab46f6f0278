package dev.genplan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import dev.genplan.rules.Profile;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.Formatter;
import dev.genplan.syntax.LineIndex;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.testing.MarkedPlan;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real plans stay clean: each sample gives exactly the findings written down beside it, each with
 * the reason why it is right. {@code plan.findings} has a line for each, {@code line:column
 * severity code}, and under it, indented, the reason.
 */
class SamplesTest {

  private static final Path SAMPLES = Path.of("..", "samples");

  static List<Path> plans() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES.resolve("plans"))) {
      return files.filter(file -> file.toString().endsWith(".genplan")).sorted().toList();
    }
  }

  private static SourceFile read(Path file) throws IOException {
    return new SourceFile(file.toUri().toString(), SyntaxTree.parse(Files.readString(file)));
  }

  private static Analysis analyze(Path file) throws IOException {
    Imports imports =
        (importer, path) -> {
          Path target = file.resolveSibling(path);
          try {
            return Files.exists(target) ? new Imports.Found(read(target)) : new Imports.Missing();
          } catch (IOException e) {
            return new Imports.Missing();
          }
        };
    return new Analyzer(RuleIndex.all(), Settings.usual(TestPlans.TODAY).with(Profile.ALL))
        .analyze(read(file), imports, Optional.empty(), Cancellation.NEVER);
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
    List<String> expected =
        written.stream().filter(line -> !line.startsWith("#") && !line.startsWith(" ")).toList();
    long reasons = written.stream().filter(line -> line.startsWith("  ")).count();
    Analysis analysis = analyze(file);
    Plan plan = analysis.plan();
    assertThat(
            analysis.diagnostics().stream().map(found -> line(plan.source().tree().lines(), found)))
        .containsExactlyElementsOf(expected);
    assertThat(reasons).as("a reason for each finding").isGreaterThanOrEqualTo(expected.size());
    assertThat(analysis.diagnostics()).noneMatch(found -> found.severity() == Severity.ERROR);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void isFormatted(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(Formatter.format(SyntaxTree.parse(text))).isEqualTo(text);
  }

  @Test
  void theFaultyExampleGivesItsFourFindings() throws IOException {
    try (InputStream stream = SamplesTest.class.getResourceAsStream("support-summaries.genplan")) {
      MarkedPlan plan = MarkedPlan.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      plan.expectPlaced(Language.ENGLISH, TestPlans.diagnostics(plan.text()));
    }
  }

  @Test
  void thePlanOfMistakesHasMistakesOfEveryKind() throws IOException {
    assertThat(analyze(SAMPLES.resolve("mistakes.genplan")).diagnostics())
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
