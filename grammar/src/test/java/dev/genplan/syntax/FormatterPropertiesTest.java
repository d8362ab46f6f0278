package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, whatever is in it. */
class FormatterPropertiesTest {

  @Property(tries = 2_000)
  void garbage(@ForAll("garbage") String text) {
    check(text);
  }

  @Property(tries = 2_000)
  void lines(@ForAll("lines") String text) {
    check(text);
  }

  @Provide
  Arbitrary<String> garbage() {
    return pieces(
            "{",
            "}",
            "[",
            "]",
            " ",
            "  ",
            "\n",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "a",
            "b-1",
            "a:",
            "1",
            "8B",
            "5%",
            " k",
            "..",
            ".",
            "/",
            ",",
            ";",
            "\"",
            "\"x\"",
            "\"\"\"",
            "\\",
            "'",
            "//c ",
            "///d",
            "/*",
            "*/",
            "#",
            ">=",
            "=",
            "<",
            "：",
            "，",
            "｛",
            "｝",
            "［",
            "］",
            "“",
            "”",
            "≥",
            "数据",
            "é",
            "e\u0301",
            "😀",
            "\ud83d",
            "\ude00",
            "\0",
            "\u00a0",
            "\u3000",
            "\u2028",
            "\ufeff",
            "\f",
            "2026-12-01",
            "2-4",
            "hf://a/b",
            "import \"x\"",
            "model x {\n",
            "}\n")
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> line =
        Arbitraries.of(
            "model x {",
            "model long-name {",
            "x {",
            "}",
            "} ",
            "}, b: 2",
            "a: 1",
            "a: 1,",
            ", b: 2",
            "long-key:   \"text\"",
            "a: 1, b: [x, y]",
            "list: [",
            "x,",
            "y { z: 1 },",
            "]",
            "a = 1",
            "a: 1 b: 2",
            "data: a, b",
            "text: \"\"\"",
            "  words",
            "    more",
            "\"\"\"",
            "m >= 1%",
            "metric <  2",
            "word",
            "// comment  ",
            "/// doc",
            "a: 1 // behind",
            "metrics { m > 1 }",
            "serving { latency: 3 s }",
            "split train { size: 1 }",
            "import \"x\"",
            "allow r: \"why\"",
            "",
            "",
            "key:",
            "# hash",
            "/* block",
            "block */",
            "a: [1, 2",
            "t: \"\"\"words",
            "{ // open",
            "s: \"\"\"one\"\"\"",
            "x { a: 1, b: \"open }",
            "a:[x{b:1},y{c:2}],",
            "model\tx { y {",
            "long: \"" + "z".repeat(60) + "\", other: [aaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbb, c]",
            "x { a: [ " + "word, ".repeat(16) + "], b: { c: 1 } }",
            "t: [\"\"\"",
            "“文字” {",
            "数据：1，");
    Arbitrary<String> indent = Arbitraries.of("", "", "  ", "    ", "\t", "  \t ");
    Arbitrary<String> end = Arbitraries.of("\n", "\n", "\n", " \n", "\r\n", "");
    return indent
        .flatMap(i -> line.flatMap(l -> end.map(e -> i + l + e)))
        .list()
        .ofMaxSize(24)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<List<String>> pieces(String... pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(40);
  }

  private static void check(String text) {
    SyntaxTree before = SyntaxTree.parse(text);
    String formatted = Formatter.format(before);
    SyntaxTree after = SyntaxTree.parse(formatted);
    assertThat(tokens(after)).as("tokens").isEqualTo(tokens(before));
    assertThat(members(after)).as("members").isEqualTo(members(before));
    assertThat(codes(after)).as("errors").isEqualTo(codes(before));
    assertThat(Formatter.format(after)).as("formatted twice").isEqualTo(formatted);
    assertThat(formatted.lines()).as("broken lines").containsAll(brokenLines(before));
  }

  /** All but white space, without what white space a token may have inside at its lines' ends. */
  private static List<String> tokens(SyntaxTree tree) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < tree.chunks().size(); i++) {
      Tokens tokens = tree.chunks().get(i).tokens();
      for (int token = 0; token < tokens.size(); token++) {
        TokenKind kind = tokens.kind(token);
        String text =
            tree.text()
                .substring(tree.start(i) + tokens.start(token), tree.start(i) + tokens.end(token));
        switch (kind) {
          case SPACE, LINE_END -> {}
          case COMMENT, DOC_COMMENT -> found.add(text.stripTrailing());
          case TEXT -> found.add(text.replaceAll("(?m)^[ \\t]+", ""));
          default -> found.add(text);
        }
      }
    }
    return found;
  }

  /** The members without their positions. */
  private static String members(SyntaxTree tree) {
    return tree.members().stream()
        .map(SyntaxTree.Placed::member)
        .toList()
        .toString()
        .replaceAll("(start|end|colon|numberEnd)=\\d+", "");
  }

  private static List<String> codes(SyntaxTree tree) {
    return tree.errors().stream().map(LocalDiagnostic::code).toList();
  }

  private static List<String> brokenLines(SyntaxTree tree) {
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < tree.chunks().size(); i++) {
      for (LocalDiagnostic error : tree.chunks().get(i).errors()) {
        broken.add(tree.lines().text(tree.lines().line(tree.start(i) + error.span().start())));
      }
    }
    return broken;
  }
}
