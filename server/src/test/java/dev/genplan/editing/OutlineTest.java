package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.syntax.SyntaxTree;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutlineTest {

  private static String outline(String text) {
    return lines(Outline.of(SyntaxTree.parse(text)), "", text);
  }

  private static String lines(List<Outline.Entry> entries, String indent, String text) {
    return entries.stream()
        .map(
            entry ->
                "%s%s %s (%s) at %s\n%s"
                    .formatted(
                        indent,
                        entry.detail(),
                        entry.name(),
                        entry.type(),
                        text.substring(entry.selection().start(), entry.selection().end()),
                        lines(entry.children(), indent + "  ", text)))
        .collect(Collectors.joining());
  }

  @Test
  void listsDeclarationsAndThoseInsideThem() {
    assertThat(
            outline(
                """
                import "hardware.genplan"
                project support { team { annotator: 2 } }
                dataset 对话 {
                  split train { }
                }
                repeat rounds {
                  align ppo { }
                }
                """))
        .isEqualTo(
            """
            project support (PROJECT) at support
            dataset 对话 (DATASET) at 对话
              split train (PART) at train
            repeat rounds (STAGE) at rounds
              align ppo (STAGE) at ppo
            """);
  }

  @Test
  void listsWhatIsBrokenAsWell() {
    assertThat(outline("finetun sft {\n\nmodel m {\n}\n"))
        .isEqualTo("finetun sft (UNKNOWN) at sft\nmodel m (MODEL) at m\n");
  }
}
