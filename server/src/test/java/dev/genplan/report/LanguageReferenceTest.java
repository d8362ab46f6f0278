package dev.genplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.plan.Checker;
import dev.genplan.syntax.Chunk;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageReferenceTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final String UPDATE = "mvn -pl server -am test -Dtest=LanguageReferenceTest";

  private static Path page(Language language) {
    return DOCS.resolve(language == Language.CHINESE ? "language.zh-CN.md" : "language.md");
  }

  /** Writes the pages instead if the property {@code genplan.update} is set. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageInTheRepositoryIsWhatTheSchemaSays(Language language) throws IOException {
    String fresh = LanguageReference.markdown(language);
    if (Boolean.getBoolean("genplan.update")) {
      Files.writeString(page(language), fresh);
    }
    assertThat(Files.readString(page(language)))
        .as("%s is stale; write it anew with: %s -Dgenplan.update=true", page(language), UPDATE)
        .isEqualTo(fresh);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyExampleIsRight(Language language) {
    Matcher examples =
        Pattern.compile("(?ms)^```genplan\\n(.*?)^```$")
            .matcher(LanguageReference.markdown(language));
    List<String> faults = new ArrayList<>();
    while (examples.find()) {
      SyntaxTree tree = SyntaxTree.parse(examples.group(1));
      List<LocalDiagnostic> found = new ArrayList<>(tree.errors());
      for (Chunk chunk : tree.chunks()) {
        found.addAll(Checker.check(chunk));
      }
      found.forEach(each -> faults.add(each.message() + " in\n" + examples.group(1)));
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLinkLeadsToAHeading(Language language) {
    String page = LanguageReference.markdown(language);
    List<String> anchors =
        page.lines()
            .filter(line -> line.startsWith("#"))
            .map(LanguageReferenceTest::anchor)
            .toList();
    assertThat(anchors).doesNotHaveDuplicates();
    Matcher links = Pattern.compile("\\]\\(#([^)]*)\\)").matcher(page);
    while (links.find()) {
      assertThat(anchors).contains(links.group(1));
    }
  }

  /** As Markdown viewers make them: lower case, spaces to dashes, punctuation gone. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+ ", "")
        .toLowerCase(java.util.Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
