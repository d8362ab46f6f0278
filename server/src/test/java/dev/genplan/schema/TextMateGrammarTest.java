package dev.genplan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TextMateGrammarTest {

  private static final Path GRAMMAR =
      Path.of("..", "vscode-client", "syntaxes", "genplan.tmLanguage.json");
  private static final String UPDATE = "mvn -pl server -am test -Dtest=TextMateGrammarTest";

  /** Writes the grammar instead if the property {@code genplan.update} is set. */
  @Test
  void theGrammarInTheRepositoryIsWhatTheSchemaSays() throws IOException {
    String fresh = TextMateGrammar.json();
    if (Boolean.getBoolean("genplan.update")) {
      Files.writeString(GRAMMAR, fresh);
    }
    assertThat(Files.readString(GRAMMAR))
        .as("%s is stale; write it anew with: %s -Dgenplan.update=true", GRAMMAR, UPDATE)
        .isEqualTo(fresh);
  }

  @Test
  void itIsJsonWithoutGaps() {
    String grammar = TextMateGrammar.json();
    assertThat(JsonParser.parseString(grammar).getAsJsonObject().get("scopeName").getAsString())
        .isEqualTo("source.genplan");
    assertThat(grammar).doesNotContainPattern("@[A-Z]+@");
  }
}
