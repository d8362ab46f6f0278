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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Completion where plans are broken, odd or half typed, and what it takes from elsewhere. */
class CompletionPlacesTest {

  private static final Surroundings HERE = Surroundings.of(Language.ENGLISH, TestPlans.TODAY);

  private static CompletionList at(String marked, Surroundings surroundings) {
    Caret caret = Caret.in(marked);
    return Completions.at(TestPlans.bind(caret.text()), caret.offset(), surroundings);
  }

  private static List<String> labels(String marked) {
    return at(marked, HERE).items().stream().map(Completion::label).toList();
  }

  private static Completion item(String marked, String label) {
    return at(marked, HERE).items().stream()
        .filter(completion -> completion.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not among " + labels(marked)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "finetune f {\r\n  model: m\r\n  ‸\r\n}\r\nmodel m { }\r\n",
        "finetune f {\r\n  model: m\r\n  da‸",
        "model m { }\nfinetune f {\n  model: m\n  ‸\n",
        "model m { }\nfinetune f {\n  model: m\n\n  da‸\n\nmodel n { }\n",
        "}}}\nfinetune f {\n  epochs: = 3\n  ‸\n}\n",
        "finetune 微调 {\n  model: 模型\n  ‸\n}\nmodel 模型 { }\n",
        "finetune f ｛\n  model： m，\n  ‸\n｝\n",
        "finetune f { model: m, // 😀 why\n  ‸ }\n",
        "/// 模型 😀\nfinetune f { model: m, ‸ }\n",
      })
  void offersPropertiesInAnyState(String marked) {
    assertThat(labels(marked)).contains("data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model 基座 { }\nfinetune 微调 { model：‸ }",
        "model 基座 { }\nfinetune 微调 ｛ model： 基‸ ｝",
        "model 基座 { }\nfinetune 微调 { model: ‸",
        "model 基座 { }\nfinetune 微调 { model: 基‸座, data: d }",
        "model 基座 { }\r\nfinetune 微调 {\r\n  model:‸\r\n}\r\n",
      })
  void offersNamesInAnyScript(String marked) {
    assertThat(labels(marked)).contains("基座");
  }

  @Test
  void leavesASpaceBehindAnyColon() {
    assertThat(item("project p { use：‸ }", "research").text()).isEqualTo(" research");
    assertThat(item("project p { use: ‸ }", "research").text()).isEqualTo("research");
  }

  @Test
  void tellsWhatIsTypedFromTheWholeWord() {
    Caret caret = Caret.in("finetune f {\n  learning-ra‸te: 1e-4\n}");
    CompletionList list = Completions.at(TestPlans.bind(caret.text()), caret.offset(), HERE);

    assertThat(caret.text().substring(list.typed().start(), list.typed().end()))
        .isEqualTo("learning-ra");
    assertThat(caret.text().substring(list.word().start(), list.word().end()))
        .isEqualTo("learning-rate");
  }

  @Test
  void replacesMembersOfANameInAnyCase() {
    String plan = "dataset d { split a { size: 1 } split b { size: 1 } }\n";
    Caret caret = Caret.in(plan + "finetune f { data: d‸.a }");
    CompletionList list = Completions.at(TestPlans.bind(caret.text()), caret.offset(), HERE);

    assertThat(list.typed()).isEqualTo(list.word());
    assertThat(caret.text().substring(list.word().start(), list.word().end())).isEqualTo("d.a");
  }

  @Test
  void offersNothingButUnknownOnlyWhenItIsTyped() {
    assertThat(labels("project p { goal: ‸ }")).isEmpty();
    assertThat(labels("project p { goal: un‸ }")).containsExactly("unknown");
    assertThat(labels("finetune f { cost: ‸ }"))
        .containsExactly("500 USD", "500..1_000 USD", "unknown");
  }

  @Test
  void neverCompletesANumber() {
    Completion example = item("finetune f { method: lora { rank: ‸ } }", "16");

    assertThat(example.filter()).isEqualTo("rank");
    assertThat(example.snippet()).contains("${1:16}");
    assertThat(labels("finetune f { method: lora { rank: 1‸ } }")).isEmpty();
  }

  @Test
  void proposesRangesOfWhatIsUncertain() {
    assertThat(item("finetune f { duration: ‸ }", "2..4 weeks").snippet())
        .contains("${1:2}..${2:4} weeks");
    assertThat(labels("model m { parameters: ‸ }")).containsExactly("8B", "8B..16B", "unknown");
    assertThat(item("finetune f { learning-rate: ‸ }", "2e-4").snippet()).contains("${1:2e-4}");
    assertThat(item("compute c { mfu: ‸ }", "40%").snippet()).contains("${1:40}%");
  }

  @Test
  void offersDaysByTheirMeaning() {
    String plan = "project p { start: 2026-12-01, deadline: 2027-02-26 }\n";
    assertThat(labels(plan + "finetune f { finished: ‸ }"))
        .containsExactly("2026-11-23", "2026-12-01", "2027-02-26", "unknown");
    assertThat(item(plan + "finetune f { finished: ‸ }", "2027-02-26").filter())
        .isEqualTo("deadline");
    assertThat(labels("project p { start: 2026-12-01, deadline: ‸ }"))
        .containsExactly("2026-11-23", "2026-12-01", "unknown");
  }

