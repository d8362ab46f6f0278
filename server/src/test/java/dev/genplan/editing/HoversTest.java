package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.analysis.Analysis;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.testing.MarkedPlan.Caret;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoversTest {

  private static final String PLAN =
      """
      model flan { license: apache-2.0 }
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
            - Used by `production`
            - Runs only if `baseline.fails` holds""");
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
            - 被 `production` 使用
            - 仅当 `baseline.fails` 成立时执行""");
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
    assertThat(markdown("rougeL"))
        .startsWith("**ROUGE-L**")
        .endsWith("Higher is better. A share: `40%` or `0.4`.");
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
  void hasNothingToSayAboutSpaceAndComments() {
    for (String marked : new String[] {"model m {\n ‸ \n}", "‸", "// a ‸ b", "/// a ‸ b\n"}) {
      Caret caret = Caret.in(marked);
      assertThat(Hovers.at(TestPlans.bind(caret.text()), caret.offset(), HERE))
          .as(marked)
          .isEmpty();
    }
  }

  @Test
  void tellsFiguresInOtherUnits() {
    assertThat(plain("compute c { memory: 80‸GB }")).contains("`80GB` is 74.51 GiB.");
    assertThat(plain("finetune f { duration: 12 ho‸urs }"))
        .startsWith("**hours**")
        .contains("`12 hours` is 0.5 days, 720 minutes.");
    assertThat(plain("finetune f { duration: 2‸..4 weeks }"))
        .startsWith("`2 weeks` is 336 hours, 14 days");
    assertThat(plain("compute c { price: 1.80 U‸SD/hour }"))
        .contains("`1.80 USD/hour` is 43.2 USD/day, 1,315 USD/month.");
    assertThat(plain("model m { tokens: 1.5‸T }")).startsWith("`1.5T` is 1,500,000,000,000.");
    assertThat(plain("compute c { mfu: 0.‸4 }")).startsWith("`0.4` is 40%.");
    assertThat(plain("compute c { mfu: 40‸% }")).startsWith("`40%` is 0.4.");
    assertThat(plain("finetune f { learning-rate: 5.03e‸-6 }"))
        .startsWith("`5.03e-6` is 0.00000503.");
    assertThat(plain("finetune f { epochs: 3‸ }")).startsWith("**Epochs**");
  }

  @Test
  void countsDays() {
    String project = "project p { deadline: 2027-02-26 }\n";
    assertThat(plain(project + "finetune f { finished: 2026-12-‸01 }"))
        .startsWith("`2026-12-01` is a Tuesday, in 8 days. 87 days before the deadline.");
    assertThat(plain(project + "finetune f { finished: 2026-11‸-23 }"))
        .startsWith("`2026-11-23` is a Monday, today.");
  }

  @Test
  void knowsTheCatalog() {
    assertThat(plain("model m { id: \"Qwen/Qw‸en3-8B\" }"))
        .startsWith("**Qwen/Qwen3-8B**")
        .contains("8.19B parameters", "context of 32,768 tokens", "Source: Qwen3 model card");
    assertThat(plain("compute c { accelerator: A100‸-80GB }"))
        .contains("80 GB of memory", "bf16: 312 TFLOP/s", "up to 400 W", "Source: ");
    assertThat(plain("model m { license: cc-by-nc-sa‸-4.0 }"))
        .contains("commercial use: forbidden", "what derives from it keeps the license");
    assertThat(plain("align a { method: grp‸o }"))
        .contains("What it needs:", "rewards from: a reward model or a verifier or a judge");
  }

  @Test
  void tellsWhatAReportHasFound() {
    String report =
        "evaluate b‸ase { metrics { rougeL >= 0.4 } results { rougeL: 0.31 { date: 2026-11-20 } } }";
    assertThat(plain(report)).contains("Failed, with `rougeL: 0.31`.");
  }

  @Test
  void listsWhatAnImportBringsIn() {
    Caret caret = Caret.in("import \"hard‸ware.genplan\"\n");
    Map<String, String> files = Map.of("hardware.genplan", "compute card { accelerator: L40S }\n");
    assertThat(
            Hovers.at(TestPlans.bind(caret.text(), files), caret.offset(), HERE)
                .orElseThrow()
                .text()
                .plain())
        .isEqualTo("Declares `compute card`.");
  }

  @Test
  void saysWhyAFindingMatters() {
    Caret caret = Caret.in("project p { goal: \"g\" }\nmodel un‸used { license: mit }\n");
    Analysis analysis = TestPlans.analyze(caret.text(), Map.of(), RuleIndex.all());
    Surroundings known =
        new Surroundings(
            Language.ENGLISH,
            TestPlans.TODAY,
            List::of,
            Optional.of(analysis),
            rule -> Optional.of("why " + rule));
    assertThat(Hovers.at(analysis.plan(), caret.offset(), known).orElseThrow().text().plain())
        .contains("`unused-declaration`: ", "why unused-declaration");
  }

  private static String plain(String marked) {
    Caret caret = Caret.in(marked);
    return Hovers.at(TestPlans.bind(caret.text()), caret.offset(), HERE)
        .map(hover -> hover.text().plain())
        .orElse("");
  }
}
