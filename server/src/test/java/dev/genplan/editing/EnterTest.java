package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.plan.Plan;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * In many editors the line end accepts what is chosen in the list. Typed behind any line of the
 * sample plans it changes nothing of the line.
 */
class EnterTest {

  private static final Path SAMPLES = Path.of("..", "samples", "plans");
  private static final Surroundings HERE = Surroundings.of(Language.ENGLISH, TestPlans.TODAY);

  @Test
  void endsEachLineAsItIs() throws IOException {
    List<String> changed = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".genplan")).toList()) {
        changed.addAll(changed(Files.readString(file)));
      }
    }
    assertThat(changed).isEmpty();
  }

  private static List<String> changed(String text) {
    List<String> changed = new ArrayList<>();
    Plan plan = TestPlans.bind(text);
    SyntaxTree tree = plan.source().tree();
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      CompletionList list = Completions.at(plan, end, HERE);
      boolean open = list.word().length() > 0;
      List<Completion> shown = open ? EditorFilter.shown(list, text, end) : List.of();
      String word = text.substring(list.word().start(), list.word().end());
      if (!shown.isEmpty() && !shown.get(0).text().equals(word)) {
        changed.add(
            tree.lines().text(tree.lines().line(end)).strip() + " becomes " + shown.get(0).text());
      }
    }
    return changed;
  }
}
