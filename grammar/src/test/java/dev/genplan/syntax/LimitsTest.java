package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens with texts that nobody would write by hand. */
class LimitsTest {

  private static final int MANY = 100_000;

  private static SyntaxTree parse(String text) {
    SyntaxTree tree = SyntaxTree.parse(text);
    assertThat(tree.print()).isEqualTo(text);
    return tree;
  }

  private static void assertError(SyntaxTree tree, String code, int start, int end) {
    assertThat(tree.errors()).extracting(LocalDiagnostic::code).containsExactly(code);
    assertThat(tree.errors().get(0).span()).isEqualTo(new Span(start, end));
  }

  @Test
  void a_list_in_too_many_lists_is_one_error() {
    SyntaxTree tree = parse("x: " + "[".repeat(MANY) + "]".repeat(MANY) + "\nmodel m { }\n");
    assertError(tree, "too-deep", 3 + 64, 3 + 65);
    assertThat(tree.errors().get(0).message().toString())
        .isEqualTo("Nested more than 64 deep; what is inside is not read");
    assertThat(tree.members()).hasSize(2);
  }

  @Test
  void lists_that_are_never_closed_are_one_error() {
    assertError(parse("x: " + "[".repeat(MANY)), "too-deep", 3 + 64, 3 + 65);
  }

  @Test
  void a_block_in_too_many_blocks_is_one_error() {
    SyntaxTree tree = parse("a {\n".repeat(MANY) + "}\n".repeat(MANY) + "model m { }\n");
    assertThat(tree.errors()).extracting(LocalDiagnostic::code).contains("too-deep").hasSize(2);
    assertThat(tree.members()).hasSize(2);
  }

  @Test
  void blocks_that_are_never_closed() {
    SyntaxTree tree = parse("{".repeat(MANY));
    assertThat(tree.errors()).hasSize(1);
    assertThat(parse("a { ".repeat(MANY)).errors())
        .extracting(LocalDiagnostic::code)
        .containsOnly("too-deep", "expected-name");
  }

  @Test
  void closing_brackets_alone() {
    assertThat(parse("]".repeat(MANY)).members()).hasSize(1);
    assertThat(parse("}".repeat(MANY)).errors()).isNotEmpty();
  }

  @Test
  void just_as_deep_as_allowed() {
    assertThat(parse("x: " + "[".repeat(64) + "]".repeat(64)).errors()).isEmpty();
  }

  @Test
  void a_file_that_is_too_large_is_not_read_and_prints_back() {
    SyntaxTree tree = parse("model m { }\n".repeat(20_000_000 / 12));
    assertError(tree, "file-too-large", 0, 0);
    assertThat(tree.errors().get(0).message().toString())
        .isEqualTo("The file is larger than 10 MiB and is not read; split it and use `import`");
    assertThat(tree.members()).isEmpty();
    assertThat(tree.chunks()).hasSize(1);
    assertThat(tree.update("model m { }").errors()).isEmpty();
  }

  @Test
  void a_large_file_is_read() {
    SyntaxTree tree = parse("model m { id: \"x\" }\n".repeat(100_000));
    assertThat(tree.errors()).isEmpty();
    assertThat(tree.members()).hasSize(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "\"\"\"",
        "'",
        "`",
        "“",
        "‘",
        "/*",
        "//",
        "#",
        "(",
        "\\",
        "{",
        "}",
        "[",
        "]",
        "=",
        ".",
        "..",
        "-",
        "a ",
        "a.",
        "5 ",
        "5..",
        "a{",
        "a:",
        "a:\n",
        "a\n",
        "\"a\" ",
        "\"\"\"\n",
        "\r",
        "\uFEFF",
        "\u0000",
        "\uD83D",
        "a-",
        "@",
        "1,000,",
        "1-",
        "<",
        "a:[",
        "a:[a\n",
        "1_",
        "- ",
        ";",
        "a b\n",
        "}a{",
        "]a[",
        "/*\n",
        "::",
        "a,"
      })
  void anything_many_times_is_read(String piece) {
    parse(piece.repeat(10_000));
    parse("x { y: " + piece.repeat(10_000) + " }");
  }

  @Test
  void a_nul_and_other_control_characters_are_errors_and_stay() {
    SyntaxTree tree = parse("model m { id: \u0000 }");
    assertError(tree, "invalid-character", 14, 15);
    assertThat(parse("model m { id: \"a\u0000\u0007b\" }").errors()).isEmpty();
  }

  @Test
  void a_lone_surrogate_is_an_error_and_stays() {
    assertError(parse("model m { id: \uD83D }"), "invalid-character", 14, 15);
    assertError(parse("model m { id: \uDE00 }"), "invalid-character", 14, 15);
    assertThat(parse("model m { id: \"\uD83D\" }").errors()).isEmpty();
    assertThat(parse("\uDE00\uD83D").print()).isEqualTo("\uDE00\uD83D");
  }

  @Test
  void positions_count_utf_16_units() {
    SyntaxTree tree = parse("project p { goal: \"😀\", rank = 1 }");
    assertError(tree, "equals-sign", 29, 30);
    assertThat(parse("模型 😀 { }").errors()).hasSize(1);
  }

  @Test
  void a_byte_order_mark_is_white_space() {
    SyntaxTree tree = parse("\uFEFFmodel m { }\n");
    assertThat(tree.errors()).isEmpty();
    assertThat(tree.members().get(0).member().start()).isEqualTo(1);
    assertThat(parse("\uFEFF\n\uFEFF").errors()).isEmpty();
  }

  @Test
  void a_byte_order_mark_does_not_hide_the_first_column() {
    SyntaxTree tree = parse("\uFEFFmodel a {\nmodel b { }\n");
    assertThat(tree.members()).hasSize(2);
    assertError(tree, "unclosed-brace", 9, 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void any_line_end_ends_a_line(String lineEnd) {
    String plan =
        "model a {\n  id: \"x\"\n  license: mit\n}\n\nmodel b { }\n".replace("\n", lineEnd);
    SyntaxTree tree = parse(plan);
    assertThat(tree.errors()).isEmpty();
    assertThat(tree.members()).hasSize(2);
    assertThat(tree.lines().lines()).isEqualTo(7);
  }

  @Test
  void an_empty_file_is_one_empty_chunk() {
    SyntaxTree tree = parse("");
    assertThat(tree.members()).isEmpty();
    assertThat(tree.errors()).isEmpty();
    assertThat(tree.chunks()).hasSize(1);
    assertThat(tree.chunkAt(0)).isZero();
  }

  @Test
  void a_text_that_never_ends_ends_with_its_line() {
    SyntaxTree tree = parse("model a {\n  id: \"x\n  license: mit\n}\nmodel b { }\n");
    assertError(tree, "unclosed-text", 16, 18);
    assertThat(tree.members()).hasSize(2);
  }

  @Test
  void a_text_in_several_lines_that_never_ends_does_not_swallow_the_next_declaration() {
    SyntaxTree tree =
        parse("project p {\n  goal: \"\"\"\n    a\n}\nproject q { goal: \"\"\"b\"\"\" }\n");
    assertError(tree, "unclosed-text", 20, 23);
    assertThat(tree.members()).hasSize(2);
  }
}
