package dev.genplan.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that are formatted as they should be. */
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
  void staysByteForByte(String name) throws IOException {
    String text = read(name + ".genplan");
    SyntaxTree tree = SyntaxTree.parse(text);
    assertThat(tree.errors()).isEmpty();
    assertThat(Formatter.format(tree)).isEqualTo(text);
    assertThat(Formatter.edits(tree)).isEmpty();
  }

  private static String read(String name) throws IOException {
    try (InputStream in = FormatterExamplesTest.class.getResourceAsStream("format/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
