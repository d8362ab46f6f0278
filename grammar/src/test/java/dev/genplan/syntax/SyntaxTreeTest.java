package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxTreeTest {

  private static final String PLAN =
      """
      // Hardware first.
      import "hardware.genplan"

      /// A model.
      model a {
        id: "x"
      }
      model b { }
      // The end.
      """;

  @Test
  void a_chunk_is_a_member_with_what_stands_before_it() {
    assertThat(chunks(PLAN))
        .containsExactly(
            "// Hardware first.\nimport \"hardware.genplan\"\n",
            "\n/// A model.\nmodel a {\n  id: \"x\"\n}\n",
            "model b { }\n",
            "// The end.\n");
  }

  @Test
  void in_a_balanced_file_indentation_means_nothing() {
    assertThat(chunks("model a {\nmodel b {\n}\n}\n  model c { }\n"))
        .containsExactly("model a {\nmodel b {\n}\n}\n", "  model c { }\n");
  }

  @Test
  void braces_in_texts_and_comments_are_no_braces() {
    String plan =
        """
        model a { x: "}" } // }
        model b { y: '}' } # }
        model c { z: ““}”” } /* } */
        model d { t: \"""
          }
        \""" }
        model e { u: hf://x }
        """;
    assertThat(chunks(plan)).hasSize(5);
  }

  @Test
  void an_edit_keeps_every_other_chunk() {
    SyntaxTree before = SyntaxTree.parse(PLAN);
    SyntaxTree after = before.update(PLAN.replace("\"x\"", "\"yy\""));
    assertThat(after.chunks().get(0)).isSameAs(before.chunks().get(0));
    assertThat(after.chunks().get(1)).isNotSameAs(before.chunks().get(1));
    assertThat(after.chunks().get(2)).isSameAs(before.chunks().get(2));
    assertThat(after.chunks().get(3)).isSameAs(before.chunks().get(3));
  }

  @Test
  void a_declaration_that_moves_stays_the_same() {
    String one = "model a { }\n";
    String two = "model b { }\n";
    SyntaxTree before = SyntaxTree.parse(one + two);
    SyntaxTree after = before.update(two + one);
    assertThat(after.chunks()).containsExactly(before.chunks().get(1), before.chunks().get(0));
  }

  @Test
  void a_declaration_that_is_copied_becomes_another_one() {
    SyntaxTree before = SyntaxTree.parse("model a { }\n");
    SyntaxTree after = before.update("model a { }\nmodel a { }\n");
    assertThat(after.chunks().get(0)).isSameAs(before.chunks().get(0));
    assertThat(after.chunks().get(1)).isNotSameAs(before.chunks().get(0));
  }

  @Test
  void the_same_text_gives_the_same_tree() {
    SyntaxTree tree = SyntaxTree.parse(PLAN);
    assertThat(tree.update(PLAN)).isSameAs(tree);
  }

  @Test
  void the_chunk_at_an_offset() {
    SyntaxTree tree = SyntaxTree.parse(PLAN);
    assertThat(tree.chunkAt(0)).isZero();
    assertThat(tree.chunkAt(tree.start(2) - 1)).isEqualTo(1);
    assertThat(tree.chunkAt(tree.start(2))).isEqualTo(2);
    assertThat(tree.chunkAt(PLAN.length())).isEqualTo(3);
  }

  @Test
  void the_tokens_of_a_chunk() {
    Tokens tokens = SyntaxTree.parse("a: 1.5T x/s // c\n").chunks().get(0).tokens();
    List<TokenKind> kinds = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      kinds.add(tokens.kind(i));
    }
    assertThat(kinds)
        .containsExactly(
            TokenKind.NAME,
            TokenKind.COLON,
            TokenKind.SPACE,
            TokenKind.NUMBER,
            TokenKind.NAME,
            TokenKind.SPACE,
            TokenKind.NAME,
            TokenKind.SLASH,
            TokenKind.NAME,
            TokenKind.SPACE,
            TokenKind.COMMENT,
            TokenKind.LINE_END);
    assertThat(tokens.at(0)).isZero();
    assertThat(tokens.at(4)).isEqualTo(3);
    assertThat(tokens.at(17)).isEqualTo(11);
  }

  @Test
  void full_width_punctuation_is_reported_once_for_the_file_with_all_its_places() {
    SyntaxTree tree = SyntaxTree.parse("model a ｛ ｝\nmodel b { id：“x” }\n");
    assertThat(tree.errors()).hasSize(1);
    LocalDiagnostic error = tree.errors().get(0);
    assertThat(error.span()).isEqualTo(new Span(8, 9));
    assertThat(error.fixes().get(0).safe()).isTrue();
    assertThat(Annotated.repaired(tree)).isEqualTo("model a { }\nmodel b { id: \"x\" }\n");
  }

  @Test
  void full_width_punctuation_in_texts_and_comments_is_text() {
    assertThat(SyntaxTree.parse("model a { id: \"：，“”\" } // ｛\n").errors()).isEmpty();
  }

  @Test
  void lines_and_columns() {
    LineIndex lines = new LineIndex("a\r\nbc\rd\n\n😀e");
    assertThat(lines.lines()).isEqualTo(5);
    assertThat(List.of(lines.line(0), lines.line(2), lines.line(3), lines.line(5)))
        .containsExactly(0, 0, 1, 1);
    assertThat(lines.column(10)).isEqualTo(1);
    assertThat(lines.text(0)).isEqualTo("a");
    assertThat(lines.text(1)).isEqualTo("bc");
    assertThat(lines.text(3)).isEmpty();
    assertThat(lines.text(4)).isEqualTo("😀e");
    assertThat(lines.offset(1, 1)).isEqualTo(4);
    assertThat(lines.offset(1, 99)).isEqualTo(5);
    assertThat(lines.offset(99, 0)).isEqualTo(12);
    assertThat(lines.line(12)).isEqualTo(4);
  }

  private static List<String> chunks(String plan) {
    SyntaxTree tree = SyntaxTree.parse(plan);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < tree.chunks().size(); i++) {
      int start = tree.start(i);
      texts.add(plan.substring(start, start + tree.chunks().get(i).length()));
    }
    return texts;
  }
}
