package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Line ends, ends of files, and the edits that formatting is made of. */
class FormatterTest {

  @Test
  void aFileEndsWithOneLineEnd() {
    assertThat(format("model x {}")).isEqualTo("model x {}\n");
    assertThat(format("model x {}  \n\n \n")).isEqualTo("model x {}\n");
    assertThat(format("// nothing but this")).isEqualTo("// nothing but this\n");
    assertThat(format("finetune sft = ")).isEqualTo("finetune sft = \n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\r\n\t\n"})
  void anEmptyFileIsEmpty(String text) {
    assertThat(format(text)).isEmpty();
  }

  @Test
  void theByteOrderMarkStays() {
    assertThat(format("\uFEFF \n\n model x{}")).isEqualTo("\uFEFFmodel x {}\n");
    assertThat(format("\uFEFF\n")).isEqualTo("\uFEFF");
  }

  @Test
  void lineEndsAreThoseOfTheFirst() {
    assertThat(format("model x{\r\nid:\"a\"\r\n\r\n\r\nrole:judge}"))
        .isEqualTo("model x {\r\n  id: \"a\"\r\n\r\n  role: judge\r\n}\r\n");
    assertThat(format("model x {\r\n  id: \"a\"\n}\r"))
        .isEqualTo("model x {\r\n  id: \"a\"\r\n}\r\n");
    assertThat(format("model x {\n  id: \"a\"\r\n}")).isEqualTo("model x {\n  id: \"a\"\n}\n");
    assertThat(format("model x {\r  id: \"a\"\r}")).isEqualTo("model x {\n  id: \"a\"\n}\n");
  }

  @Test
  void lineEndsWithinATextStay() {
    String text = "model x {\n  note: \"\"\"\r\n    a\r\n    \"\"\"\n}\n";
    assertThat(format(text)).isEqualTo(text);
  }

  @Test
  void editsAreAsSmallAsTheyCanBe() {
    assertThat(edits("model x  { \n\n\n id:\"a\"\n  role : judge\n}\n"))
        .containsExactly(
            new LocalEdit(new Span(8, 9), ""),
            new LocalEdit(new Span(10, 11), ""),
            new LocalEdit(new Span(12, 14), ""),
            new LocalEdit(new Span(15, 15), " "),
            new LocalEdit(new Span(18, 18), "   "),
            new LocalEdit(new Span(28, 29), ""));
  }

  @Test
  void aRangeIsFormattedByItsLines() {
    String text = "model x{\nid:\"a\"\nrole:judge\n}\n";
    assertThat(format(text, new Span(11, 11)))
        .isEqualTo("model x{\n  id:   \"a\"\nrole:judge\n}\n");
    assertThat(format(text, new Span(9, 16))).isEqualTo("model x{\n  id:   \"a\"\nrole:judge\n}\n");
    assertThat(format(text, new Span(9, 17)))
        .isEqualTo("model x{\n  id:   \"a\"\n  role: judge\n}\n");
    assertThat(format(text, new Span(0, 0))).isEqualTo("model x {\nid:\"a\"\nrole:judge\n}\n");
  }

  @Test
  void aRangeTakesWhiteSpaceBehindItsLinesWithIt() {
    String text = "model x { \n\n\nid: 1  \n\n\nrole: judge\n}\n";
    assertThat(format(text, new Span(13, 13)))
        .isEqualTo("model x { \n\n\n  id: 1\n\n\nrole: judge\n}\n");
  }

  @Test
  void aCommaIsDrawnUpWithTheLineEndBehindIt() {
    String text = "model x {\n  a: 1\n  , b: 2\n}\n";
    assertThat(format(text, new Span(12, 12))).isEqualTo(text);
    assertThat(format(text, new Span(20, 20))).isEqualTo("model x {\n  a: 1,\n  b: 2\n}\n");
  }

  @Test
  void aTextMovesWithTheLineThatOpensIt() {
    String text = "prompt x {\nsystem: \"\"\"\n  a\n  \"\"\"\nmodel:y\n}\n";
    assertThat(format(text, new Span(11, 11)))
        .isEqualTo("prompt x {\n  system: \"\"\"\n    a\n    \"\"\"\nmodel:y\n}\n");
  }

  @Test
  void whatIsNestedTooDeeplyIsLeftAlone() {
    String deep = "x  { a: " + "[".repeat(100_000) + "]".repeat(100_000) + " }\n";
    assertThat(format(deep + "model  x {}\n")).isEqualTo(deep + "model x {}\n");
  }

  @Test
  void aFileThatIsTooLargeIsLeftAlone() {
    String large = "model  x {}  \n".repeat(SyntaxTree.MAX_LENGTH / 10);
    assertThat(edits(large)).isEmpty();
  }

  private static String format(String text) {
    return Formatter.format(SyntaxTree.parse(text));
  }

  private static List<LocalEdit> edits(String text) {
    return Formatter.edits(SyntaxTree.parse(text));
  }

  private static String format(String text, Span range) {
    StringBuilder out = new StringBuilder(text);
    List<LocalEdit> edits = Formatter.edits(SyntaxTree.parse(text), range);
    for (int i = edits.size() - 1; i >= 0; i--) {
      Span span = edits.get(i).span();
      out.replace(span.start(), span.end(), edits.get(i).text());
    }
    return out.toString();
  }
}
