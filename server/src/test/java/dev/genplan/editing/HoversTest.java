package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.testing.MarkedPlan.Caret;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoversTest {

  private static final String PLAN =
      """
      model flan { id: "google/flan-t5-base" }
      dataset dialogs {
        split train { size: 12_460 examples }
        split test  { size: 1_500 examples }
      }
      evaluate baseline {
        model: flan
        data:  dialogs.test
        metrics { rougeL >= 0.40 }
      }
      /// Learns to write summaries.
      finetune sft {
        when:   baseline.fails
        model:  flan
        data:   dialogs.train
        method: lora { rank: 16 }
      }
      deploy production { model: sft }
      """;

  private static final Surroundings HERE = Surroundings.of(Language.ENGLISH, TestPlans.TODAY);

  private static Optional<Hover> at(String text, String word, Language language) {
    int offset = text.indexOf(word) + 1;
    return Hovers.at(TestPlans.bind(text), offset, Surroundings.of(language, TestPlans.TODAY));
  }

  private static String markdown(String word) {
    return at(PLAN, word, Language.ENGLISH).orElseThrow().text().markdown();
  }

  @Test
  void explainsADeclaration() {
    assertThat(markdown("sft {"))
        .isEqualTo(
            """
            ```genplan
            finetune sft
            ```

            Learns to write summaries.

            Fine-tuning. Makes an adapter.

            - Made from `flan`, `dialogs.train`
            - Used by `production`""");
  }

  @Test
  void explainsWhatANameMeans() {
    assertThat(markdown("flan\n  data:   d"))
        .isEqualTo(
            """
            ```genplan
            model flan
            ```

            A model.

            - Used by `baseline`, `sft`""");
  }

  @Test
  void explainsInChinese() {
    assertThat(at(PLAN, "sft {", Language.CHINESE).orElseThrow().text().plain())
        .isEqualTo(
            """
            finetune sft

            Learns to write summaries.

            微调。产出：适配器。

            - 由 `flan`、`dialogs.train` 产出
            - 被 `production` 使用""");
  }

  @Test
  void tellsThePartsOfANameApart() {
    assertThat(markdown("dialogs.train")).startsWith("```genplan\ndataset dialogs\n```");
    assertThat(markdown("train\n  method")).startsWith("```genplan\nsplit dialogs.train\n```");
  }

  @Test
  void explainsAVerdict() {
    assertThat(markdown("fails"))
        .startsWith(
            "Whether `baseline` misses one of its criteria.\n\n```genplan\nevaluate baseline");
  }

  @Test
  void explainsWordsOfTheLanguage() {
    assertThat(markdown("finetune sft")).startsWith("**Fine-tuning**");
    assertThat(markdown("method")).startsWith("**Method**");
    assertThat(markdown("lora")).isEqualTo("Trains low-rank matrices beside frozen weights.");
    assertThat(markdown("rank")).startsWith("**Rank**");
    assertThat(markdown("examples")).contains("examples");
    assertThat(markdown("rougeL")).startsWith("**ROUGE-L**").endsWith("Higher is better.");
    assertThat(markdown("metrics")).startsWith("**Metrics**");
  }

  @Test
  void marksTheWord() {
    Hover hover = at(PLAN, "lora", Language.ENGLISH).orElseThrow();

    assertThat(PLAN.substring(hover.span().start(), hover.span().end())).isEqualTo("lora");
  }

  @Test
  void findsAWordFromEitherSide() {
    for (String marked : new String[] {"‸finetune f { }", "fine‸tune f { }", "finetune‸ f { }"}) {
      Caret caret = Caret.in(marked);
      assertThat(Hovers.at(TestPlans.bind(caret.text()), caret.offset(), HERE))
          .as(marked)
          .isPresent();
    }
  }

  @Test
  void hasNothingToSayAboutNumbersTextAndSpace() {
    for (String marked :
        new String[] {
          "finetune f { epochs: 3‸ }", "model m { id: \"a‸b\" }", "model m {\n ‸ \n}", "‸"
        }) {
      Caret caret = Caret.in(marked);
      assertThat(Hovers.at(TestPlans.bind(caret.text()), caret.offset(), HERE))
          .as(marked)
          .isEmpty();
    }
  }
}
