package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Span;
import dev.genplan.testing.MarkedPlan.Caret;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompletionsTest {

  private static final String BEFORE =
      """
      project support {
        task: summarization
      }
      model flan { id: "google/flan-t5-base" }
      dataset dialogs {
        source: "hf://knkarthick/dialogsum"
        split train { size: 12_460 examples }
        split test  { size: 1_500 examples }
      }
      evaluate baseline {
        model: flan
        data:  dialogs.test
        metrics {
          rougeL   >= 0.40
          toxicity <= 1%
        }
      }
      """;

  private static final Surroundings HERE = Surroundings.of(Language.ENGLISH, TestPlans.TODAY);

  private static CompletionList list(String marked) {
    Caret caret = Caret.in(marked);
    return Completions.at(TestPlans.bind(caret.text()), caret.offset(), HERE);
  }

  private static List<Completion> at(String marked) {
    return list(marked).items();
  }

  private static List<String> labels(String marked) {
    return at(marked).stream().map(Completion::label).toList();
  }

  private static Completion item(String marked, String label) {
    return at(marked).stream()
        .filter(completion -> completion.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not among " + labels(marked)));
  }

  /** The text once a completion is taken. */
  private static String taken(String marked, String label) {
    Completion item = item(marked, label);
    String text = Caret.in(marked).text();
    Span word = list(marked).word();
    return text.substring(0, word.start()) + item.text() + text.substring(word.end());
  }

  @Nested
  class AtTheTopOfAFile {

    @Test
    void offersKinds() {
      assertThat(labels("‸")).startsWith("project", "model", "dataset").contains("import", "allow");
    }

    @Test
    void offersNoSecondProject() {
      assertThat(labels("project p { }\n‸")).startsWith("model").doesNotContain("project");
    }

    @Test
    void offersImportsOnlyBeforeDeclarations() {
      assertThat(labels("import \"a.genplan\"\n‸")).contains("import");
      assertThat(labels("model m { }\n‸")).doesNotContain("import");
    }

    @Test
    void bringsWhatADeclarationMustHave() {
      assertThat(item("‸", "finetune").snippet())
          .contains("finetune ${1:sft} {\n  model: $2\n  data:  $3\n}");
      assertThat(item("‸", "finetune").text()).isEqualTo("finetune ");
    }

    @Test
    void replacesTheWholeWord() {
      assertThat(taken("fine‸tun sft { }", "finetune")).isEqualTo("finetune sft { }");
      assertThat(item("fine‸tun sft { }", "finetune").snippet()).isEmpty();
    }

    @Test
    void knowsABrokenFile() {
      assertThat(labels("dataset d {\n  license: mit\n\nmo‸")).startsWith("project", "model");
    }

    @Test
    void isSilentWhereANameIsFree() {
      assertThat(labels("finetune ‸")).isEmpty();
      assertThat(labels("finetune sft ‸")).isEmpty();
    }
  }

  @Nested
  class InADeclaration {

    @Test
    void offersWhatIsMissingFirst() {
      assertThat(labels(BEFORE + "finetune sft {\n  ‸\n}"))
          .startsWith("model", "data", "method")
          .doesNotHaveDuplicates();
    }

    @Test
    void offersNothingTwice() {
      assertThat(labels(BEFORE + "finetune sft {\n  model: flan\n  ‸\n}"))
          .startsWith("data", "method")
          .doesNotContain("model");
    }

    @Test
    void keepsWhatIsBeingRewritten() {
      assertThat(taken("finetune sft {\n  epo‸: 3\n}", "epochs"))
          .isEqualTo("finetune sft {\n  epochs: 3\n}");
    }

    @Test
    void completesAfterADash() {
      assertThat(taken("finetune sft {\n  learning-‸\n}", "learning-rate"))
          .isEqualTo("finetune sft {\n  learning-rate: \n}");
    }

    @Test
    void worksInAnUnclosedBlock() {
      assertThat(labels("finetune sft {\n  ‸")).startsWith("model", "data");
      assertThat(labels("finetune sft {\n  model: a\n  ‸\n\nmodel a { }\n")).startsWith("data");
    }

    @Test
    void worksOnOneLine() {
      assertThat(labels("project p { use: commercial, ‸ }"))
          .startsWith("goal", "task", "audience")
          .doesNotContain("use");
    }

    @Test
    void offersSectionsWithTheirBraces() {
      assertThat(item("evaluate e {\n  ‸\n}", "metrics").snippet()).contains("metrics {\n  $0\n}");
      assertThat(taken("project p {\n  te‸\n}", "team")).isEqualTo("project p {\n  team { \n}");
    }

    @Test
    void offersSplitsOfADataset() {
      assertThat(item("dataset d {\n  ‸\n}", "split").snippet())
          .contains("split ${1:train} { size: ${2:1_500 examples} }");
    }

    @Test
    void offersStagesInARepeat() {
      assertThat(labels("repeat rounds {\n  ‸\n}"))
          .startsWith("start", "times")
          .contains("feedback", "align")
          .doesNotContain("model", "dataset", "project");
    }

    @Test
    void offersTheRolesOfATeam() {
      assertThat(labels("project p {\n  team {\n    annotator: 2\n    ‸\n  }\n}"))
          .contains("ml-engineer")
          .doesNotContain("annotator", "allow");
    }

    @Test
    void offersOptionsOfAMethod() {
      assertThat(labels("finetune f {\n  method: lora { rank: 16, ‸ }\n}"))
          .contains("alpha", "dropout")
          .doesNotContain("rank", "model");
    }

    @Test
    void offersQualifiersOfAValue() {
      assertThat(labels("project p {\n  team {\n    annotator: 4 { ‸ }\n  }\n}"))
          .startsWith("rate", "hours", "lead")
          .contains("source");
    }

    @Test
    void offersRulesToAllow() {
      assertThat(labels("finetune f {\n  allow ‸\n}")).contains("unused-allow");
    }
  }

  @Nested
  class AsAValue {

    @Test
    void offersWords() {
      assertThat(labels("project p {\n  use: ‸\n}"))
          .containsExactly(
              "commercial", "nonprofit", "education", "research", "personal", "unknown");
    }

    @Test
    void leavesASpaceBehindTheColon() {
      assertThat(taken("project p {\n  use:‸\n}", "research"))
          .isEqualTo("project p {\n  use: research\n}");
    }

    @Test
    void replacesTheWordAtTheCaret() {
      assertThat(taken("finetune f {\n  method: prompt-‸tun\n}", "prefix-tuning"))
          .isEqualTo("finetune f {\n  method: prefix-tuning\n}");
    }

    @Test
    void offersWhatFitsByTypeAndNothingElse() {
      assertThat(labels(BEFORE + "finetune sft {\n  model: ‸\n}"))
          .containsExactly("flan", "unknown");
      assertThat(labels(BEFORE + "finetune sft {\n  data: ‸\n}"))
          .containsExactly("dialogs.train", "dialogs.test", "dialogs", "unknown");
    }

    @Test
    void offersSystemsForDeploymentOnly() {
      String system = BEFORE + "prompt shots { model: flan }\n";
      assertThat(labels(system + "deploy d {\n  model: ‸\n}")).startsWith("shots", "flan");
      assertThat(labels(system + "finetune f {\n  model: ‸\n}")).doesNotContain("shots");
    }

    @Test
    void offersVerdicts() {
      assertThat(labels(BEFORE + "finetune sft {\n  when: ‸\n}"))
          .containsExactly("baseline.fails", "baseline.passes", "unknown");
    }

    @Test
    void offersMembersBehindADot() {
      assertThat(labels(BEFORE + "finetune sft {\n  data: dialogs.‸\n}"))
          .containsExactly("train", "test");
      assertThat(labels(BEFORE + "finetune sft {\n  when: baseline.pa‸\n}"))
          .containsExactly("fails", "passes");
      assertThat(taken(BEFORE + "finetune sft {\n  data: dialogs.te‸st\n}", "train"))
          .endsWith("data: dialogs.train\n}");
    }

    @Test
    void replacesAReferenceWithItsMembers() {
      assertThat(taken(BEFORE + "finetune sft {\n  data: dia‸.test\n}", "dialogs.train"))
          .endsWith("data: dialogs.train\n}");
    }

    @Test
    void offersElementsOfAList() {
      assertThat(labels(BEFORE + "finetune sft {\n  data: [dialogs.train, ‸]\n}"))
          .containsExactly("dialogs.test", "dialogs");
      assertThat(labels("dataset d {\n  content: [\n    preferences,\n    ‸\n  ]\n}"))
          .contains("labels")
          .doesNotContain("preferences");
    }

    @Test
    void offersNamesInAnyScript() {
      assertThat(taken("model 模型 { }\nfinetune 微调 {\n  model: 模‸\n}", "模型"))
          .isEqualTo("model 模型 { }\nfinetune 微调 {\n  model: 模型\n}");
    }

    @Test
    void offersTheInputOfARound() {
      assertThat(labels(BEFORE + "repeat rounds {\n  start: flan\n  align a { model: ‸ }\n}"))
          .startsWith("rounds");
      assertThat(labels(BEFORE + "repeat rounds {\n  result: ‸\n  align a { model: rounds }\n}"))
          .startsWith("a");
    }

    @Test
    void offersTruth() {
      assertThat(labels("deploy d {\n  disclosure: ‸\n}")).startsWith("true", "false");
    }

    @Test
    void isSilentInTextNumbersAndComments() {
      assertThat(labels("project p {\n  goal: \"a ‸ b\"\n}")).isEmpty();
      assertThat(labels("project p {\n  goal: \"a ‸\n}")).isEmpty();
      assertThat(labels("finetune f {\n  epochs: 3‸\n}")).isEmpty();
      assertThat(labels("finetune f {\n  // mo‸\n}")).isEmpty();
      assertThat(labels("/// mo‸\nmodel m { }")).isEmpty();
      assertThat(labels(BEFORE + "finetune f {\n  model: flan ‸\n}")).isEmpty();
    }
  }

  @Nested
  class AsAUnit {

    @Test
    void offersWhatTheProperyMeasures() {
      assertThat(labels("compute c {\n  memory: 80 ‸\n}")).startsWith("GB", "GiB");
      assertThat(labels("finetune f {\n  duration: 2..4 ‸\n}"))
          .startsWith("weeks")
          .contains("days", "hours")
          .doesNotContain("GB", "USD");
    }

    @Test
    void completesAUnitDirectlyBehindANumber() {
      assertThat(taken("compute c {\n  memory: 80G‸\n}", "GiB"))
          .isEqualTo("compute c {\n  memory: 80GiB\n}");
    }

    @Test
    void offersRatesWhole() {
      assertThat(labels("compute c {\n  price: 1.80 ‸\n}")).startsWith("USD/hour", "EUR/hour");
      assertThat(labels("compute c {\n  price: 1.80 USD/‸\n}")).startsWith("hour");
    }
  }

  @Nested
  class AmongMetrics {

    @Test
    void offersMetricsWithTheirUsualComparison() {
      String marked = "evaluate e {\n  metrics {\n    ‸\n  }\n}";
      assertThat(item(marked, "rougeL").text()).isEqualTo("rougeL >= ");
      assertThat(item(marked, "perplexity").text()).isEqualTo("perplexity <= ");
      assertThat(item(marked, "pass@k").snippet()).contains("pass@${1:1} >= ");
    }

    @Test
    void offersThoseFirstThatSuitTheTask() {
      assertThat(labels(BEFORE + "evaluate e {\n  metrics {\n    ‸\n  }\n}"))
          .startsWith("rouge1", "rouge2", "rougeL");
    }

    @Test
    void offersResultsOfWhatIsMeasured() {
      String marked = "evaluate e {\n  metrics {\n    chrf >= 50\n  }\n  results {\n    ‸\n  }\n}";
      assertThat(labels(marked)).startsWith("chrf");
      assertThat(item(marked, "chrf").text()).isEqualTo("chrf: ");
    }

    @Test
    void offersComparisons() {
      assertThat(labels("evaluate e {\n  metrics {\n    toxicity ‸\n  }\n}"))
          .containsExactly("<=", ">=", ">", "<", "==");
    }

    @Test
    void offersTheSameMetricOfAnotherReport() {
      assertThat(labels(BEFORE + "evaluate e {\n  metrics {\n    rougeL >= ‸\n  }\n}"))
          .containsExactly("baseline.rougeL");
      assertThat(labels(BEFORE + "evaluate e {\n  metrics {\n    rougeL >= baseline.‸\n  }\n}"))
          .containsExactly("rougeL", "toxicity");
    }
  }

  @Test
  void explainsInTheReadersLanguage() {
    Caret caret = Caret.in("‸");
    Completion finetune =
        Completions.at(
                TestPlans.bind(caret.text()),
                caret.offset(),
                Surroundings.of(Language.CHINESE, TestPlans.TODAY))
            .items()
            .stream()
            .filter(completion -> completion.label().equals("finetune"))
            .findFirst()
            .orElseThrow();

    assertThat(finetune.detail()).isEqualTo("微调");
  }
}