  @Test
  void quotesModelsWhereQuotesAreMissing() {
    assertThat(item("model m { id: ‸ }", "Qwen/Qwen3-8B").text()).isEqualTo("\"Qwen/Qwen3-8B\"");
    assertThat(item("model m { id: \"‸\" }", "Qwen/Qwen3-8B").text()).isEqualTo("Qwen/Qwen3-8B");
    assertThat(item("model m { id: \"Qwen/‸\" }", "Qwen/Qwen3-8B").detail())
        .isEqualTo("8.19B, apache-2.0");
    assertThat(labels("project p { goal: \"‸\" }")).isEmpty();
  }

  @Test
  void proposesFreeNamesAndWhatIsNear() {
    String plan = "model flan { }\ndataset d { split train { size: 1 } }\nfinetune sft { }\n";
    assertThat(item(plan + "‸", "finetune").snippet())
        .contains("finetune ${1:sft-2} {\n  model: ${2|sft,flan|}\n  data:  ${3|d.train,d|}\n}");
    assertThat(item("‸", "model").snippet())
        .contains("model ${1:qwen} {\n  id:      \"$2\"\n  license: ${3:apache-2.0}\n}");
    assertThat(item("dataset d {\n  split train { }\n  ‸\n}", "split").snippet())
        .contains("split ${1:validation} { size: ${2:1_500 examples} }");
  }

  @Test
  void bringsWhatAMethodNeeds() {
    String plan = "model sft { }\nreward rm { model: sft }\ndataset d { }\n";
    assertThat(item(plan + "‸", "align ppo").snippet())
        .contains(
            """
            align ${1:rlhf} {
              model:   ${2:sft}
              method:  ppo
              prompts: ${3:d}
              reward:  ${4:rm}
            }""");
    assertThat(item(plan + "‸", "optimize distill").snippet().orElseThrow())
        .contains("method: distill { teacher: $3 }");
  }

  @Test
  void asksForNoSecondMethodOfAFamily() {
    assertThat(labels("align a { method: [dpo, ‸] }"))
        .contains("lora", "rlaif")
        .doesNotContain("ppo", "dpo");
  }

  @Test
  void acceptsByWhatCannotFollowByAccident() {
    String plan = "dataset d { split a { size: 1 } }\n";
    assertThat(item(plan + "finetune f { data: ‸ }", "d").ends()).containsExactly(".");
    assertThat(item(plan + "finetune f { data: ‸ }", "d.a").ends()).isEmpty();
    assertThat(item("project p { use: ‸ }", "research").ends()).containsExactly(",", "]");
    assertThat(item("finetune f { ‸ }", "epochs").ends()).isEmpty();
  }

  @Test
  void offersThePlansOfTheWorkspace() {
    Surroundings known =
        new Surroundings(
            Language.ENGLISH,
            TestPlans.TODAY,
            () ->
                List.of(
                    "file:///other/far.genplan",
                    "file:///w/house/hardware.genplan",
                    "file:///w/plan.genplan",
                    "file:///w/near.genplan",
                    "file:///w/used.genplan"),
            Optional.empty(),
            rule -> Optional.empty());
    CompletionList list = at("import \"used.genplan\"\nimport \"hou‸\"\n", known);

    assertThat(list.items())
        .extracting(Completion::label)
        .containsExactly("near.genplan", "house/hardware.genplan", "../other/far.genplan");
    assertThat(list.word().length()).isEqualTo(3);
  }

  @Test
  void offersRulesFirstThatFindSomethingHere() {
    Analysis before =
        TestPlans.analyze(
            "project p { goal: \"g\" }\nmodel unused { license: mit }\n",
            Map.of(),
            RuleIndex.all());
    Surroundings known =
        new Surroundings(
            Language.ENGLISH,
            TestPlans.TODAY,
            List::of,
            Optional.of(before),
            rule -> Optional.empty());
    String now = "// moved\nproject p { goal: \"g\" }\nmodel unused { license: mit, allow ‸ }\n";

    assertThat(at(now, known).items().get(0).label()).isEqualTo("unused-declaration");
    assertThat(at(now, known).items().get(0).detail()).isEqualTo("reports something here");
    assertThat(
            at("project p { goal: \"g\" }\nmodel unused {\n  ‸\n}", known).items().stream()
                .filter(item -> item.label().equals("allow"))
                .findFirst()
                .flatMap(Completion::snippet))
        .contains("allow unused-declaration: \"$2\"");
    assertThat(labels("model m { allow unused-declaration: \"a reason\"\n  allow ‸ }"))
        .doesNotContain("unused-declaration");
  }

  @Test
  void doesNotOfferWhatIsBeingTyped() {
    assertThat(labels("evaluate e { metrics { rou‸ } }")).doesNotContain("rou").contains("rougeL");
  }

  @Test
  void completesUnitsBehindMagnitudes() {
    assertThat(labels("dataset d { size: 2T ‸ }")).contains("tokens");
    assertThat(labels("dataset d { size: 2T to‸ }")).contains("tokens");
  }
}
