package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.testing.MarkedPlaces;
import dev.genplan.testing.TestPlans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsagesTest {

  private static void expect(boolean declaration, String marked) {
    MarkedPlaces places = MarkedPlaces.of(marked);
    Plan plan = TestPlans.bind(places.text());
    Mention name = Mentions.at(plan, places.caret()).orElseThrow();
    places.expect(
        Usages.of(name, List.of(plan), declaration).stream().map(Location::span).toList());
  }

  @Test
  void findsWhereAModelIsUsedAndDeclared() {
    expect(
        true,
        """
        model «fl‸an» { }
        finetune sft { model: «flan» }
        evaluate e { model: sft, baseline: «flan» }
        """);
    expect(
        false,
        """
        model flan { }
        finetune sft { model: «fl‸an» }
        evaluate e { model: sft, baseline: «flan» }
        """);
  }

  @Test
  void findsADatasetBehindItsSplitsAndItsMetrics() {
    expect(
        true,
        """
        dataset «对话» { split train { }, split test { } }
        finetune sft { data: «对‸话».train }
        evaluate e { data: [«对话».test, «对话»], metrics { «对话».rougeL >= 0.4 } }
        """);
  }

  @Test
  void findsASplitOnly() {
    expect(
        true,
        """
        dataset d { split «train» { }, split test { } }
        dataset other { split train { } }
        finetune sft { data: [d.«tr‸ain», other.train, d.test] }
        """);
  }

  @Test
  void findsAVerdictOnly() {
    expect(
        true,
        """
        evaluate «base» { metrics { rougeL >= 0.4 } }
        finetune one { when: base.«fai‸ls» }
        finetune two { when: base.passes }
        finetune three { when: [base.«fails»] }
        """);
  }

  @Test
  void findsAFigureOnly() {
    expect(
        true,
        """
        evaluate «full» { results { rougeL: 0.4, rouge1: 0.5 } }
        evaluate one { metrics { rougeL >= full.«rou‸geL», rouge1 >= full.rouge1 } }
        """);
  }

  @Test
  void findsTheNameOfARoundInsideOfIt() {
    expect(
        true,
        """
        repeat «rou‸nds» {
          start: sft, result: ppo
          align ppo { model: «rounds» }
        }
        deploy d { model: «rounds» }
        """);
  }

  @Test
  void findsWhatIsUsedInAFileWithErrors() {
    expect(
        true,
        """
        model «flan» {
          id: "
        finetune sft { model: «fl‸an», data: }
        evaluate e { model: «flan». }
        """);
  }

  @Test
  void findsUsesInFilesThatImport() {
    String library = "model flan { }\n";
    Plan home = TestPlans.bind(library);
    String user = "import \"plan.genplan\"\nfinetune f { model: flan }\nprompt p { model: flan }\n";
    Plan importer =
        Plan.bind(
            new dev.genplan.plan.SourceFile(
                "file:///w/user.genplan", dev.genplan.syntax.SyntaxTree.parse(user)),
            (from, path) -> new dev.genplan.plan.Imports.Found(home.source()));
    Mention declared = Mentions.at(home, 6).orElseThrow();

    List<Location> used = Usages.of(declared, List.of(home, importer), true);
    assertThat(used.get(0)).isEqualTo(new Location(TestPlans.FILE, new Span(6, 10)));
    assertThat(used.subList(1, used.size()))
        .allMatch(place -> place.file().endsWith("user.genplan"));
    assertThat(
            MarkedPlaces.mark(
                user, used.subList(1, used.size()).stream().map(Location::span).toList()))
        .isEqualTo(
            "import \"plan.genplan\"\nfinetune f { model: «flan» }\nprompt p { model: «flan» }\n");
  }

  @Test
  void highlightsWhereANameIsGivenAndUsed() {
    Plan plan = TestPlans.bind("model flan { }\r\nfinetune f { model: flan }\r\n");
    assertThat(Usages.highlights(plan, 8))
        .containsExactly(
            new Usages.Highlight(new Span(6, 10), true),
            new Usages.Highlight(new Span(36, 40), false));
    assertThat(Usages.highlights(plan, 0)).isEmpty();
  }

  @Test
  void aNameOfALibraryIsNotThatOfAnotherFile() {
    Map<String, String> files = Map.of("library.genplan", "model flan { }\n");
    Plan plan = TestPlans.bind("import \"library.genplan\"\nfinetune f { model: flan }\n", files);
    Plan other = TestPlans.bind("model flan { }\nfinetune f { model: flan }\n");
    Mention used = Mentions.at(plan, 48).orElseThrow();
    assertThat(Usages.of(used, List.of(other), true)).isEmpty();
  }
}
