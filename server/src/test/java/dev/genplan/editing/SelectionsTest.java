package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.syntax.SyntaxTree;
import dev.genplan.testing.MarkedPlan.Caret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionsTest {

  /** From the smallest to the largest. */
  private static List<String> steps(String marked) {
    Caret caret = Caret.in(marked);
    List<String> steps = new ArrayList<>();
    Selections.at(SyntaxTree.parse(caret.text()), caret.offset())
        .forEach(span -> steps.add(caret.text().substring(span.start(), span.end())));
    Collections.reverse(steps);
    return steps;
  }

  @Test
  void growsFromAWordToTheFile() {
    assertThat(steps("finetune sft {\n  data: [d.tr‸ain { weight: 2 }, e]\n}\n"))
        .containsExactly(
            "train",
            "d.train",
            "d.train { weight: 2 }",
            "d.train { weight: 2 }, e",
            "[d.train { weight: 2 }, e]",
            "data: [d.train { weight: 2 }, e]",
            "{\n  data: [d.train { weight: 2 }, e]\n}",
            "finetune sft {\n  data: [d.train { weight: 2 }, e]\n}",
            "finetune sft {\n  data: [d.train { weight: 2 }, e]\n}\n");
  }

  @Test
  void growsInsideATextAndAComment() {
    assertThat(steps("project p { goal: \"好 go‸al\" }"))
        .startsWith("goal", "好 goal", "\"好 goal\"", "goal: \"好 goal\"");
    assertThat(steps("// a co‸mment\nmodel m { }\n"))
        .containsExactly("comment", "a comment", "// a comment", "// a comment\nmodel m { }\n");
  }

  @Test
  void takesTheMembersBeforeTheBraces() {
    assertThat(steps("model m { id: \"x\", ‸ }"))
        .containsExactly("{ id: \"x\",  }", "model m { id: \"x\",  }");
    assertThat(steps("model m { id: \"x\", role‸: judge }"))
        .containsExactly(
            "role",
            "role: judge",
            "id: \"x\", role: judge",
            "{ id: \"x\", role: judge }",
            "model m { id: \"x\", role: judge }");
  }

  @Test
  void takesAWordAtItsEnd() {
    assertThat(steps("model m‸\n")).startsWith("m");
    assertThat(steps("‸")).containsExactly("");
  }
}
