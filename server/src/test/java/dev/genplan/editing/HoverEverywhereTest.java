package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Settings;
import dev.genplan.plan.Plan;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.Chunk;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.TokenKind;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import dev.genplan.workspace.FileUris;
import dev.genplan.workspace.Snapshot;
import dev.genplan.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every word, figure, date and text of all sample plans has something to say for itself. */
class HoverEverywhereTest {

  private static final Path SAMPLES =
      Path.of("..", "samples", "plans").toAbsolutePath().normalize();
  private static final Set<TokenKind> WORDS =
      Set.of(TokenKind.NAME, TokenKind.NUMBER, TokenKind.DATE, TokenKind.TEXT, TokenKind.PERCENT);

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"ENGLISH", "CHINESE"})
  void explainsEveryWord(Language language) throws IOException {
    Snapshot snapshot =
        new Workspace(
                List.of(SAMPLES), new Analyzer(RuleIndex.all(), Settings.usual(TestPlans.TODAY)))
            .current();
    List<String> silent = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".genplan")).toList()) {
        Plan plan = snapshot.plan(FileUris.of(file)).orElseThrow();
        silent.addAll(silent(plan, file.getFileName().toString(), language));
      }
    }
    assertThat(silent).isEmpty();
  }

  private static List<String> silent(Plan plan, String file, Language language) {
    List<String> silent = new ArrayList<>();
    SyntaxTree tree = plan.source().tree();
    Surroundings surroundings = Surroundings.of(language, TestPlans.TODAY);
    for (int i = 0; i < tree.chunks().size(); i++) {
      Chunk chunk = tree.chunks().get(i);
      for (int at = 0; at < chunk.tokens().size(); at++) {
        int start = tree.start(i) + chunk.tokens().start(at);
        int end = tree.start(i) + chunk.tokens().end(at);
        int middle = (start + end) / 2;
        if (WORDS.contains(chunk.tokens().kind(at))
            && Hovers.at(plan, middle, surroundings)
                .filter(hover -> hover.span().touches(middle))
                .filter(hover -> !hover.text().plain().isBlank())
                .isEmpty()) {
          int line = tree.lines().line(start);
          silent.add(
              file
                  + ":"
                  + (line + 1)
                  + " "
                  + tree.text().substring(start, end)
                  + "    in "
                  + tree.lines().text(line).strip());
        }
      }
    }
    return silent;
  }
}
