package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of broken plans, {@code broken.txt}: each with its errors marked under the lines, and
 * below {@code ---} what it becomes when every repair that is offered is made.
 */
class BrokenPlansTest {

  private static final String REPAIRED = "\n---\n";

  /**
   * One row of the table.
   *
   * @param marked the plan with its errors
   * @param repaired the plan after the repairs; the plan itself where there are none
   */
  record Case(String title, String marked, String repaired) {

    static Case of(String text) {
      int line = text.indexOf('\n');
      String body = text.substring(line + 1).stripTrailing();
      int cut = body.indexOf(REPAIRED);
      String marked = cut < 0 ? body : body.substring(0, cut);
      return new Case(
          text.substring(0, line),
          marked,
          cut < 0 ? Annotated.plain(marked) : body.substring(cut + REPAIRED.length()));
    }

    SyntaxTree tree() {
      return SyntaxTree.parse(Annotated.plain(marked));
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> cases() {
    return Arrays.stream(RecoveryTest.resource("broken.txt").split("(?m)^## "))
        .filter(text -> !text.isBlank())
        .map(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void has_these_errors(Case broken) {
    assertThat(Annotated.annotate(broken.tree())).isEqualTo(broken.marked());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void is_repaired_to_this(Case broken) {
    assertThat(Annotated.repaired(broken.tree())).isEqualTo(broken.repaired());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_repair_leaves_nothing_of_its_error_and_adds_none(Case broken) {
    long without = broken.tree().errors().stream().filter(error -> error.fixes().isEmpty()).count();
    assertThat(SyntaxTree.parse(broken.repaired()).errors()).hasSize((int) without);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void prints_back(Case broken) {
    assertThat(broken.tree().print()).isEqualTo(Annotated.plain(broken.marked()));
  }

  @Test
  void the_table_has_every_code_but_those_of_limits() {
    assertThat(cases().flatMap(row -> row.tree().errors().stream()).map(LocalDiagnostic::code))
        .containsAll(
            Arrays.stream(SyntaxErrors.values())
                .filter(error -> error != SyntaxErrors.TOO_DEEP && error != SyntaxErrors.TOO_LARGE)
                .map(SyntaxErrors::code)
                .toList());
  }
}
