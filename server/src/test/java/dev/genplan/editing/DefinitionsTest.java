package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.testing.MarkedPlan.Caret;
import dev.genplan.testing.TestPlans;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

  private static Optional<Definitions.Target> at(String marked, Map<String, String> files) {
    Caret caret = Caret.in(marked);
    return Definitions.at(TestPlans.bind(caret.text(), files), caret.offset());
  }

  private static Optional<String> declared(String marked) {
    Plan plan = TestPlans.bind(Caret.in(marked).text());
    return at(marked, Map.of())
        .map(
            target ->
                plan.source()
                    .tree()
                    .text()
                    .substring(target.whole().span().start(), target.whole().span().end()));
  }

  @Test
  void leadsToTheDeclaration() {
    assertThat(declared("model flan { }\nfinetune f { model: fl‸an }")).contains("model flan { }");
  }

  @Test
  void leadsToASplitAndToItsDataset() {
    String plan = "dataset d { split train { } }\nfinetune f { data: %s }";
    assertThat(declared(plan.formatted("‸d.train"))).contains("dataset d { split train { } }");
    assertThat(declared(plan.formatted("d.tr‸ain"))).contains("split train { }");
  }

  @Test
  void leadsFromAVerdictToItsReport() {
    String plan = "evaluate e { }\nfinetune f { when: %s }";
    assertThat(declared(plan.formatted("e‸.fails"))).contains("evaluate e { }");
    assertThat(declared(plan.formatted("e.fails‸"))).contains("evaluate e { }");
  }

  @Test
  void leadsFromTheKnownPartOfAnUnknownName() {
    assertThat(declared("dataset d { }\nfinetune f { data: d‸.nope }")).contains("dataset d { }");
    assertThat(declared("dataset d { }\nfinetune f { data: d.no‸pe }")).isEmpty();
  }

  @Test
  void leadsNowhereFromAWordOfTheLanguage() {
    assertThat(declared("finetune f { method: lo‸ra }")).isEmpty();
  }

  @Test
  void leadsIntoAnotherFile() {
    Map<String, String> files = Map.of("library.genplan", "model flan { }\n");
    String name = "import \"library.genplan\"\nfinetune f { model: fl‸an }";
    String path = "import \"lib‸rary.genplan\"\n";

    assertThat(at(name, files).map(Definitions.Target::name))
        .contains(new Location("file:///w/library.genplan", new Span(6, 10)));
    assertThat(at(path, files).map(Definitions.Target::name))
        .contains(new Location("file:///w/library.genplan", new Span(0, 0)));
  }

  private static List<String> names(List<Definitions.Target> targets, String text) {
    return targets.stream()
        .map(target -> target.name().span())
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }

  private static List<String> types(String marked) {
    Caret caret = Caret.in(marked);
    return names(Definitions.types(TestPlans.bind(caret.text()), caret.offset()), caret.text());
  }

  private static List<String> implementations(String marked) {
    Caret caret = Caret.in(marked);
    Plan plan = TestPlans.bind(caret.text());
    return names(Definitions.implementations(plan, caret.offset(), List.of(plan)), caret.text());
  }

  @Test
  void leadsFromAFigureToWhereItIsMeasured() {
    String plan =
        "evaluate full { metrics { rouge1 }, results { rougeL: 0.4 } }\n"
            + "evaluate e { metrics { rougeL >= %s } }";
    assertThat(declared(plan.formatted("full.rou‸geL"))).contains("rougeL: 0.4");
    assertThat(declared(plan.formatted("full.rou‸ge1"))).contains("rouge1");
    assertThat(declared(plan.formatted("full.rou‸ge2")).orElseThrow()).startsWith("evaluate full");
  }

  @Test
  void theTypeOfAModelIsTheFoundationModelItGoesBackTo() {
    String plan =
        """
        model flan { }
        dataset d { split train { } }
        dataset small { from: d }
        finetune sft { model: flan, data: d.train }
        prompt p { model: sft }
        evaluate e { model: p, data: small }
        deploy live { model: p }
        monitor watch { service: live }
        align ppo { model: %s, data: %s, when: %s, after: %s }
        """;
    assertThat(types(plan.formatted("s‸ft", "d", "e.fails", "p"))).containsExactly("flan");
    assertThat(types(plan.formatted("sft", "d.tr‸ain", "e.fails", "p"))).containsExactly("d");
    assertThat(types(plan.formatted("sft", "sm‸all", "e.fails", "p"))).containsExactly("d");
    assertThat(types(plan.formatted("sft", "d", "e‸.fails", "p"))).containsExactly("flan");
    assertThat(types(plan.formatted("sft", "d", "e.fails", "live‸"))).containsExactly("flan");
    assertThat(types(plan.formatted("sft", "d", "e.fails", "watch‸"))).containsExactly("flan");
    assertThat(types(plan.formatted("fl‸an", "d", "e.fails", "p"))).containsExactly("flan");
  }

  @Test
  void theImplementationIsWhatGivesAThingItsContent() {
    assertThat(
            implementations(
                "repeat rou‸nds { result: ppo, reward r { }, align ppo { model: rounds } }"))
        .containsExactly("ppo");
    assertThat(implementations("model a { }\nmodel b { }\nselect best‸ { candidates: [a, b] }"))
        .containsExactly("a", "b");
    assertThat(
            implementations(
                "evaluate e { metrics { rougeL >= 1, f1 >= 1, bleu } }\nprompt p { when: e.fai‸ls }"))
        .containsExactly("rougeL", "f1");
    assertThat(
            implementations(
                "dataset d‸ { split t { } }\nmodel m { }\nfinetune f { model: m, data: d.t }\n"
                    + "evaluate e { model: f, data: d }"))
        .containsExactly("f");
  }
}
