package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of all names and places of a plan, however broken it is. */
class NavigationProperties {

  private static final Map<String, String> FILES =
      Map.of("library.genplan", "model flan { }\r\ndataset 语料 { split train { } }\r\n");

  private static final String PLAN =
      """
      import "library.genplan"
      /// 🙂 对话
      project support { task: summarization, team { annotator: 2 } }
      dataset dialogs {
        source: "hf://a/b" // https://example.org
        split train { size: 100 examples }
        split test  { size: 10 examples }
      }
      evaluate baseline {
        model: flan, data: [dialogs.test, 语料]
        metrics { rougeL >= 40%, dialogs.f1, 语料.bleu >= 1 }
        results { rougeL: 0.3 }
      }
      finetune sft {
        when: baseline.fails, model: flan, data: [dialogs.train, 语料.train]
        method: lora { rank: 16 }
        description: \"""
          多行
          text
        \"""
      }
      repeat rounds {
        start: sft, result: ppo
        align ppo { model: rounds }
      }
      evaluate after { model: rounds, metrics { rougeL >= baseline.rougeL } }
      deploy production { model: rounds.ppo, gate: after }
      """;

  private static final List<String> PIECES =
      List.of(
          "",
          "{",
          "}",
          "[",
          "\"",
          "\"\"\"",
          "\n",
          "\r\n",
          "//",
          ",",
          ":",
          ".",
          "flan",
          "rounds.",
          "baseline.fails",
          "🙂",
          "模型",
          "model x { }\n",
          "\uD83D",
          "\u0000");

  @Provide
  Arbitrary<String> plans() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1),
            Arbitraries.of(0, 0, 1, 5, 30),
            Arbitraries.of(PIECES))
        .as(
            (from, length, piece) ->
                (java.util.function.UnaryOperator<String>)
                    text -> {
                      int start = (int) (from * text.length());
                      int end = Math.min(text.length(), start + length);
                      return text.substring(0, start) + piece + text.substring(end);
                    })
        .list()
        .ofMaxSize(6)
        .map(
            edits -> {
              String text = PLAN;
              for (var edit : edits) {
                text = edit.apply(text);
              }
              return text;
            });
  }

  @Property(tries = 300)
  void usesOfANameHoldTheNameItself(@ForAll("plans") String text) {
    Plan plan = TestPlans.bind(text, FILES);
    for (Mention mention : Mentions.all(plan)) {
      assertThat(Usages.of(mention, List.of(plan), true))
          .contains(new Location(plan.file(), mention.span()));
    }
  }

  @Property(tries = 300)
  void aNameLeadsToItsDeclaration(@ForAll("plans") String text) {
    Plan plan = TestPlans.bind(text, FILES);
    for (Mention mention : Mentions.all(plan)) {
      Definitions.Target target = Definitions.at(plan, mention.span().start()).orElseThrow();
      Location declaration = mention.symbol().locate(mention.symbol().node());
      assertThat(target.whole().file()).isEqualTo(declaration.file());
      assertThat(declaration.span().contains(target.whole().span())).isTrue();
      assertThat(target.whole().span().contains(target.name().span())).isTrue();
      assertThat(Definitions.types(plan, mention.span().start())).isNotEmpty();
    }
  }

  @Property(tries = 300)
  void tokensFollowEachOtherAndHoldText(@ForAll("plans") String text) {
    Plan plan = TestPlans.bind(text, FILES);
    List<Span> tokens = new ArrayList<>();
    new Highlighter()
        .each(
            plan,
            new Span(0, text.length()),
            (start, end, type, traits) -> tokens.add(new Span(start, end)));
    int behind = 0;
    for (Span token : tokens) {
      assertThat(token.start()).isGreaterThanOrEqualTo(behind);
      assertThat(text.substring(token.start(), token.end())).isNotBlank();
      behind = token.end();
    }
  }

  @Property(tries = 200)
  void selectionsGrow(@ForAll("plans") String text) {
    Plan plan = TestPlans.bind(text, FILES);
    for (int offset = 0; offset <= text.length(); offset++) {
      List<Span> steps = Selections.at(plan.source().tree(), offset);
      assertThat(steps.get(0)).isEqualTo(new Span(0, text.length()));
      for (int i = 1; i < steps.size(); i++) {
        assertThat(steps.get(i - 1).contains(steps.get(i))).isTrue();
        assertThat(steps.get(i).touches(offset)).isTrue();
        assertThat(steps.get(i)).isNotEqualTo(steps.get(i - 1));
      }
    }
  }

  @Property(tries = 300)
  void foldsLinksHintsAndLensesLieInTheText(@ForAll("plans") String text) {
    Plan plan = TestPlans.bind(text, FILES);
    Span all = new Span(0, text.length());
    for (Folds.Fold fold : Folds.ofLines(plan.source().tree(), 5000)) {
      assertThat(fold.startLine()).isLessThan(fold.endLine());
      assertThat(fold.endLine()).isLessThan(plan.source().tree().lines().lines());
      assertThat(all.contains(fold.span())).isTrue();
    }
    Links.of(plan).forEach(link -> assertThat(all.contains(link.span())).isTrue());
    Hints.of(plan, all, Language.ENGLISH)
        .forEach(hint -> assertThat(all.touches(hint.offset())).isTrue());
    for (Lenses.Lens lens : Lenses.of(plan)) {
      assertThat(all.contains(lens.span())).isTrue();
      assertThat(Lenses.tell(lens.kind(), lens.symbol(), List.of(plan)).places())
          .allMatch(place -> place.file().equals(plan.file()));
    }
  }
}
