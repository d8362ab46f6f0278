package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.testing.MarkedPlan.Caret;
import dev.genplan.testing.TestPlans;
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
}
