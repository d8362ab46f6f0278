package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every text, whatever is in it. */
class FormatterPropertiesTest {

  @Property(tries = 500)
  void plansWithAnyWhiteSpace(@ForAll("plans") String template, @ForAll Random random) {
    String text = spaced(template, random);
    assertThat(SyntaxTree.parse(text).errors()).isEmpty();
    check(text);
  }

  @Property(tries = 500)
  void linesInAnyOrder(@ForAll("lines") String text) {
    check(text);
  }

  @Property(tries = 500)
  void garbage(@ForAll("garbage") String text) {
    check(text);
  }

  @Property(tries = 300)
  void anyLineAlone(@ForAll("lines") String text, @ForAll Random random) {
    SyntaxTree tree = SyntaxTree.parse(text);
    int offset = random.nextInt(text.length() + 1);
    String formatted = apply(text, Formatter.edits(tree, new Span(offset, offset)));
    assertThat(members(SyntaxTree.parse(formatted))).isEqualTo(members(tree));
  }

  /**
   * Plans in which {@code ~} stands for white space that may be missing, {@code _} for white space
   * that may not, {@code |} for a line end that may be missing and {@code ;} for one that may not.
   */
  @Provide
  Arbitrary<String> plans() {
    Arbitrary<String> value =
        Arbitraries.of(
            "5",
            "8B",
            "80GB",
            "40~%",
            "3_days",
            "1.80_USD~/~hour",
            "0.60_USD~/~1M_tokens",
            "2~..~4_weeks",
            "<~12_hours",
            "2026-12-01",
            "sft",
            "dialogsum.train",
            "\"a text\"",
            "[~|a~,~|b~|]",
            "[~|helpful_{~weight~:~0.7~}~,~|safe~,~|]",
            "lora_{~|rank~:~16~|}",
            "\"\"\"\n        several\n          lines\n        \"\"\"",
            "数据",
            "\"" + "long ".repeat(12) + "\"",
            "[]");
    Arbitrary<String> property =
        Arbitraries.of("model", "learning-rate", "data", "数据", "allow_sft-epochs")
            .flatMap(key -> value.map(v -> key + "~:~" + v));
    Arbitrary<String> flat =
        Arbitraries.frequencyOf(
            Tuple.of(6, property),
            Tuple.of(2, Arbitraries.of("rougeL~>=~0.40", "bleu~<~a.bleu", "pass@1~==~1")));
    Arbitrary<String> block = block(flat, 3);
    Arbitrary<String> member =
        Arbitraries.frequencyOf(
            Tuple.of(5, flat),
            Tuple.of(
                2,
                Arbitraries.of("metrics", "split_train", "serving")
                    .flatMap(head -> block.map(b -> head + "_" + b))));
    return Arbitraries.of("model_qwen", "finetune_sft", "evaluate_数据")
        .flatMap(head -> block(member, 6).map(body -> head + "_" + body))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(all -> String.join(";", all));
  }

  private static Arbitrary<String> block(Arbitrary<String> member, int most) {
    Arbitrary<String> separator = Arbitraries.of(";", ";", "~,~|");
    return member
        .flatMap(first -> separator.map(mark -> first + mark))
        .list()
        .ofMaxSize(most)
        .map(all -> "{~|" + String.join("", all) + "~|}");
  }

  private static String spaced(String template, Random random) {
    String[] some = {" ", " ", "   ", "\t", "\u3000"};
    String[] ends = {"\n", "\n\n\n", "  \r\n ", " // why  \n", "\n// why\n", "\n /// doc\n\t"};
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      boolean missing = random.nextInt(4) > 0;
      switch (template.charAt(i)) {
        case '~' -> out.append(missing ? "" : some[random.nextInt(some.length)]);
        case '|' -> out.append(missing ? "" : ends[random.nextInt(ends.length)]);
        case '_' -> out.append(some[random.nextInt(some.length)]);
        case ';' -> out.append(ends[random.nextInt(ends.length)]);
        default -> out.append(template.charAt(i));
      }
    }
    return out.toString();
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
        .flatMap(before -> line.flatMap(text -> end.map(after -> before + text + after)))
        .list()
        .ofMaxSize(24)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> garbage() {
    return Arbitraries.of(
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
            "\f",
            "2026-12-01",
            "2-4",
            "hf://a/b",
            "import \"x\"",
            "model x {\n",
            "}\n")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private static void check(String text) {
    SyntaxTree before = SyntaxTree.parse(text);
    String formatted = Formatter.format(before);
    SyntaxTree after = SyntaxTree.parse(formatted);
    assertThat(tokens(after)).as("tokens").isEqualTo(tokens(before));
    assertThat(members(after)).as("members").isEqualTo(members(before));
    assertThat(codes(after)).as("errors").isEqualTo(codes(before));
    assertThat(formatted.lines()).as("broken lines").containsAll(brokenLines(before));
    assertThat(Formatter.format(after)).as("formatted twice").isEqualTo(formatted);
    assertThat(apply(text, Formatter.edits(before, new Span(0, text.length()))))
        .as("the range of everything")
        .isEqualTo(formatted);
  }

  /** Also asserts that the edits are in order and do not overlap. */
  private static String apply(String text, List<LocalEdit> edits) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    for (LocalEdit edit : edits) {
      assertThat(edit.span().start()).isGreaterThanOrEqualTo(copied);
      out.append(text, copied, edit.span().start()).append(edit.text());
      copied = edit.span().end();
    }
    return out.append(text.substring(copied)).toString();
  }

  /** All but white space, and without the indentation within texts in several lines. */
  private static List<String> tokens(SyntaxTree tree) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < tree.chunks().size(); i++) {
      Tokens tokens = tree.chunks().get(i).tokens();
      int base = tree.start(i);
      for (int token = 0; token < tokens.size(); token++) {
        String text = tree.text().substring(base + tokens.start(token), base + tokens.end(token));
        switch (tokens.kind(token)) {
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
        int line = tree.lines().line(tree.start(i) + error.span().start());
        broken.add(tree.lines().text(line));
      }
    }
    return broken;
  }
}
