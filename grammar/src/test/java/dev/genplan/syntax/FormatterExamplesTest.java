package dev.genplan.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that are formatted as they should be, and examples of texts before and after. */
class FormatterExamplesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "support-summaries",
        "handbook-bot",
        "summaries",
        "chat",
        "instructgpt",
        "llama-2-chat"
      })
  void aPlanStaysByteForByte(String name) {
    String text = read(name + ".genplan");
    SyntaxTree tree = SyntaxTree.parse(text);
    assertThat(tree.errors()).isEmpty();
    assertThat(Formatter.format(tree)).isEqualTo(text);
    assertThat(Formatter.edits(tree)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> examples() {
    return Arrays.stream(read("examples.txt").split("\n=== "))
        .skip(1)
        .map(
            example -> {
              String[] parts = example.split("\n", 2);
              String[] texts = (parts[1].stripTrailing() + "\n").split("--->\n");
              return DynamicTest.dynamicTest(
                  parts[0], () -> formatsTo(texts[0], texts[texts.length - 1]));
            });
  }

  private static void formatsTo(String before, String after) {
    assertThat(Formatter.format(SyntaxTree.parse(before))).isEqualTo(after);
    assertThat(Formatter.format(SyntaxTree.parse(after))).isEqualTo(after);
  }

  private static String read(String name) {
    try (InputStream in = FormatterExamplesTest.class.getResourceAsStream("format/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
