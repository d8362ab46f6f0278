package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.testing.MarkedPlan.Caret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnTypeFormattingTest {

  private static List<LocalEdit> edits(String text, int offset) {
    SyntaxTree tree = SyntaxTree.parse(text);
    return offset > 0 && text.charAt(offset - 1) == '}'
        ? OnTypeFormatting.closingBrace(tree, offset)
        : OnTypeFormatting.newLine(tree, offset);
  }

  /** What a line end or a brace typed at the caret makes of the text, with the caret in it. */
  private static String typed(String marked, String typed) {
    Caret caret = Caret.in(marked);
    int offset = caret.offset() + typed.length();
    StringBuilder out = new StringBuilder(caret.text()).insert(caret.offset(), typed);
    List<LocalEdit> edits = new ArrayList<>(edits(out.toString(), offset));
    edits.sort(Comparator.comparing(LocalEdit::span).reversed());
    int moved = offset;
    for (LocalEdit edit : edits) {
      Span span = edit.span();
      out.replace(span.start(), span.end(), edit.text());
      moved += span.end() <= offset ? edit.text().length() - span.length() : 0;
    }
    return out.insert(moved, '‸').toString();
  }

  @Test
  void alignsTheFinishedLineWithThoseAboveAndIndentsTheNext() {
    assertThat(
            typed(
                """
                finetune f {
                  model: base
                   learning-rate:2e-4‸
                }
                """,
                "\n"))
        .isEqualTo(
            """
            finetune f {
              model:         base
              learning-rate: 2e-4
              ‸
            }
            """);
  }

  @Test
  void indentsInABlockThatIsNotClosedYet() {
    assertThat(typed("finetune f {‸", "\n")).isEqualTo("finetune f {\n  ‸");
    assertThat(typed("finetune f {‸\n\nmodel m { }\n", "\n"))
        .isEqualTo("finetune f {\n  ‸\n\nmodel m { }\n");
    assertThat(typed("deploy d {\n  serving {‸\n", "\n"))
        .isEqualTo("deploy d {\n  serving {\n    ‸\n");
    assertThat(typed("finetune f { data: [‸", "\n")).isEqualTo("finetune f { data: [\n  ‸");
  }

  @Test
  void keepsTheIndentationOfItsOwnWhereALineIsNotFormatted() {
    assertThat(typed("deploy d {\n    serving {‸", "\n"))
        .isEqualTo("deploy d {\n    serving {\n      ‸");
  }

  @Test
  void leavesWhatIsBehindTheCaret() {
    assertThat(typed("model a { }‸\nmodel   bc{ }\n", "\n"))
        .isEqualTo("model a {}\n‸\nmodel   bc{ }\n");
    assertThat(typed("finetune f {\n  epochs:  3‸ }\n", "\n"))
        .isEqualTo("finetune f {\n  epochs: 3\n‸}\n");
  }

  @Test
  void followsTheLineEndsOfTheFile() {
    assertThat(typed("finetune f {\r\n  model: base\r\n   epochs:3‸\r\n}\r\n", "\r\n"))
        .isEqualTo("finetune f {\r\n  model:  base\r\n  epochs: 3\r\n  ‸\r\n}\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project p { goal: \"\"\"\n    one‸\n  two\n    \"\"\" }\n",
        "project p { goal: \"\"\"\n    one‸\n",
      })
  void keepsOutOfTexts(String marked) {
    assertThat(typed(marked, "\n")).isEqualTo(marked.replace("‸", "\n‸"));
  }

  @Test
  void formatsTheBlockThatABraceCloses() {
    assertThat(
            typed(
                """
                finetune f {
                model: base
                epochs:3
                    ‸
                model  m { }
                """,
                "}"))
        .isEqualTo(
            """
            finetune f {
              model:  base
              epochs: 3
            }‸
            model  m { }
            """);
    assertThat(typed("finetune f {\n  method: lora {rank:16‸\n}\n", "}"))
        .isEqualTo("finetune f {\n  method: lora { rank: 16 }‸\n}\n");
  }

  @Test
  void leavesABraceThatClosesNothing() {
    assertThat(typed("model  m { }\n  ‸\n", "}")).isEqualTo("model  m { }\n  }‸\n");
    assertThat(typed("model  m { id: \"‸\"}\n", "}")).isEqualTo("model  m { id: \"}‸\"}\n");
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", "samples", "plans"))) {
      return files.filter(file -> file.toString().endsWith(".genplan")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void changesNothingThatIsFormatted(Path sample) throws IOException {
    String text = Files.readString(sample);
    SyntaxTree tree = SyntaxTree.parse(text);
    for (int at = 1; at <= text.length(); at++) {
      if (text.charAt(at - 1) == '}') {
        assertThat(OnTypeFormatting.closingBrace(tree, at)).as("%d", at).isEmpty();
      }
      if (text.charAt(at - 1) == '\n' && at < text.length() && text.charAt(at) > ' ') {
        assertThat(OnTypeFormatting.newLine(tree, at)).as("%d", at).isEmpty();
      }
    }
  }
}
