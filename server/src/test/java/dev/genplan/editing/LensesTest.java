package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.plan.Plan;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class LensesTest {

  private static List<String> lenses(String text, Language language) {
    Plan plan = TestPlans.bind(text);
    return Lenses.of(plan).stream()
        .map(
            lens ->
                lens.symbol().qualifiedName()
                    + ": "
                    + Lenses.tell(lens.kind(), lens.symbol(), List.of(plan)).title().in(language))
        .toList();
  }

  private static final String PLAN =
      """
      project p { }
      model flan { }
      dataset d { split train { } }
      compute card { }
      finetune sft { model: flan, data: d.train, compute: card }
      finetune b { model: flan }
      finetune c { model: flan }
      finetune e { model: flan }
      evaluate report { model: sft }
      deploy live { model: sft, gate: report }
      monitor watch { service: live }
      """;

  @Test
  void countsReferencesAndSaysWhatAThingFlowsInto() {
    assertThat(lenses(PLAN, Language.ENGLISH))
        .containsExactly(
            "flan: 4 references",
            "flan: flows into sft, b, c and 1 more",
            "d: 1 reference",
            "d: flows into sft",
            "card: 1 reference",
            "sft: 2 references",
            "sft: flows into report, live",
            "b: no references",
            "c: no references",
            "e: no references",
            "report: 1 reference",
            "live: 1 reference");
  }

  @Test
  void speaksChinese() {
    assertThat(lenses(PLAN, Language.CHINESE))
        .contains("flan: 4 处引用", "flan: 流向 sft、b、c 等 4 项", "b: 无引用");
  }

  @Test
  void leavesOpenWhatALibraryFlowsInto() {
    assertThat(lenses("model flan { }", Language.ENGLISH))
        .containsExactly("flan: no references", "flan: flows nowhere");
  }
}
