package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.syntax.SyntaxTree;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FoldsTest {

  private static final String PLAN =
      """
      // one
      // two
      import "a.genplan"
      import "b.genplan"

      /// what
      /// it is
      project p {
        goal: \"""
          多行
          文本
        \"""
        data-in: [
          a,
          b
        ]
        team { a: 1 }
      }
      """;

  private static List<String> lines(String text, int limit) {
    return Folds.ofLines(SyntaxTree.parse(text), limit).stream()
        .map(
            fold ->
                fold.kind().name().toLowerCase(Locale.ROOT)
                    + " "
                    + fold.startLine()
                    + "-"
                    + fold.endLine())
        .toList();
  }

  @Test
  void foldsBlocksListsTextsCommentsAndImports() {
    assertThat(lines(PLAN, 100))
        .containsExactly(
            "comment 0-1", "imports 2-3", "comment 5-6", "code 7-16", "code 8-11", "code 12-14");
  }

  @Test
  void leavesOutTheDeepestWhereThereAreTooMany() {
    assertThat(lines(PLAN, 4))
        .containsExactly("comment 0-1", "imports 2-3", "comment 5-6", "code 7-16");
  }

  @Test
  void foldsFromMarkToMark() {
    String text = "model m {\r\n  // 注\r\n}\r\n";
    assertThat(Folds.of(SyntaxTree.parse(text), 10))
        .extracting(fold -> text.substring(fold.span().start(), fold.span().end()))
        .containsExactly("\r\n  // 注\r\n");
  }

  @Test
  void foldsOneBlockForEachLine() {
    assertThat(lines("project p { team {\n  a: 1\n} }\n", 10)).containsExactly("code 0-2");
  }

  @Test
  void foldsWhatIsNotClosed() {
    assertThat(lines("model m {\n  id: \"x\"\n\nmodel n {\n}\n", 10)).containsExactly("code 0-1");
  }
}
