package dev.genplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.testing.MarkedPlan;
import dev.genplan.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {

  private static final List<String> ENGLISH =
      List.of(
          "clean",
          "kinds",
          "properties",
          "blocks",
          "types",
          "words",
          "numbers",
          "criteria",
          "allow",
          "broken");

  static Stream<String> plans() {
    return ENGLISH.stream();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void findsExactlyWhatIsMarked(String name) {
    MarkedPlan plan = plan(name);
    plan.expect(check(plan.text()));
  }

  @Test
  void speaksChinese() {
    MarkedPlan plan = plan("chinese");
    plan.expect(Language.CHINESE, check(plan.text()));
  }

  @Test
  void hasAnExampleOfEveryCode() {
    String all = String.join("", ENGLISH.stream().map(CheckerTest::read).toList());
    assertThat(Arrays.stream(CheckerCode.values()).map(CheckerCode::code))
        .allSatisfy(code -> assertThat(all).contains("^ " + code + ": "));
  }

  /** What cannot be understood is an error; what is merely not known here is only noted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "project p { task: weaving }",
        "project p { task: summary }",
        "project p { team { astronaut: 1 } }",
        "evaluate e { model: m, metrics { edit-rate <= 5% } }",
        "evaluate e { model: m, metrics { rouge-l >= 0.4 } }",
        "evaluate e { model: m, metrics { rougeL <= 0.4 } }"
      })
  void notesWhatIsOnlyUnusual(String text) {
    assertThat(check(text))
        .extracting(LocalDiagnostic::severity)
        .containsOnly(Severity.INFORMATION);
  }

  /** What follows from a missing brace is not told on top of it. */
  @Test
  void addsNothingToAMissingBrace() {
    String text =
        """
        project chat {
          goal: "Preferred to its own fine-tune"
          team { annotator: 4 { rate: 25 USD/hour } }
        }

        align dpo {
          model:  sft
          method: dpo { beta: 0.01 }
          data:   ultrafeedback.train
          sampling {
            temperature: 0.7
          }
          runs: 3
        }

        deploy live {
          model: dpo
          serving { latency: 3 s { p95: 5 s }, throughput: 40 requests/s }
          rollback {
            errors > 2%
          }
          gate: liked
        }
        """;
    for (int brace = text.indexOf('}'); brace >= 0; brace = text.indexOf('}', brace + 1)) {
      String damaged = text.substring(0, brace) + text.substring(brace + 1);
      assertThat(checkOnly(SyntaxTree.parse(damaged)))
          .as("without the brace at %s", brace)
          .isEmpty();
    }
  }

  static MarkedPlan plan(String name) {
    return MarkedPlan.of(read(name));
  }

  private static String read(String name) {
    try (InputStream file = CheckerTest.class.getResourceAsStream("checker/" + name + ".genplan")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Syntax errors and what the checker finds, at their places in the whole text. */
  static List<LocalDiagnostic> check(String text) {
    SyntaxTree tree = SyntaxTree.parse(text);
    List<LocalDiagnostic> found = new ArrayList<>(tree.errors());
    found.addAll(checkOnly(tree));
    return found;
  }

  private static List<LocalDiagnostic> checkOnly(SyntaxTree tree) {
    List<LocalDiagnostic> found = new ArrayList<>();
    for (int i = 0; i < tree.chunks().size(); i++) {
      for (LocalDiagnostic diagnostic : Checker.check(tree.chunks().get(i))) {
        found.add(diagnostic.shift(tree.start(i)));
      }
    }
    return found;
  }
}
